"""Inhabitants on 1 January (StatBank Denmark, BEF1A07 and FOLK1A)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas
from etl.tables import read_table

FILE = "population.csv"


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """Code, year and population; raises DataError."""
    return read_table(path, schemas.population(codes))
