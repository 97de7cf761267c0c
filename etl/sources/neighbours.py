"""Pairs of municipalities that share a land border (Klimadatastyrelsen, DAGI)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl.tables import Column, read_table, refuse, refuse_duplicates

FILE = "neighbours.csv"


def parse(path: Path, codes: Collection[str]) -> pd.DataFrame:
    """code_a and code_b, each pair once; raises DataError."""
    columns = (Column("code_a", choices=codes), Column("code_b", choices=codes))
    frame = read_table(path, columns)
    own = frame["code_a"] == frame["code_b"]
    refuse(path, frame["code_b"], own, "is a neighbour of itself")
    ordered = pd.DataFrame({"code_a": frame.min(axis=1), "code_b": frame.max(axis=1)})
    refuse_duplicates(path, ordered, ["code_a", "code_b"])
    return frame
