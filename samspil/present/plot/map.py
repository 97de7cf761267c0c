"""The map: municipalities in five classes, the unknown hatched, the capital and Bornholm apart.

The outlines are the same for all maps, so that the browser fetches them once, and a map is sent as
the municipalities of each class alone.
"""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.layers import classed
from samspil.present.palette import (
    ACCENT,
    CLASSES,
    FEWER,
    HATCH,
    HATCH_GROUND,
    MUTED,
    OUTLINE,
    RULE,
)
from samspil.present.plot.template import Stretch, framed, plain

OUTLINES = "/app/static/municipalities.json"
"""The address of the outlines: a GeoJSON collection whose features are known by their codes."""

COUNTRY, CAPITAL, BORNHOLM = "country", "capital", "bornholm"
PARTS = {COUNTRY: "geo", CAPITAL: "geo2", BORNHOLM: "geo3"}
CAPITAL_AREA = ("DK011", "DK012", "DK013")
"""The NUTS 3 areas that are drawn a second time, enlarged."""

BORNHOLM_AREA = "DK014"
HEIGHT = {COUNTRY: 630, CAPITAL: 270, BORNHOLM: 116}
PICTURE_HEIGHT, SMALL_HEIGHT = 760, 330
EDGES = {"lonaxis_range": [7.95, 12.75], "lataxis_range": [54.52, 57.8]}
"""Degrees that the country fills."""

LIKE_THE_COUNTRY = Stretch(least=0.4, narrowest=380, beside=True)
"""It is as large as its frame allows."""

FRAMES = {CAPITAL: (0.66, 0.5, 1.0, 1.0), BORNHOLM: (0.79, 0.0, 1.0, 0.27)}
"""What is drawn round an inset of the whole map, its name within: left, bottom, right, top."""

NAME = 0.08
"""How far under the top of its frame an inset begins: its name stands over it, and Plotly leaves
some room round the outlines itself."""

DOMAINS = {COUNTRY: {"x": [0, 0.7], "y": [0, 1]}} | {
    part: {"x": [left, right], "y": [bottom, top - NAME]}
    for part, (left, bottom, right, top) in FRAMES.items()
}
LETTERS = 12
"""Pixels of the type of a name; on a small map of a page it could not be read."""


def choropleth(
    shapes: pd.DataFrame,
    values: pd.DataFrame,
    words: Words,
    t: Translator,
    *,
    classes: list[tuple[float, str]],
    unknown: str,
    part: str | None = None,
    height: int = PICTURE_HEIGHT,
) -> go.Figure:
    """A map of classed values, the same for all readers.

    Args:
        shapes: code, name, nuts3, hatch and fine_hatch, as `queries.map_shapes` gives them.
        values: code, value (NA where nothing can be said) and label (what the hover shows).
        words: title, subtitle and source.
        t: the translator.
        classes: the lower bound and the name of each class, lowest first, at most five.
        unknown: what the legend calls the municipalities without a value.
        part: COUNTRY, CAPITAL or BORNHOLM; all three as one picture where it is None.
        height: pixels of that picture; a part has its own.
    """
    rows = shapes.merge(values[["code", "value", "label"]], on="code", validate="one_to_one")
    rows["class"] = classed(rows["value"], classes)
    figure = go.Figure()
    names = [name for _, name in classes]
    for one in [part] if part else PARTS:
        geo = "geo" if part else PARTS[one]
        hatch = "hatch" if one == COUNTRY or height == SMALL_HEIGHT else "fine_hatch"
        own = rows[_belongs(rows, one)]
        _add_part(figure, own, names, unknown, geo, hatch=hatch, legend=one == COUNTRY)
        figure.update_layout({geo: _frame(one, whole=part is None)})
    if part is None and height != SMALL_HEIGHT:
        _name_insets(figure, t)
    figure.update_layout(clickmode="event+select", showlegend=False)
    figure.update_layout(legend={"traceorder": "normal"})
    high = HEIGHT[part] if part else height
    return framed(figure, words, t, height=high, above=0, left=0, stretch=LIKE_THE_COUNTRY)


def outlined(figure: go.Figure, code: str | None, outline: dict[str, Any] | None) -> go.Figure:
    """The map with one municipality outlined, wherever it is drawn; nothing else is made anew.

    Args:
        figure: as `choropleth` gives it; the outline is added to it.
        code: the municipality, or None.
        outline: its outline (GeoJSON).
    """
    drawn = {trace.geo or "geo" for trace in figure.data if code in (trace.locations or ())}
    if outline is None:
        return figure
    for geo in sorted(drawn):
        for colour, width in (("white", 5), (ACCENT, 3)):
            figure.add_trace(_lines(_rings(outline), colour, width, geo))
    return figure


