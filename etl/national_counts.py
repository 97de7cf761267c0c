"""data/national_counts.csv: which published figures ask the same as a criterion."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas_by_hand
from etl.tables import read_table

FILE = "national_counts.csv"


def read_national_counts(
    path: Path, criteria: Collection[str], national_series: pd.DataFrame
) -> pd.DataFrame:
    """The rows of the table `national_count`; raises DataError.

    Args:
        path: the file.
        criteria: the ids of those that are scored.
        national_series: the published figures; a row names one of them by measure and year.
    """
    schema = schemas_by_hand.national_counts(criteria, national_series)
    return read_table(path, schema, may_be_empty=True)
