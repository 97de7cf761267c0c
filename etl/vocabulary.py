"""data/vocabulary.csv: the readers' words, kept by hand, for terms of the snapshots."""

from pathlib import Path

import pandas as pd

from etl import schemas_by_hand
from etl.tables import read_table
from samspil.present.vocabulary import KINDS, KOMMUNEGRUPPE

FILE = "vocabulary.csv"


def read_vocabulary(path: Path) -> pd.DataFrame:
    """The rows of the table `vocabulary`; raises DataError."""
    return read_table(path, schemas_by_hand.vocabulary())


def unlisted(
    words: pd.DataFrame, national_series: pd.DataFrame, municipalities: pd.DataFrame
) -> list[str]:
    """A sentence for each kind of term without a word; readers then see the source's own.

    Args:
        words: the table `vocabulary`.
        national_series: its columns measure, unit and population are looked up.
        municipalities: of these the kommunegruppe.
    """
    sentences = []
    for kind in KINDS:
        used = (municipalities if kind == KOMMUNEGRUPPE else national_series)[kind]
        listed = words.loc[words["kind"] == kind, "term"]
        if missing := sorted(set(used) - set(listed)):
            names = ", ".join(map(repr, missing))
            sentences.append(f"{FILE}: has no word for the {kind} {names}; it is shown as it is")
    return sentences
