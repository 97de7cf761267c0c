"""A figure as a picture that stands alone: its words around it, laid out for the form it has.

The words stand over the drawing; in a form that is wide they may stand beside it.
"""

import copy
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from samspil.present.i18n import Translator
from samspil.present.palette import FONT, INK, MUTED
from samspil.present.plot.shapes import (
    COLUMN,
    GAP,
    PADDING,
    PRINT,
    SOURCE,
    TEXT,
    TITLE,
    Lines,
    Shape,
    set_lines,
)

FACE = f"'Samspil Sans', {FONT}"
"""The face that goes along in a picture, then the same one as a page knows it."""

ENTRY, ENTRY_LETTER, ENTRY_SIGN = 22, 7.8, 45
"""Pixels of an entry of the legend, of a letter in it, and of its sign."""


@dataclass(frozen=True)
class _Page:
    """Where everything stands, in pixels of the layout.

    Attributes:
        size: width and height.
        margin: round the drawing, with its labels inside: left, top, right, bottom.
        texts: the words, each with its place from the left and from the top.
        legend: Plotly's settings of it.
    """

    size: tuple[int, int]
    margin: tuple[int, int, int, int]
    texts: tuple[tuple[Lines, str, int, int], ...]
    legend: dict[str, Any]


@dataclass(frozen=True)
class _Content:
    """What a picture is made of: the drawing, its words, and the names in its legend."""

    figure: go.Figure
    title: str
    subtitle: str
    footer: tuple[str, ...]
    entries: tuple[str, ...]

    @property
    def entry(self) -> int:
        """Pixels of the longest name, in a wider face too: a saved picture may fall back to one."""
        return round(ENTRY_LETTER * max(map(len, self.entries), default=0))


def picture(
    figure: go.Figure,
    t: Translator,
    *,
    shape: Shape = PRINT,
    title: str = "",
    footer: Sequence[str] = (),
) -> go.Figure | None:
    """The drawing with its words around it; None where it cannot be read in a picture of that form.

    Args:
        figure: as `samspil.present.plot.template.framed` gives it.
        t: the translator.
        shape: the form; its width over that of the layout is the scale to save it with.
        title: one that stands alone, if not the one of the page.
        footer: further lines under the source: coverage, licence, release, address.
    """
    meta = figure.layout.meta
    source = t("Kilde: {source}").format(source=meta["source"])
    names = {t.name: None for t in figure.data if t.name and t.showlegend is not False}
    content = _Content(
        figure, title or meta["title"], meta["subtitle"], (source, *footer), tuple(names)
    )
    page = next(_pages(content, shape), None)
    return None if page is None else _drawn(content, page)


def _pages(content: _Content, shape: Shape) -> Iterator[_Page]:
    """Every layout in which nothing is cut, that of the largest type first."""
    arrangements = [_over]
    if shape.wide:
        first = content.figure.layout.meta["beside"]
        arrangements = [_beside, _over] if first else [_over, _beside]
    for scale in shape.scales:
        width, height = round(shape.width / scale), shape.height and round(shape.height / scale)
        last = height is None and scale == shape.scales[-1]
        for arrange in arrangements:
            if page := arrange(content, width, height, anyhow=last):
                yield page


