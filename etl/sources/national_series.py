"""Published national figures (own compilation, one page a row)."""

from pathlib import Path

import pandas as pd

from etl.tables import Column, read_table

FILE = "national_series.csv"
COLUMNS = (
    Column("year", "integer", low=1900, high=2100, optional=True),
    Column("measure"),
    Column("value", "number"),
    Column("unit"),
    Column("population"),
    Column("source_url", "address"),
    Column("note", optional=True),
    Column("note_da", optional=True),
)


def parse(path: Path) -> pd.DataFrame:
    """The rows of the table `national_series`, empty notes as empty text; raises DataError."""
    return read_table(path, COLUMNS).fillna({"note": "", "note_da": ""})
