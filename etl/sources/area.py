"""The areas of the municipalities (StatBank Denmark, ARE207)."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd
import pandera.pandas as pa

from etl.errors import DataError
from etl.fields import integer, number, once, text
from etl.live.compare import limit, more
from etl.live.live import Live
from etl.live.yearly import by_year, only_table
from etl.schemas import REFORM
from etl.sources.source import Known, Source

FILE = "area.csv"


def _schema(codes: Collection[str]) -> pa.DataFrameSchema:
    """Code, the year of the map, and km²."""
    return pa.DataFrameSchema(
        {
            "code": text(codes),
            "year": integer(low=REFORM, high=2100),
            "area_km2": number("Float64", low=0.1),
        },
        checks=[once("code")],
    )


def _all_or_none(frame: pd.DataFrame, codes: Collection[str]) -> pd.DataFrame:
    if len(frame) and (missing := sorted(set(codes) - set(frame["code"]))):
        raise DataError(f"{FILE}: has no area of the municipality {missing[0]}")
    return frame


def _fetch(live: Live, known: Known) -> pd.DataFrame:
    """The areas of the newest year."""
    wanted = only_table(live.plan)
    frame = by_year(live, wanted, known.codes, newest=True).dropna(subset=["value"])
    frame = frame.rename(columns={"value": "area_km2"}).sort_values("code")
    if live.before.empty:  # then the register says about how large they are
        live.odd += _compare(live.register, frame, live.plan)
    return frame[["code", "year", "area_km2"]]


def _compare(old: pd.DataFrame, new: pd.DataFrame, plan: Mapping[str, Any]) -> list[str]:
    """Areas hardly change; one that does by more than `factor` is odd."""
    if old.empty:
        return []
    factor = limit(plan, "factor", 1)
    before, now = old.set_index("code")["area_km2"], new.set_index("code")["area_km2"]
    ratio = (now / before).astype(float)
    moved = ratio[(ratio > factor) | (ratio < 1 / factor)]
    if moved.empty:
        return []
    code = moved.index[0]
    return [
        f"gives {code} {now[code]:g} km² instead of {before[code]:g}, more than the factor "
        f"{factor:g}{more(len(moved))}"
    ]


def with_areas(places: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """The register with these areas in place of its own, where there are any."""
    known = areas.set_index("code")["area_km2"]
    return places.assign(area_km2=places["code"].map(known).fillna(places["area_km2"]))


SOURCE = Source(
    FILE,
    needs=("codes",),
    schema=_schema,
    finish=_all_or_none,
    may_be_empty=True,
    fetch=_fetch,
    compare=_compare,
)
"""Code, year and km²; the build puts them into the table `municipality`."""
