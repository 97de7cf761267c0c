"""Outlines, what the map draws of them, and who lies next to whom."""

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

METRIC = "EPSG:25832"
TOLERANCE = 250
"""Metres by which an outline may be simplified; neighbours stay flush."""

HATCHES = {"hatch": 5_000, "fine_hatch": 1_000}
"""Metres between hatch lines: on a map of the country, and where a part of it is enlarged."""

DECIMALS = 4
"""Of a degree on the map: about ten metres."""

NEAREST = 3


def simplify(boundaries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The outlines in EPSG:25832, simplified as one coverage, so that no gaps or overlaps arise."""
    metric = boundaries.to_crs(METRIC)
    outlines = shapely.coverage_simplify(metric.geometry.to_numpy(), TOLERANCE)
    return gpd.GeoDataFrame({"code": metric["code"]}, geometry=outlines, crs=METRIC)


def boundary_rows(outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """The rows of the table `boundary`."""
    return pd.DataFrame({"code": outlines["code"], "geometry": outlines.geometry.to_wkb()})


def map_shapes(outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """The rows of the table `map_shape`: outlines and hatch lines in degrees."""
    drawn = pd.DataFrame({"code": outlines["code"]})
    drawn["outline"] = [_outline(shape) for shape in _degrees(outlines.geometry)]
    for name, apart in HATCHES.items():
        drawn[name] = [_lines(shape) for shape in _degrees(_hatched(outlines.geometry, apart))]
    return drawn


def _degrees(geometries: gpd.GeoSeries) -> gpd.GeoSeries:
    return geometries.set_crs(METRIC).to_crs("EPSG:4326")


def _hatched(areas: gpd.GeoSeries, apart: int) -> gpd.GeoSeries:
    """Parallel lines at 45 degrees over the whole country, clipped to each of its areas."""
    west, south, east, north = areas.total_bounds
    height = north - south
    starts = np.arange(west - height, east, apart * np.sqrt(2))
    lines = shapely.MultiLineString([[(x, south), (x + height, north)] for x in starts])
    hatch = areas.intersection(lines)
    return hatch.where(~hatch.is_empty, areas.map(lambda area: _one_line(area, apart)))


def _one_line(area: shapely.Geometry, reach: int) -> shapely.Geometry:
    """The hatch of a municipality so small that it lies between two lines of the others."""
    point = area.representative_point()
    through = [(point.x - reach, point.y - reach), (point.x + reach, point.y + reach)]
    return area.intersection(shapely.LineString(through))


def _outline(geometry: shapely.Geometry) -> str:
    """GeoJSON with clockwise outer rings; the other way round a map fills the whole frame."""
    turned = shapely.orient_polygons(geometry, exterior_cw=True)
    return json.dumps(_rounded(shapely.geometry.mapping(turned)), separators=(",", ":"))


def _lines(geometry: shapely.Geometry) -> str:
    lines = [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"]
    return json.dumps([_rounded(line.coords[:]) for line in lines], separators=(",", ":"))


def _rounded(value: object) -> object:
    """The same nest of lists with every number rounded."""
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return round(value, DECIMALS) if isinstance(value, float) else value


def neighbour_rows(pairs: pd.DataFrame, outlines: gpd.GeoDataFrame) -> pd.DataFrame:
    """The rows of the table `neighbour`.

    Borders are read from the pairs, in both directions; who has none gets the three whose
    representative points are nearest.
    """
    forth = pairs.set_axis(["code", "other"], axis=1)
    back = pairs.set_axis(["other", "code"], axis=1)
    border = pd.concat([forth, back]).assign(kind="border")
    points = gpd.GeoSeries(outlines.representative_point()).set_axis(outlines["code"])
    alone = sorted(set(points.index) - set(border["code"]))
    nearest = [
        (code, other, "nearest")
        for code in alone
        for other in points.drop(code).distance(points[code]).nsmallest(NEAREST).index
    ]
    return pd.concat([border, pd.DataFrame(nearest, columns=["code", "other", "kind"])])
