"""Lines over years, with a gap where too few cells are known in both years."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.panels import broken
from samspil.present.i18n import Translator
from samspil.present.palette import CLASSES, MUTED
from samspil.present.plot.template import BAR, PLAIN, framed

HEIGHT, LEFT, LEGEND = 260, 52, 58
TICKS = 8
"""Years that are named on the axis at most."""

SYMBOLS = ("circle", "diamond", "square-open")
COLOURS = (CLASSES[4], CLASSES[2], MUTED)


def development_lines(rows: pd.DataFrame, words: Words, t: Translator) -> go.Figure:
    """Documented score and coverage of a group, both on 0-100.

    Args:
        rows: as `trends.development` gives them, and optionally newest (documented with undated
            evidence too, only in its year): drawn as an open marker of its own.
        words: title, subtitle and source.
        t: the translator.
    """
    figure = go.Figure()
    for name, values, colour, dash, symbol in (
        (t("kendt, %"), 100 * rows["coverage"], MUTED, "dot", "square"),
        (t("dokumenteret, point"), rows["documented"], BAR, "solid", "circle"),
    ):
        x, y = broken(rows["year"], values, rows["drawn"])
        line, marker = {"color": colour, "dash": dash}, {"symbol": symbol, "size": 6}
        figure.add_scatter(x=x, y=y, name=name, mode="lines+markers", line=line, marker=marker)
    if "newest" in rows and rows["newest"].notna().any():
        open_ = rows[rows["newest"].notna()]
        marker = {"symbol": "circle-open", "size": 11, "color": BAR, "line": {"width": 2}}
        name = t("dokumenteret med kilder uden årstal")
        figure.add_scatter(
            x=open_["year"], y=open_["newest"], name=name, mode="markers", marker=marker
        )
    return _over_years(figure, words, t)


def count_lines(
    rows: pd.DataFrame, columns: Sequence[tuple[str, str]], words: Words, t: Translator
) -> go.Figure:
    """Counts by year: `columns` are pairs of column and name.

    Points without lines: too few cells are known in the early years for a development.
    """
    figure = go.Figure()
    for number, (column, name) in enumerate(columns):
        marker = {"color": COLOURS[number], "symbol": SYMBOLS[number], "size": 8}
        figure.add_scatter(x=rows["year"], y=rows[column], name=name, mode="markers", marker=marker)
    return _over_years(figure, words, t)


def series_line(rows: pd.DataFrame, words: Words, t: Translator) -> go.Figure:
    """One published series: a line through the years, every source a marker of its own.

    Args:
        rows: year, value, disputed and derived (bool).
        words: title, subtitle and source.
        t: the translator.
    """
    figure = go.Figure()
    single = rows[~rows["disputed"]]
    figure.add_scatter(x=single["year"], y=single["value"], mode="lines", line={"color": BAR},
                       hoverinfo="skip", showlegend=False)  # fmt: skip
    for derived, symbol, name in (
        (False, "circle", t("offentliggjort")),
        (True, "circle-open", t("afledt")),
    ):
        own = rows[rows["derived"] == derived]
        figure.add_scatter(x=own["year"], y=own["value"], mode="markers", name=name,
                           marker={"symbol": symbol, "size": 10, "color": BAR})  # fmt: skip
    return _over_years(figure, words, t)


def _over_years(figure: go.Figure, words: Words, t: Translator) -> go.Figure:
    figure.update_traces(hovertemplate="%{x}: %{y:.1f}", selector={"hovertemplate": None})
    figure.update_xaxes(tickformat="d", nticks=TICKS)
    years = [year for trace in figure.data for year in trace.x if year is not None]
    if years and max(years) - min(years) < TICKS:  # else Plotly names half years, each as its year
        figure.update_xaxes(dtick=1)
    figure.update_yaxes(rangemode="tozero")
    figure.update_layout(legend={"y": 1, "yanchor": "bottom", "xref": "container"})
    return framed(figure, words, t, height=HEIGHT, below=30, left=LEFT, legend=LEGEND,
                  stretch=PLAIN)  # fmt: skip
