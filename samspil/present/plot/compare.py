"""The criteria of several municipalities as a picture: a mark for each, the differences first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.compare import Line, kind, year
from samspil.present.i18n import Translator
from samspil.present.palette import CLASSES, HATCH, HATCH_GROUND, INK, MUTED
from samspil.present.plot.template import ROWS, framed, label_margin, plain
from samspil.present.profile import KINDS
from samspil.present.wording import level_name

ROW = 26
"""Pixels a row."""

COLUMN = 124
"""Pixels that a mark with its year takes at least."""

SIGNS = {"met": "✓", "partly": "◐", "not": "✕", "unknown": "?"}
FILLS = {"met": CLASSES[4], "partly": CLASSES[2], "not": "white", "unknown": HATCH_GROUND}


def mark_grid(
    lines: Sequence[Line],
    names: Sequence[str],
    blocks: Mapping[str, str],
    words: Words,
    t: Translator,
) -> go.Figure:
    """A row for each criterion under the name of its group, a column for each municipality.

    Args:
        lines: as `figures.compare.lines` gives them.
        names: of the municipalities.
        blocks: the groups to be drawn in their order, and what they are called.
        words: title, subtitle and source.
        t: the translator.
    """
    labels: list[str] = []
    places: list[tuple[int, Line]] = []
    for group, title in blocks.items():
        own = [line for line in lines if line.group == group]
        labels.append(f"<b>{plain(title)} ({len(own)})</b>")
        for line in own:
            places.append((len(labels), line))
            labels.append(plain(f"{line.letter}  {line.name}"))
    figure = go.Figure()
    legend = {KINDS[n]: level_name(n, t) for n in KINDS} | {"unknown": level_name(None, t)}
    for name, said in legend.items():
        figure.add_trace(_marks(name, f"{SIGNS[name]} {said}", places, t))
    for column, name in enumerate(names):
        figure.add_annotation(x=column, y=0, text=f"<b>{plain(name)}</b>", xanchor="left",
                              xshift=-8, showarrow=False)  # fmt: skip
    figure.update_xaxes(visible=False, range=[-0.3, len(names) - 0.3])
    figure.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=labels,
        range=[len(labels) - 0.5, -0.5],
        showgrid=False,
        ticksuffix="  ",
    )
    figure.update_layout(showlegend=False)
    left = label_margin([*blocks.values(), *(line.name for line in lines)]) + 24
    stretch = replace(ROWS, narrowest=COLUMN * len(names))
    return framed(figure, words, t, height=ROW * len(labels), left=left, stretch=stretch)


def _marks(
    shown: str, legend: str, places: Sequence[tuple[int, Line]], t: Translator
) -> go.Scatter:
    """All marks of one kind, each with its sign and its year."""
    own = [
        (column, y, mark)
        for y, line in places
        for column, mark in enumerate(line.marks)
        if kind(mark) == shown
    ]
    return go.Scatter(
        x=[column for column, _, _ in own],
        y=[y for _, y, _ in own],
        mode="markers+text",
        name=legend,
        text=[f"{SIGNS[shown]}   {year(mark, t)}" for _, _, mark in own],
        textposition="middle right",
        textfont={"color": MUTED if shown == "unknown" else INK},
        marker={
            "symbol": "square",
            "size": 16,
            "color": FILLS[shown],
            "line": {"width": 1, "color": HATCH if shown == "unknown" else CLASSES[4]},
        },
        hoverinfo="skip",
    )
