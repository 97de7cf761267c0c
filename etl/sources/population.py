"""Inhabitants on 1 January (StatBank Denmark, BEF1A07 and FOLK1A)."""

from collections.abc import Collection

import pandas as pd

from etl import schemas
from etl.errors import DataError, shown
from etl.sources.source import Source, indicator_rows

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


SOURCE = Source(
    FILE,
    needs=("codes",),
    schema=schemas.population,
    finish=_everyone_first_and_last,
    table="indicator",
    rows=_rows,
)
"""Code, year and population."""