def _belongs(rows: pd.DataFrame, part: str) -> pd.Series:
    """Which municipalities are drawn in a part; the capital area stands in the country too."""
    if part == CAPITAL:
        return rows["nuts3"].isin(CAPITAL_AREA)
    return (rows["nuts3"] == BORNHOLM_AREA) == (part == BORNHOLM)


def _frame(part: str, *, whole: bool) -> dict:
    """The projection and the place of a part; alone it fills its figure."""
    frame = {"visible": False, "projection_type": "mercator", "bgcolor": "white"}
    frame |= EDGES if part == COUNTRY else {"fitbounds": "locations"}
    return frame | {"domain": DOMAINS[part] if whole else {"x": [0, 1], "y": [0, 1]}}


def _name_insets(figure: go.Figure, t: Translator) -> None:
    """A thin frame round each inset and what it is, so that none is taken for a place of its own.

    The name of the capital area is set in two lines: in one it is wider than its frame.
    """
    names = {CAPITAL: t("Hovedstadsområdet, forstørret"), BORNHOLM: "Bornholm"}
    for part, (left, bottom, right, top) in FRAMES.items():
        figure.add_shape(type="rect", x0=left, y0=bottom, x1=right, y1=top, xref="paper",
                         yref="paper", line={"color": RULE, "width": 1})  # fmt: skip
        figure.add_annotation(
            text=names[part].replace(", ", ",<br>"),
            x=left,
            y=top,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="top",
            align="left",
            showarrow=False,
            borderpad=3,
            font={"size": LETTERS, "color": MUTED},
        )


def _add_part(
    figure: go.Figure,
    rows: pd.DataFrame,
    names: list[str],
    unknown: str,
    geo: str,
    *,
    hatch: str,
    legend: bool,
) -> None:
    """The traces of one part: a class each, then the unknown under its hatch."""
    shades = FEWER.get(len(names), range(len(CLASSES)))
    for number, name in enumerate(names):
        shade, own = CLASSES[shades[number]], rows[rows["class"] == number]
        figure.add_trace(_areas(own, name, shade, geo, legend))
    hidden = rows[rows["class"].isna()]
    if len(hidden):
        figure.add_trace(_areas(hidden, unknown, HATCH_GROUND, geo, legend=False))
        figure.add_trace(_lines(hidden[hatch].explode().dropna(), HATCH, 1, geo))
        if legend:
            figure.add_trace(_sign_of_unknown(unknown, geo))


def _areas(rows: pd.DataFrame, name: str, colour: str, geo: str, legend: bool) -> go.Choropleth:
    """One class of municipalities as a trace with its own legend entry."""
    return go.Choropleth(
        geo=geo,
        geojson=OUTLINES,
        locations=rows["code"].tolist(),
        z=[0] * len(rows),
        text=[
            f"<b>{plain(name)}</b><br>{plain(label)}"
            for name, label in zip(rows["name"], rows["label"], strict=True)
        ],
        hovertemplate="%{text}<extra></extra>",
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        showlegend=legend,
        name=name,
        marker={"line": {"color": OUTLINE, "width": 0.6}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _lines(lines: Iterable, colour: str, width: float, geo: str) -> go.Scattergeo:
    """Many lines as one trace, with gaps between them."""
    longitudes, latitudes = [], []
    for line in lines:
        longitudes += [point[0] for point in line] + [None]
        latitudes += [point[1] for point in line] + [None]
    return go.Scattergeo(
        geo=geo,
        lon=longitudes,
        lat=latitudes,
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
        showlegend=False,
    )


def _sign_of_unknown(name: str, geo: str) -> go.Scattergeo:
    """The entry of the legend for what is hatched; nothing is drawn on the map."""
    marker = {"symbol": "line-ne-open", "size": 12, "color": HATCH, "line": {"width": 1.5}}
    return go.Scattergeo(geo=geo, lon=[None], lat=[None], mode="markers", name=name, marker=marker)


def _rings(outline: dict) -> list:
    """The outer rings of a GeoJSON area."""
    polygons = [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]
    return [polygon[0] for polygon in polygons]
