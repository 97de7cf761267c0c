"""The outlines of the municipalities (react-denmark-map, adjusted to DAGI)."""

import json
from collections.abc import Collection
from pathlib import Path

import geopandas as gpd

from etl.errors import DataError, shown
from etl.sources.source import Source
from etl.tables import read_text


def _parse(path: Path, codes: Collection[str]) -> gpd.GeoDataFrame:
    """Code and geometry (EPSG:4326), one row a municipality; raises DataError."""
    try:
        features = json.loads(read_text(path))["features"]
        frame = gpd.GeoDataFrame.from_features(features, crs="EPSG:4326")
        found = frame["code"].tolist()
    except json.JSONDecodeError as error:
        raise DataError(
            f"{path.name}: row {error.lineno} is not valid JSON ({error.msg})"
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"{path.name}: is not a collection of features with a code") from error
    for number, (code, outline) in enumerate(zip(found, frame.geometry, strict=True), 1):
        where = f"{path.name}: feature {number}, property 'code': {shown(code)}"
        if code not in codes:
            raise DataError(f"{where} is not one of the municipalities")
        if found.count(code) > 1:
            raise DataError(f"{where} stands there more than once")
        if outline is None or outline.is_empty or not outline.is_valid:
            raise DataError(f"{where} has no valid outline")
        if outline.geom_type not in ("Polygon", "MultiPolygon"):
            raise DataError(f"{where} is a {outline.geom_type}, not an area")
    if missing := sorted(set(codes) - set(found)):
        raise DataError(f"{path.name}: has no outline for the municipality {missing[0]}")
    return frame[["code", "geometry"]]


SOURCE = Source("boundaries.geojson", needs=("codes",), parse=_parse)
"""Code and geometry (EPSG:4326); etl.build.geometry makes outlines and map shapes of it."""
