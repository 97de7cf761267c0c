"""Inhabitants on 1 January (StatBank Denmark, BEF1A07 and FOLK1A)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl.tables import Column, read_table, refuse_duplicates

FILE = "population.csv"


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """Code, year and population; raises DataError."""
    columns = (
        Column("code", choices=codes),
        Column("year", "integer", low=2007, high=2100),
        Column("population", "integer", low=1),
    )
    frame = read_table(path, columns)
    refuse_duplicates(path, frame, ["code", "year"])
    return frame
