"""That somebody looked for evidence, and what came of it (own log)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas
from etl.release import Release
from etl.tables import read_table
from samspil.model.codebook import Codebook

FILE = "lookups.csv"


def parse(path: Path, codes: Collection[str], book: Codebook, release: Release) -> pd.DataFrame:
    """The rows of the table `lookup`; raises DataError."""
    return read_table(path, schemas.lookups(codes, book, release), may_be_empty=True)
