"""Published national figures (own compilation, one page a row)."""

from pathlib import Path

import pandas as pd

from etl import schemas
from etl.tables import read_table

FILE = "national_series.csv"


def parse(path: Path) -> pd.DataFrame:
    """The rows of the table `national_series`, empty notes as empty text; raises DataError."""
    return read_table(path, schemas.national_series()).fillna({"note": "", "note_da": ""})
