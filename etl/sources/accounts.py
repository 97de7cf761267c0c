"""Spending on voluntary associations under the folkeoplysning act (StatBank Denmark, REGK31)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas
from etl.tables import read_table

FILE = "accounts.csv"


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """Code, year, function, label and kroner per inhabitant; raises DataError."""
    return read_table(path, schemas.accounts(codes))
