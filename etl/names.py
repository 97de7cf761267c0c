"""data/names.csv: what each municipality is called officially, kept by hand."""

from pathlib import Path

import pandas as pd

from etl import schemas_by_hand
from etl.errors import DataError
from etl.tables import read_table

FILE = "names.csv"


def read_names(path: Path, places: pd.DataFrame) -> pd.DataFrame:
    """The official names of all municipalities: code, official_da, official_en, genitive_da.

    Args:
        path: the file.
        places: the municipalities, with code and name.

    Raises:
        DataError: a row is wrong, or a municipality has none.
    """
    names = read_table(path, schemas_by_hand.names(places["code"]))
    missing = places.loc[~places["code"].isin(names["code"]), "name"]
    if len(missing):
        raise DataError(f"{path.name}: has no row for {', '.join(missing)}")
    return names
