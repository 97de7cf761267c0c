"""data/dialogue.csv: what municipality and associations can talk over, by dimension."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas_by_hand
from etl.tables import read_table

FILE = "dialogue.csv"


def read_dialogue(path: Path, dimensions: Collection[str]) -> pd.DataFrame:
    """The rows of the table `dialogue_question`; raises DataError.

    Args:
        path: the file.
        dimensions: the ids that a question can belong to.
    """
    rows = read_table(path, schemas_by_hand.dialogue(dimensions), may_be_empty=True)
    rows = rows.rename(columns={"da": "question_da", "en": "question_en"})
    return rows.assign(position=range(1, len(rows) + 1))
