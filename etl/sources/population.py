"""Inhabitants on 1 January (StatBank Denmark, BEF1A07 and FOLK1A)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas
from etl.errors import DataError, shown
from etl.tables import read_table

FILE = "population.csv"


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """Code, year and population; every code has the first and the newest year.

    Raises:
        DataError: a row is wrong or missing.
    """
    frame = read_table(path, schemas.population(codes))
    for year in (schemas.REFORM, frame["year"].max()):
        if missing := sorted(set(codes) - set(frame.loc[frame["year"] == year, "code"])):
            code = shown(missing[0])
            raise DataError(f"{path.name}: has no row for the municipality {code} in {year}")
    return frame
