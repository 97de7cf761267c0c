"""The 98 municipalities and what they belong to (Danmarks Statistik)."""

from pathlib import Path

import pandas as pd

from etl.errors import DataError
from etl.tables import Column, read_table, refuse, refuse_duplicates

FILE = "municipalities.csv"
COUNT = 98
COLUMNS = (
    Column("code"),
    Column("name"),
    Column("region_code"),
    Column("region"),
    Column("landsdel"),
    Column("nuts3"),
    Column("kommunegruppe"),
    Column("area_km2", "number", low=0.1),
    Column("website", "address"),
)


def parse(path: Path) -> pd.DataFrame:
    """The rows of the table `municipality`; raises DataError."""
    frame = read_table(path, COLUMNS)
    wrong = ~frame["code"].str.fullmatch(r"\d{3}")
    refuse(path, frame["code"], wrong, "is not a municipality code of three digits")
    refuse_duplicates(path, frame, ["code"])
    refuse_duplicates(path, frame, ["name"])
    if len(frame) != COUNT:
        raise DataError(f"{path.name}: has {len(frame)} municipalities instead of {COUNT}")
    return frame
