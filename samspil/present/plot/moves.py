"""Old and new points of municipalities, as a picture."""

from collections.abc import Sequence

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.moves import Move
from samspil.present.i18n import Translator
from samspil.present.palette import MUTED
from samspil.present.plot.template import BAR, framed, label_margin, plain, score_axis

ROW = 30
"""Pixels a municipality."""


def moves_plot(rows: Sequence[Move], words: Words, t: Translator) -> go.Figure:
    """One line a municipality, from a ring at the old points to a dot at the new ones.

    Args:
        rows: what is shown, from the top.
        words: title, subtitle and source.
        t: the translator.
    """
    names = [plain(f"{move.name} ({move.change})") for move in rows]
    figure = go.Figure()
    for name, move in zip(names, rows, strict=True):
        figure.add_scatter(x=[move.before, move.after], y=[name, name], mode="lines",
                           line={"color": MUTED, "width": 2}, showlegend=False,
                           hoverinfo="skip")  # fmt: skip
    ends = (
        (t("før"), "circle-open", [move.before for move in rows]),
        (t("nu"), "circle", [move.after for move in rows]),
    )
    for label, symbol, points in ends:
        figure.add_scatter(x=points, y=names, mode="markers", name=label,
                           marker={"symbol": symbol, "size": 11, "color": BAR,
                                   "line": {"width": 2}})  # fmt: skip
    figure.update_layout(xaxis=score_axis(t))
    figure.update_yaxes(range=[len(rows) - 0.5, -0.5], showgrid=False)
    left = label_margin(names)
    return framed(figure, words, t, height=ROW * len(rows) + 20, below=44, left=left)
