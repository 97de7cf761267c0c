"""What has moved since an earlier year, for a downloaded picture: the rows of the page."""

from dataclasses import replace

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.moved import Change, Moved
from samspil.present.i18n import Translator
from samspil.present.palette import HATCH, HATCH_GROUND, INK, MUTED
from samspil.present.plot.template import BAR, ROWS, framed, label_margin, plain

ROW, HEAD, BELOW = 24, 26, 34
"""Pixels of a row, of the headings over the columns, of the axis under the drawing."""

COLUMNS = (0.08, 0.15, 0.22)
"""Where the columns of numbers end: then, now and n, in parts of the drawing's width."""

WITH_NUMBERS = 640
"""Pixels that three columns of numbers, the axis and the changes need."""

GAP = 24
"""Pixels between the names and what stands beside them."""

AXIS, SAYS = (0.26, 0.84), 1.0
"""Where the axis lies, and where the column of changes ends."""


def moved_rows(figure: Moved, words: Words, t: Translator) -> go.Figure:
    """Points then and now as numbers, the change on an axis; hatched where it cannot be told.

    Args:
        figure: what is shown.
        words: title, subtitle and source.
        t: the translator.
    """
    rows, limit = figure.rows, figure.limit
    told = [number for number, row in enumerate(rows) if row.change is not None]
    changes = [rows[number].change for number in told]
    open_ = [number for number, row in enumerate(rows) if row.change is None]
    drawn = go.Figure()
    drawn.add_bar(x=[2 * limit] * len(open_), base=-limit, y=open_, orientation="h", width=0.5,
                  marker={"color": HATCH_GROUND, "pattern": {"shape": "/", "fgcolor": HATCH,
                          "size": 6}})  # fmt: skip
    drawn.add_bar(x=changes, y=told, orientation="h", width=0.14, marker_color=BAR)
    drawn.add_scatter(x=changes, y=told, mode="markers", marker={"size": 11, "color": BAR})
    drawn.update_traces(showlegend=False, hoverinfo="skip")
    labels = [_label(row) for row in rows]
    drawn.update_xaxes(
        domain=AXIS,
        range=[-limit, limit],
        tickvals=[-limit, 0, limit],
        ticktext=[f"\N{MINUS SIGN}{limit}", "0", f"+{limit}"],
        zeroline=True,
        zerolinecolor=MUTED,
    )
    drawn.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=labels,
        range=[len(rows) - 0.5, -0.5],
        showgrid=False,
        anchor="free",
        position=0,
    )
    _headings(drawn, figure, t)
    for number, row in enumerate(rows):
        _numbers(drawn, number, row)
    left = label_margin(f"{row.letter}  {row.name}" for row in rows)
    return framed(drawn, words, t, height=ROW * len(rows), above=HEAD, below=BELOW, left=left,
                  stretch=replace(ROWS, narrowest=WITH_NUMBERS))  # fmt: skip


def _label(row: Change) -> str:
    name = f"<b>{row.letter}</b>  {plain(row.name)}" if row.letter else plain(row.name)
    return f"<b>{name}</b>" if row.whole else name


def _headings(drawn: go.Figure, figure: Moved, t: Translator) -> None:
    """Over the columns of numbers: the two years, n, and what the last one shows."""
    named = (str(figure.base), str(figure.newest), "n", t("Ændring"))
    for x, text in zip((*COLUMNS, SAYS), named, strict=True):
        drawn.add_annotation(text=text, x=x, xref="paper", y=1, yref="paper", xanchor="right",
                             yanchor="bottom", showarrow=False,
                             font={"color": MUTED})  # fmt: skip


def _numbers(drawn: go.Figure, number: int, row: Change) -> None:
    """The numbers of a row; why there are none stands where the first ones would."""
    if row.change is None:
        parts = [(0.0, row.says, "left", MUTED)]
    else:
        texts = (row.then, row.now, str(row.shared), row.says)
        parts = [(x, text, "right", INK) for x, text in zip((*COLUMNS, SAYS), texts, strict=True)]
    for x, text, anchor, colour in parts:
        drawn.add_annotation(
            text=plain(text),
            x=x,
            xref="paper",
            xanchor=anchor,
            xshift=GAP if anchor == "left" else 0,
            y=number,
            yref="y",
            showarrow=False,
            font={"color": colour},
        )
