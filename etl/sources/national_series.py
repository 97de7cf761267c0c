"""Published national figures (own compilation, one page a row)."""

import pandas as pd

from etl import schemas
from etl.sources.source import Source


def _notes_as_text(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.fillna({"note": "", "note_da": ""})


SOURCE = Source(
    "national_series.csv",
    schema=schemas.national_series,
    finish=_notes_as_text,
    table="national_series",
)
