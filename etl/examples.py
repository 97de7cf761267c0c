"""data/examples.csv: the good examples, chosen by hand, and what can be copied from them."""

from pathlib import Path

import pandas as pd

from etl import schemas_by_hand
from etl.tables import read_table

FILE = "examples.csv"


def read_examples(path: Path, evidence: pd.DataFrame) -> pd.DataFrame:
    """The rows of the table `example`; raises DataError.

    Args:
        path: the file.
        evidence: the readings before corrections; of their columns id and level are used. A claim
            that is withdrawn, ended or lowered since it was chosen is no fault of the list: it is
            left out where examples are shown, and `status` says so.
    """
    met = evidence.loc[evidence["level"] == 2, "id"]
    return read_table(
        path, schemas_by_hand.examples(set(evidence["id"]), set(met)), may_be_empty=True
    )
