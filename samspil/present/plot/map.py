"""The map: municipalities in five classes, the unknown hatched, Bornholm in its inset."""

import pandas as pd
import plotly.graph_objects as go

from samspil.present.citation import Words
from samspil.present.i18n import Translator
from samspil.present.plot.template import (
    CHOSEN,
    CLASSES,
    HATCH,
    MUTED,
    UNKNOWN,
    framed,
    plain,
)

HEIGHT = 540
BORNHOLM = "400"


def choropleth(
    shapes: pd.DataFrame,
    values: pd.DataFrame,
    words: Words,
    t: Translator,
    *,
    classes: list[tuple[float, str]],
    unknown: str,
    selected: str | None = None,
) -> go.Figure:
    """A map of classed values.

    Args:
        shapes: code, name, outline and hatch, as `queries.map_shapes` gives them.
        values: code, value (NA where nothing can be said) and label (what the hover shows).
        words: title, subtitle and source.
        t: the translator.
        classes: the lower bound and the name of each class, lowest first, at most five.
        unknown: what the legend calls the municipalities without a value.
        selected: the code of the municipality to outline.
    """
    rows = shapes.merge(values[["code", "value", "label"]], on="code", validate="one_to_one")
    bounds = [bound for bound, _ in classes]
    classed = pd.cut(rows["value"], [*bounds, float("inf")], right=False, labels=False)
    figure = go.Figure()
    for number, (_, name) in enumerate(classes):
        figure.add_trace(_areas(rows[classed == number], name, CLASSES[number]))
    hidden = rows[classed.isna()]
    if len(hidden):
        figure.add_trace(_areas(hidden, unknown, UNKNOWN))
        figure.add_trace(_lines(hidden["hatch"].explode().dropna(), HATCH, 0.8))
    for outline in rows.loc[rows["code"] == selected, "outline"]:
        figure.add_trace(_lines(_rings(outline), CHOSEN, 3))
    figure.add_trace(_bornholm(rows))
    figure.update_geos(visible=False, projection_type="mercator", fitbounds="locations")
    figure.update_layout(clickmode="event+select", showlegend=True, geo_bgcolor="white")
    figure.update_layout(legend={"traceorder": "normal"})
    return framed(figure, words, t, height=HEIGHT, below=88)


def _areas(rows: pd.DataFrame, name: str, colour: str) -> go.Choropleth:
    """One class of municipalities as a trace with its own legend entry."""
    features = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": outline}
        for code, outline in zip(rows["code"], rows["outline"], strict=True)
    ]
    return go.Choropleth(
        geojson={"type": "FeatureCollection", "features": features},
        locations=rows["code"].tolist(),
        z=[0] * len(rows),
        text=[
            f"<b>{plain(name)}</b><br>{plain(label)}"
            for name, label in zip(rows["name"], rows["label"], strict=True)
        ],
        hovertemplate="%{text}<extra></extra>",
        colorscale=[[0, colour], [1, colour]],
        showscale=False,
        showlegend=True,
        name=name,
        marker={"line": {"color": "white", "width": 0.7}},
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _lines(lines: list | pd.Series, colour: str, width: float) -> go.Scattergeo:
    """Many lines as one trace, with gaps between them."""
    longitudes, latitudes = [], []
    for line in lines:
        longitudes += [point[0] for point in line] + [None]
        latitudes += [point[1] for point in line] + [None]
    return go.Scattergeo(
        lon=longitudes,
        lat=latitudes,
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
        showlegend=False,
    )


def _rings(outline: dict) -> list:
    """The outer rings of a GeoJSON area."""
    polygons = [outline["coordinates"]] if outline["type"] == "Polygon" else outline["coordinates"]
    return [polygon[0] for polygon in polygons]


def _bornholm(rows: pd.DataFrame) -> go.Scattergeo:
    """The name over the inset, which says that the island lies elsewhere."""
    points = [
        point
        for outline in rows.loc[rows["code"] == BORNHOLM, "outline"]
        for ring in _rings(outline)
        for point in ring
    ]
    north = max(points, key=lambda point: point[1], default=None)
    return go.Scattergeo(
        lon=[north[0]] if north else [],
        lat=[north[1]] if north else [],
        mode="text",
        text=["Bornholm"] if north else [],
        textposition="top center",
        textfont={"size": 11, "color": MUTED},
        hoverinfo="skip",
        showlegend=False,
    )
