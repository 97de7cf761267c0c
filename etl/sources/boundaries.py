"""The outlines of the municipalities (react-denmark-map, adjusted to DAGI).

DAGI and GISCO ask for a registration or have no documented answer, so a newer file of theirs is put
down by hand.
"""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd

from etl.errors import DataError, shown
from etl.live.compare import limit, more
from etl.live.live import Live
from etl.live.outlines import METRIC, as_geojson, overlap, read_outlines
from etl.sources.source import Known, Source
from etl.tables import read_text

FILE = "boundaries.geojson"


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


def _fetch(live: Live, known: Known) -> gpd.GeoDataFrame:
    """Code, name and simplified outline (EPSG:4326), measured by the areas of the register."""
    given = live.files()
    if len(given) != 1:
        raise DataError(f"{FILE}: is made of one file, not of {len(given)}")
    frame = read_outlines(*given[0], known.codes)
    register = live.register.set_index("code")
    factor = limit(live.plan, "factor", 1)
    size = frame.set_index("code").geometry.to_crs(METRIC).area / 1e6
    ratio = (size / register["area_km2"].astype(float)).dropna()
    wrong = ratio[(ratio > factor) | (ratio < 1 / factor)]
    if len(wrong):
        code = wrong.index[0]
        live.odd.append(
            f"draws {code} with {size[code]:.0f} km² instead of {register['area_km2'][code]:g}, "
            f"more than the factor {factor:g}{more(len(wrong))}"
        )
    return frame.assign(name=frame["code"].map(register["name"]))


def _compare(old: gpd.GeoDataFrame, new: gpd.GeoDataFrame, plan: Mapping[str, Any]) -> list[str]:
    """An outline that covers little of what it covered before is odd."""
    least = limit(plan, "overlap", 0)
    shares = overlap(old, new)
    apart = shares[shares < least]
    if apart.empty:
        return []
    return [
        f"draws {apart.index[0]} where only {100 * apart.iloc[0]:.0f} % agree with the outline "
        f"before{more(len(apart))}"
    ]


SOURCE = Source(
    FILE, needs=("codes",), parse=_parse, fetch=_fetch, write=as_geojson, compare=_compare
)
"""Code and geometry (EPSG:4326); etl.build.geometry makes outlines and map shapes of it."""
