"""All cells as a picture: municipalities down, so that every name can be read, criteria across."""

import numpy as np
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.cells import IMPLIED, STALE, UNDATED, Cells, Mark, mark_text, said
from samspil.present.i18n import Translator
from samspil.present.palette import ACCENT, CLASSES, HATCH, HATCH_GROUND, INK
from samspil.present.plot.template import framed, label_margin, plain
from samspil.present.wording import level_name

ROW, NAMES = 15, 230
"""Pixels of a municipality, and of the names of the criteria over them."""

COLOURS = (HATCH_GROUND, "white", CLASSES[0], CLASSES[2], CLASSES[4])
"""Of a half of a cell: not known, not met, the empty and the filled half of partly met, met."""

HALVES = {None: (0, 0), 0: (1, 1), 1: (3, 2), 2: (4, 4)}
"""The lower and the upper half of a cell by its level, as places in COLOURS."""

OWN_SIGNS = {STALE: "triangle-ne", UNDATED: "circle", IMPLIED: "line-ew"}


def heat_map(
    cells: Cells, words: Words, t: Translator, *, selected: str | None = None
) -> go.Figure:
    """The picture of the figure.

    Args:
        cells: what is shown.
        words: title, subtitle and source.
        t: the translator.
        selected: the code of the municipality to mark.
    """
    figure = go.Figure(_levels(cells, t))
    figure.add_trace(_hatch(cells, t))
    figure.add_trace(_outlines(cells))
    for trace in (*_legend(t), *_own_signs(cells, t)):
        figure.add_trace(trace)
    places, criteria = len(cells.places), len(cells.criteria)
    height = ROW * places + NAMES
    codes = [place.code for place in cells.places]
    if selected in codes:
        at = codes.index(selected)
        figure.add_shape(type="rect", x0=-0.5, x1=criteria - 0.5, y0=at - 0.5, y1=at + 0.5,
                         line={"color": ACCENT, "width": 3})  # fmt: skip
    names = [plain(place.name) for place in cells.places]
    figure.update_xaxes(
        side="top",
        tickvals=list(range(criteria)),
        ticktext=[plain(criterion.name) for criterion in cells.criteria],
        tickangle=-60,
        tickfont={"size": 12},
        range=[-0.5, criteria - 0.5],
        showgrid=False,
    )
    figure.update_yaxes(
        tickvals=list(range(places)),
        ticktext=names,
        tickfont={"size": 11},
        range=[places - 0.5, -0.5],
        domain=[0, 1 - NAMES / height],
        showgrid=False,
    )
    return framed(figure, words, t, height=height, above=0, left=label_margin(names))


def _levels(cells: Cells, t: Translator) -> go.Heatmap:
    """Two rows of colour a municipality, the upper half of its cells and the lower one."""
    halves = [[HALVES[mark.level if mark else None] for mark in row] for row in cells.marks]
    places, meanings = len(cells.places), said(t)
    steps = np.linspace(0, 1, len(COLOURS) + 1)
    scale = [[step, colour] for low, high, colour in zip(steps, steps[1:], COLOURS, strict=False)
             for step in (low, high)]  # fmt: skip
    texts = [[mark_text(mark, meanings) for mark in row] for row in cells.marks]
    return go.Heatmap(
        z=[[half[part] for half in row] for row in halves for part in (1, 0)],
        customdata=[row for row in texts for _ in (1, 0)],
        x=list(range(len(cells.criteria))),
        y=[place + part for place in range(places) for part in (-0.25, 0.25)],
        zmin=-0.5,
        zmax=len(COLOURS) - 0.5,
        colorscale=scale,
        showscale=False,
        hovertemplate="%{customdata}<extra></extra>",
    )


def _known(cells: Cells) -> list[tuple[int, int, Mark]]:
    """Every known cell as column, row and mark."""
    return [(x, y, mark) for y, row in enumerate(cells.marks) for x, mark in enumerate(row) if mark]


def _hatch(cells: Cells, t: Translator) -> go.Scatter:
    """Three lines over every cell of which nothing is known."""
    lines: tuple[list, list] = ([], [])
    for y, row in enumerate(cells.marks):
        for x, mark in enumerate(row):
            for shift in () if mark else (-0.33, 0.0, 0.33):
                lines[0].extend([x + shift - 0.12, x + shift + 0.12, None])
                lines[1].extend([y + 0.4, y - 0.4, None])
    return go.Scatter(x=lines[0], y=lines[1], mode="lines", line={"color": HATCH, "width": 0.8},
                      name=level_name(None, t), hoverinfo="skip")  # fmt: skip


def _outlines(cells: Cells) -> go.Scatter:
    """An outline round every known cell, which is all that one not met has."""
    x: list[float | None] = []
    y: list[float | None] = []
    for column, row, _ in _known(cells):
        left, right, top, bottom = column - 0.46, column + 0.46, row - 0.42, row + 0.42
        x += [left, right, right, left, left, None]
        y += [top, top, bottom, bottom, top, None]
    return go.Scatter(x=x, y=y, mode="lines", line={"color": CLASSES[4], "width": 0.8},
                      hoverinfo="skip", showlegend=False)  # fmt: skip


def _legend(t: Translator) -> list[go.Scatter]:
    """The levels in the legend; nothing is drawn."""
    return [
        go.Scatter(x=[None], y=[None], mode="markers", name=level_name(level, t),
                   marker={"symbol": "square", "size": 12, "color": COLOURS[HALVES[level][0]],
                           "line": {"color": CLASSES[4], "width": 1}})
        for level in (2, 1, 0)
    ]  # fmt: skip


def _own_signs(cells: Cells, t: Translator) -> list[go.Scatter]:
    """A sign of its own on what is not reconfirmed, undated or implied."""
    names = {
        STALE: t("ikke genbekræftet"),
        UNDATED: t("uden årstal"),
        IMPLIED: t("følger af et andet kriterium"),
    }
    traces = []
    for state, symbol in OWN_SIGNS.items():
        at = [(x, y) for x, y, mark in _known(cells) if mark.state == state]
        marker = {"symbol": symbol, "size": 7, "color": "white", "line": {"color": INK, "width": 1}}
        traces.append(
            go.Scatter(
                x=[x + (0.34 if state == STALE else 0) for x, _ in at],
                y=[y for _, y in at],
                mode="markers",
                name=names[state],
                marker=marker,
                hoverinfo="skip",
            )
        )
    return traces
