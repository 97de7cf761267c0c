"""Pairs of municipalities that share a land border (Klimadatastyrelsen, DAGI)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas
from etl.tables import read_table

FILE = "neighbours.csv"


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """code_a and code_b, each pair once; raises DataError."""
    return read_table(path, schemas.neighbours(codes))
