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
    lines = shapely.linestrings([[(x, south), (x + height, north)] for x in starts])
    bounds = areas.bounds
    # A line passes an area only where it starts between those through two of its corners.
    first = np.searchsorted(starts, bounds["minx"] - (bounds["maxy"] - south))
    last = np.searchsorted(starts, bounds["maxx"] - (bounds["miny"] - south), side="right")
    near = [shapely.multilinestrings(lines[a:b]) for a, b in zip(first, last, strict=True)]
    hatch = areas.intersection(gpd.GeoSeries(near, index=areas.index, crs=areas.crs))
    return hatch.where(~hatch.is_empty, areas.map(lambda area: _one_line(area, apart)))


def _one_line(area: shapely.Geometry, reach: int) -> shapely.Geometry:
    """The hatch of a municipality so small that it lies between two lines of the others."""
    point = area.representative_point()
    through = [(point.x - reach, point.y - reach), (point.x + reach, point.y + reach)]
    return area.intersection(shapely.LineString(through))


def _outline(geometry: shapely.Geometry) -> str:
    """GeoJSON with clockwise outer rings; the other way round a map fills the whole frame."""
    turned = shapely.orient_polygons(_rounded(geometry), exterior_cw=True)
    return json.dumps(shapely.geometry.mapping(turned), separators=(",", ":"))


def _lines(geometry: shapely.Geometry) -> str:
    parts = shapely.get_parts(_rounded(geometry))
    lines = parts[shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING]
    return json.dumps([list(line.coords) for line in lines], separators=(",", ":"))


def _rounded(geometry: shapely.Geometry) -> shapely.Geometry:
    return shapely.transform(geometry, lambda points: points.round(DECIMALS))


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
