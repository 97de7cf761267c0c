"""All cells as a picture: municipalities down, so that every name can be read, criteria across."""

import numpy as np
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.figures.cells import IMPLIED, STALE, UNDATED, Cells, Mark
from samspil.present.i18n import Translator
from samspil.present.palette import ACCENT, CLASSES, HATCH, HATCH_GROUND, INK
from samspil.present.plot.template import Stretch, framed, label_margin, plain
from samspil.present.wording import level_name

ROW, COLUMN, NAMES = 15, 32, 290
"""Pixels of a municipality, of a criterion, and of the names of the criteria over them."""

COLOURS = (HATCH_GROUND, "white", CLASSES[0], CLASSES[2], CLASSES[4])
"""Of a half of a cell: not known, not met, the empty and the filled half of partly met, met."""

HALVES = {None: (0, 0), 0: (1, 1), 1: (3, 2), 2: (4, 4)}
"""The lower and the upper half of a cell by its level, as places in COLOURS."""

WIDE, HIGH = 0.46, 0.42
"""How far a cell reaches from its middle: parts of a column, and of a row."""

FIXED = Stretch(narrowest=700)
"""A name and a line of cells for every municipality: as high as it is."""

EDGE = CLASSES[4]
"""The colour round what is not met, which is all that it has, and what is partly met."""

Corners = list[tuple[float, float]]

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
    figure = go.Figure(_levels(cells))
    figure.add_trace(_hatch(cells))
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
        tickangle=-90,
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
    return framed(figure, words, t, height=height, above=0, left=label_margin(names), stretch=FIXED)


def _levels(cells: Cells) -> list[go.Scatter]:
    """The cells, what is partly or not met within an edge, as an area for each colour."""
    boxes: dict[str, list[Corners]] = {EDGE: [], **{colour: [] for colour in COLOURS}}
    for y, row in enumerate(cells.marks):
        for x, mark in enumerate(row):
            lower, upper = (COLOURS[half] for half in HALVES[mark.level if mark else None])
            edged = mark is not None and mark.level < 2
            wide, high = (WIDE - 1 / COLUMN, HIGH - 1 / ROW) if edged else (WIDE, HIGH)
            if edged:
                boxes[EDGE].append(_box(x, y - HIGH, y + HIGH, WIDE))
            if lower == upper:
                boxes[upper].append(_box(x, y - high, y + high, wide))
            else:
                boxes[upper].append(_box(x, y - high, y, wide))
                boxes[lower].append(_box(x, y, y + high, wide))
    return [_area(own, colour) for colour, own in boxes.items()]


def _box(x: float, top: float, bottom: float, wide: float) -> Corners:
    """A cell or half of it, `wide` columns to either side of its middle."""
    left, right = x - wide, x + wide
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def _area(shapes: list[Corners], colour: str) -> go.Scatter:
    """Many shapes as one path, so that the picture stays a vector and a light one."""
    points = [point for corners in shapes for point in [*corners, (None, None)]]
    rounded = [(x and round(x, 3), y and round(y, 3)) for x, y in points]
    # An array, since Plotly looks at each number of a list by itself.
    x, y = np.array(rounded, dtype=object).reshape(-1, 2).T
    return go.Scatter(x=x, y=y, mode="none", fill="toself", fillcolor=colour, hoverinfo="skip",
                      showlegend=False)  # fmt: skip


def _known(cells: Cells) -> list[tuple[int, int, Mark]]:
    """Every known cell as column, row and mark."""
    return [(x, y, mark) for y, row in enumerate(cells.marks) for x, mark in enumerate(row) if mark]


def _hatch(cells: Cells) -> go.Scatter:
    """Three slanting strokes over every cell of which nothing is known."""
    unknown = [(x, y) for y, row in enumerate(cells.marks) for x, m in enumerate(row) if m is None]
    stroke = 0.8 / COLUMN
    strokes = [
        [(x + at - 0.12, y + 0.4), (x + at + 0.12, y - 0.4), (x + at + 0.12 + stroke, y - 0.4),
         (x + at - 0.12 + stroke, y + 0.4), (x + at - 0.12, y + 0.4)]
        for x, y in unknown for at in (-0.33, 0.0, 0.33)
    ]  # fmt: skip
    return _area(strokes, HATCH)


def _legend(t: Translator) -> list[go.Scatter]:
    """The levels in the legend; nothing is drawn."""
    traces = []
    for level in (2, 1, 0, None):
        marker = {"symbol": "square", "size": 12, "color": COLOURS[HALVES[level][0]],
                  "line": {"color": CLASSES[4], "width": 1}}  # fmt: skip
        if level is None:
            marker = {"symbol": "line-ne-open", "size": 12, "color": HATCH, "line": {"width": 1.5}}
        name = level_name(level, t)
        traces.append(go.Scatter(x=[None], y=[None], mode="markers", name=name, marker=marker))
    return traces


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
