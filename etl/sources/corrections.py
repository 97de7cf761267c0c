"""Objections to the evidence and their outcome (own register)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas
from etl.release import Release
from etl.tables import read_table
from samspil.model.codebook import Codebook

FILE = "corrections.csv"


def parse(path: Path, codes: Collection[str], book: Codebook, release: Release) -> pd.DataFrame:
    """The rows of the table `correction`; raises DataError."""
    return read_table(path, schemas.corrections(codes, book, release), may_be_empty=True)
