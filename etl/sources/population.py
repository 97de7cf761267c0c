"""Inhabitants on 1 January (StatBank Denmark, FOLK1A and BEF1A07)."""

from collections.abc import Collection

import pandas as pd

from etl import schemas
from etl.errors import DataError, shown
from etl.live.compare import yearly
from etl.live.live import Live
from etl.live.yearly import by_year, wanted_tables
from etl.sources.source import Known, Source, indicator_rows

FILE = "population.csv"


def _everyone_first_and_last(frame: pd.DataFrame, codes: Collection[str]) -> pd.DataFrame:
    """Refuse a municipality without the first or the newest year; raises DataError."""
    for year in (schemas.REFORM, frame["year"].max()):
        if missing := sorted(set(codes) - set(frame.loc[frame["year"] == year, "code"])):
            code = shown(missing[0])
            raise DataError(f"{FILE}: has no row for the municipality {code} in {year}")
    return frame


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Inhabitants as a public statistic."""
    return indicator_rows(frame, FILE, "population", "population", unit="inhabitants")


def _fetch(live: Live, known: Known) -> pd.DataFrame:
    """Code, year and population; of years that several tables hold, the first named one counts."""
    found: list[pd.DataFrame] = []
    for wanted in wanted_tables(live.plan):
        held = {year for frame in found for year in frame["year"]}
        found.append(by_year(live, wanted, known.codes, without=held))
    frame = pd.concat(found).dropna(subset=["value"])
    if not (frame["value"] % 1 == 0).all():
        raise DataError(f"{FILE}: an answer holds inhabitants that are no whole number")
    frame = frame.assign(population=frame["value"].astype("Int64"))
    return frame[["code", "year", "population"]].sort_values(["code", "year"])


SOURCE = Source(
    FILE,
    needs=("codes",),
    schema=schemas.population,
    finish=_everyone_first_and_last,
    table="indicator",
    rows=_rows,
    fetch=_fetch,
    compare=yearly("population"),
)
"""Code, year and population."""
