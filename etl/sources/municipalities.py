"""The 98 municipalities and what they belong to (Danmarks Statistik)."""

import pandas as pd

from etl import schemas
from etl.errors import DataError
from etl.sources.source import Source

FILE = "municipalities.csv"
COUNT = 98


def _all_of_them(frame: pd.DataFrame) -> pd.DataFrame:
    if len(frame) != COUNT:
        raise DataError(f"{FILE}: has {len(frame)} municipalities instead of {COUNT}")
    return frame


SOURCE = Source(FILE, schema=schemas.municipalities, finish=_all_of_them, table="municipality")
