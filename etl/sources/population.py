"""Inhabitants on 1 January (StatBank Denmark, BEF1A07 and FOLK1A)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl.errors import DataError, shown
from etl.tables import Column, read_table, refuse_duplicates

FILE = "population.csv"
FIRST_YEAR = 2007
"""The year of the local government reform, from which changes are counted."""


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """Code, year and population; every code has the first and the newest year.

    Raises:
        DataError: a row is wrong or missing.
    """
    columns = (
        Column("code", choices=codes),
        Column("year", "integer", low=FIRST_YEAR, high=2100),
        Column("population", "integer", low=1),
    )
    frame = read_table(path, columns)
    refuse_duplicates(path, frame, ["code", "year"])
    for year in (FIRST_YEAR, frame["year"].max()):
        if missing := sorted(set(codes) - set(frame.loc[frame["year"] == year, "code"])):
            code = shown(missing[0])
            raise DataError(f"{path.name}: has no row for the municipality {code} in {year}")
    return frame
