"""The 98 municipalities and what they belong to (Danmarks Statistik)."""

from pathlib import Path

import pandas as pd

from etl import schemas
from etl.errors import DataError
from etl.tables import read_table

FILE = "municipalities.csv"
COUNT = 98


def parse(path: Path) -> pd.DataFrame:
    """The rows of the table `municipality`; raises DataError."""
    frame = read_table(path, schemas.municipalities())
    if len(frame) != COUNT:
        raise DataError(f"{path.name}: has {len(frame)} municipalities instead of {COUNT}")
    return frame
