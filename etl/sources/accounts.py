"""Spending on voluntary associations under the folkeoplysning act (StatBank Denmark, REGK31)."""

import pandas as pd

from etl import schemas
from etl.sources.source import Source, indicator_rows

FILE = "accounts.csv"


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Kroner per inhabitant as a public statistic."""
    column = "kr_per_inhabitant"
    return indicator_rows(frame, FILE, "accounts_folkeoplysning", column, unit=column)


SOURCE = Source(FILE, needs=("codes",), schema=schemas.accounts, table="indicator", rows=_rows)
"""Code, year, function, label and kroner per inhabitant."""
