"""Spending on voluntary associations under the folkeoplysning act (StatBank Denmark, REGK31)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl.tables import Column, read_table, refuse_duplicates

FILE = "accounts.csv"


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """Code, year, function, label and kroner per inhabitant; raises DataError."""
    columns = (
        Column("code", choices=codes),
        Column("year", "integer", low=2007, high=2100),
        Column("function", choices=["3.38.73"]),
        Column("label"),
        Column("kr_per_inhabitant", "number", low=-100_000, high=100_000),
    )
    frame = read_table(path, columns)
    refuse_duplicates(path, frame, ["code", "year"])
    return frame
