"""Outlines as DAGI or Eurostat's GISCO publish them, into one simplified outline a municipality."""

import io
import json
import re
import warnings
from collections.abc import Collection

import geopandas as gpd
import pandas as pd
import shapely

from etl.errors import DataError, shown
from etl.live.choosing import CHRISTIANSO

METRIC = "EPSG:25832"
DEGREES = "EPSG:4326"
TOLERANCE = 200
"""Metres by which an outline may be simplified; neighbours stay flush."""

GRID = 1e-4
"""Degrees to which corners are rounded: about ten metres."""

CODES = ("code", "kommunekode", "komkode", "lau_id", "gisco_id", "lau_1")
"""The columns that hold the code of a municipality, in small letters: ours, DAGI's, GISCO's."""

COUNTRY, DENMARK = "cntr_code", "DK"
CODE = re.compile(r"(?:DK_?)?0*(\d{3})")
"""0101, 101 and DK_101 all are Copenhagen."""


def read_outlines(name: str, content: bytes, codes: Collection[str]) -> gpd.GeoDataFrame:
    """Code and geometry (EPSG:4326) of each municipality, simplified as one coverage.

    Args:
        name: of the file, for messages.
        content: GeoJSON or GeoPackage.
        codes: those of the register, all of which must be there; Christiansø is left out.

    Raises:
        DataError: it cannot be read, or holds other municipalities than the register.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as of the name, which nobody has given
            frame = gpd.read_file(io.BytesIO(content))
    except (RuntimeError, ValueError, AttributeError) as error:
        raise DataError(f"{name}: cannot be read as GeoJSON or GeoPackage") from error
    if not isinstance(frame, gpd.GeoDataFrame) or frame.crs is None:
        raise DataError(f"{name}: holds no outlines, or does not say in which projection")
    frame = _with_codes(name, frame)
    _check(name, set(frame["code"]), set(codes))
    whole = frame[["code", "geometry"]].to_crs(METRIC)
    whole["geometry"] = shapely.make_valid(whole.geometry.to_numpy())
    whole = whole.dissolve("code").sort_index()
    simple = shapely.coverage_simplify(whole.geometry.to_numpy(), TOLERANCE)
    drawn = gpd.GeoSeries(simple, index=whole.index, crs=METRIC).to_crs(DEGREES)
    rounded = [_areas(shape) for shape in shapely.set_precision(drawn.to_numpy(), GRID)]
    return gpd.GeoDataFrame({"code": whole.index}, geometry=rounded, crs=DEGREES)


def as_geojson(frame: gpd.GeoDataFrame) -> bytes:
    """Outlines with code and name as GeoJSON, a municipality a line."""
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {"code": code, "name": name},
                "geometry": _rounded(shapely.geometry.mapping(shape)),
            },
            ensure_ascii=False,
        )
        for code, name, shape in zip(frame["code"], frame["name"], frame.geometry, strict=True)
    ]
    head = '{\n"type": "FeatureCollection",\n"name": "boundaries",\n"features": [\n'
    return (head + ",\n".join(lines) + "\n]\n}\n").encode()


def overlap(old: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> pd.Series:
    """How far each old and new outline agree: their common part of what both cover, by code."""
    before = old.set_index("code").geometry.to_crs(METRIC)
    now = new.set_index("code").geometry.to_crs(METRIC).reindex(before.index)
    return before.intersection(now).area / before.union(now).area


def _with_codes(name: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    columns = {column.lower(): column for column in frame.columns}
    if COUNTRY in columns:
        frame = frame[frame[columns[COUNTRY]] == DENMARK]
    held = [columns[column] for column in CODES if column in columns]
    if not held:
        there = ", ".join(map(str, frame.columns[:8]))
        raise DataError(f"{name}: has no column with the code of a municipality, but {there}")
    matches = [CODE.fullmatch(str(value)) for value in frame[held[0]]]
    for value, match in zip(frame[held[0]], matches, strict=True):
        if match is None:
            raise DataError(f"{name}: {shown(value)} in {held[0]!r} is no code of a municipality")
    codes = [match[1] for match in matches if match]
    return frame.assign(code=codes)[[code != CHRISTIANSO for code in codes]]


def _check(name: str, found: set[str], codes: set[str]) -> None:
    if missing := sorted(codes - found):
        raise DataError(f"{name}: holds {len(found)} municipalities; {missing[0]} is missing")
    if extra := sorted(found - codes):
        raise DataError(
            f"{name}: holds {len(found)} municipalities; {extra[0]} is not in the register"
        )


def _areas(shape: shapely.Geometry) -> shapely.Geometry:
    """The areas of a shape, without the lines and points that repairing may leave."""
    parts = [p for p in shapely.get_parts(shape) if p.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts)


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(part) for part in value]
    return round(value, 4) if isinstance(value, float) else value