def _over(
    content: _Content, width: int, height: int | None, *, anyhow: bool = False
) -> _Page | None:
    """Title, what is said, and legend over the drawing; `anyhow` where there is no wider layout."""
    meta, margin = content.figure.layout.meta, content.figure.layout.margin
    inside = width - 2 * PADDING
    heading = set_lines([content.title], inside, TITLE, bold=True)
    says = set_lines([content.subtitle], inside, TEXT)
    footer = set_lines(content.footer, inside, SOURCE)
    beside_labels = inside - margin.l
    rows = math.ceil(len(content.entries) / max(1, beside_labels // (content.entry + ENTRY_SIGN)))
    legend = PADDING + heading.height + 4 + says.height + GAP
    top = legend + ENTRY * rows + (GAP // 2 if rows else 0) + meta["above"]
    bottom = margin.b + GAP + footer.height + PADDING
    height = height or 2 * math.ceil((top + meta["height"] + bottom) / 2)  # whole pixels when saved
    room = _room(meta, height - top - bottom, beside_labels)
    if anyhow:
        room = meta["height"]
    if room is None:
        return None
    return _Page(
        (width, height),
        (PADDING + margin.l, top, PADDING, height - top - room),
        _placed(heading, says, footer, height),
        {"orientation": "h", **_at(PADDING, legend, width, height)},
    )


def _beside(
    content: _Content, width: int, height: int | None, *, anyhow: bool = False
) -> _Page | None:
    """Title, what is said, and legend in a column on the left of the drawing."""
    if height is None or anyhow:
        return None
    meta, margin = content.figure.layout.meta, content.figure.layout.margin
    column = round(COLUMN * width)
    heading = set_lines([content.title], column, TITLE, bold=True)
    says = set_lines([content.subtitle], column, TEXT)
    footer = set_lines(content.footer, width - 2 * PADDING, SOURCE)
    legend = PADDING + heading.height + 4 + says.height + GAP
    left, top = PADDING + column + 2 * GAP, PADDING + meta["above"]
    below = GAP + footer.height + PADDING
    room = _room(meta, height - top - margin.b - below, width - left - margin.l - PADDING)
    too_long = legend + ENTRY * len(content.entries) > height - below
    too_wide = content.entry + ENTRY_SIGN > column or heading.broken
    if room is None or too_long or too_wide:
        return None
    return _Page(
        (width, height),
        (left + margin.l, top, PADDING, height - top - room),
        _placed(heading, says, footer, height),
        {"orientation": "v", **_at(PADDING, legend, width, height)},
    )


def _room(meta: dict[str, Any], high: int, wide: int) -> int | None:
    """Pixels of height that the drawing takes of what there is; None where that is too little."""
    if high < meta["least"] * meta["height"] or wide < meta["narrowest"]:
        return None
    return round(min(high, meta["most"] * meta["height"]))


def _placed(
    heading: Lines, says: Lines, footer: Lines, height: int
) -> tuple[tuple[Lines, str, int, int], ...]:
    """Title and what is said at the top, the source at the foot, all at the left edge."""
    under = PADDING + heading.height + 4
    foot = height - PADDING - footer.height
    places = (heading, INK, PADDING), (says, MUTED, under), (footer, MUTED, foot)
    return tuple((lines, colour, PADDING, y) for lines, colour, y in places)


def _at(x: int, y: int, width: int, height: int) -> dict[str, Any]:
    """The place of the legend, by its upper left corner."""
    return {"xref": "container", "x": x / width, "xanchor": "left",
            "yref": "container", "y": 1 - y / height, "yanchor": "top"}  # fmt: skip


def _drawn(content: _Content, page: _Page) -> go.Figure:
    drawn = copy.deepcopy(content.figure)
    width, height = page.size
    left, top, right, bottom = page.margin
    entry = {
        "entrywidth": content.entry,
        "entrywidthmode": "pixels",
        "font": {"size": 13},
        "traceorder": "normal",
        "itemsizing": "constant",
    }
    drawn.update_layout(
        autosize=False,
        font={"family": FACE},
        width=width,
        height=height,
        showlegend=bool(content.entries),
        legend=page.legend | entry,
        margin={"l": left, "t": top, "r": right, "b": bottom},
    )
    for lines, colour, x, y in page.texts:
        drawn.add_annotation(
            text=lines.text,
            x=0,
            y=1 - (y - top) / (height - top - bottom),
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="top",
            xshift=x - left,
            align="left",
            showarrow=False,
            borderpad=0,
            font={"size": lines.size, "color": colour},
        )
    return drawn
