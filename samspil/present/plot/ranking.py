"""The pictures of the ranking: bands with the rank as a dot, and what moves them as bars."""

from dataclasses import replace

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.ranking import Driver, Ranking
from samspil.present.i18n import Translator
from samspil.present.palette import ACCENT, BLUE, CLASSES, INK, MUTED
from samspil.present.plot.template import ROWS, framed, label_margin, plain

ROW = 24
"""Pixels a row."""

WITH_NUMBERS = 820
"""Pixels that bands need with four columns of numbers beside them."""

BESIDE = 0.6
"""How far the numbers beside the axis reach, as a part of it."""


def bands(figure: Ranking, words: Words, t: Translator) -> go.Figure:
    """One row a municipality: its band as a bar, its rank as a dot, its numbers beside them."""
    rows, count = figure.rows, figure.count
    labels = [f"{row.rank}  {plain(row.name)}" for row in rows]
    drawn = go.Figure()
    drawn.add_bar(
        y=labels,
        base=[row.low - 0.5 for row in rows],
        x=[row.high - row.low + 1 for row in rows],
        orientation="h",
        width=0.5,
        marker={"color": CLASSES[0],
                "line": {"width": 1, "color": [ACCENT if r.chosen else CLASSES[2] for r in rows]}},
        name=t("spændet: ni ud af ti tilfælde"),
    )  # fmt: skip
    drawn.add_scatter(
        x=[row.rank for row in rows],
        y=labels,
        mode="markers",
        marker={"size": 12, "color": [ACCENT if row.chosen else BLUE for row in rows]},
        name=t("placeringen"),
    )
    _numbers(drawn, figure, labels, t)
    drawn.update_layout(barmode="overlay")
    drawn.update_xaxes(
        range=[0.5, count * (1 + BESIDE) + 0.5],
        tickvals=figure.ticks,
        showgrid=False,
    )
    drawn.update_yaxes(range=[len(rows) - 0.5, -0.5], showgrid=False, ticklabelstandoff=6)
    left = label_margin(labels)
    return framed(drawn, words, t, height=ROW * len(rows), above=28, below=24, left=left,
                  stretch=replace(ROWS, narrowest=WITH_NUMBERS))  # fmt: skip


def _numbers(drawn: go.Figure, figure: Ranking, labels: list[str], t: Translator) -> None:
    """Band, midpoint, documented and known in columns at the right, each under its heading."""
    columns = {
        t("Spænd"): [f"{row.low}–{row.high}" for row in figure.rows],
        t("Midtpunkt"): [t.number(row.midpoint, 1) for row in figure.rows],
        t("Dokumenteret"): [t.number(row.documented, 1) for row in figure.rows],
        t("Kendt"): [t.percent(row.coverage) for row in figure.rows],
    }
    for number, (heading, values) in enumerate(columns.items()):
        x = figure.count * (1 + BESIDE * (0.12 + number * 0.26)) + 0.5
        drawn.add_scatter(x=[x] * len(values), y=labels, mode="text", text=values,
                          textfont={"color": INK, "size": 13}, showlegend=False)  # fmt: skip
        drawn.add_annotation(x=x, y=1, yref="paper", yshift=18, text=heading, showarrow=False,
                             font={"color": MUTED, "size": 13})  # fmt: skip


def driver_bars(found: tuple[Driver, ...], words: Words, t: Translator) -> go.Figure:
    """One bar for each of what moves the ranks, its number at its end."""
    labels = [plain(row.name) for row in found]
    drawn = go.Figure(
        go.Bar(
            x=[row.places for row in found],
            y=labels,
            orientation="h",
            width=0.6,
            marker={"color": [BLUE if row.dimension else MUTED for row in found]},
            text=[t.number(row.places, 1) for row in found],
            textposition="outside",
        )
    )
    drawn.update_xaxes(showgrid=False, rangemode="tozero")
    drawn.update_yaxes(range=[len(found) - 0.5, -0.5], showgrid=False, ticklabelstandoff=6)
    return framed(drawn, words, t, height=ROW * len(found), below=24, left=label_margin(labels))
