"""What public pages and documents show: the evidence (own compilation, one page a row)."""

import hashlib
from collections.abc import Collection
from datetime import date
from pathlib import Path

import pandas as pd

from etl.tables import Column, read_table, refuse, refuse_duplicates
from samspil.codebook import ADOPTION_YEAR, CONTEXT, DERIVED, SOURCE_KINDS, Codebook

FILE = "evidence.csv"
KEY = ["code", "criterion", "source_url", "year"]
FIRST_YEAR = 1990
METHOD = "desk"


def parse(path: Path, codes: Collection[str], book: Codebook, retrieved_on: date) -> pd.DataFrame:
    """The rows of the table `evidence`; raises DataError."""
    columns = (
        Column("code", choices=codes),
        Column("criterion", choices={c.id for c in book.criteria} - {DERIVED}),
        Column("level", "integer", low=0, high=2),
        Column("value", "number", low=0, optional=True),
        Column("year", "integer", low=FIRST_YEAR, high=retrieved_on.year, optional=True),
        Column("source_url", "address"),
        Column("source_kind", choices=SOURCE_KINDS),
        Column("note"),
        Column("note_da"),
        Column("caveat", optional=True),
        Column("caveat_da", optional=True),
    )
    frame = read_table(path, columns)
    _check_values(path, frame, book, retrieved_on)
    refuse_duplicates(path, frame, KEY)
    return frame.assign(
        id=[evidence_id(*key) for key in frame[KEY].itertuples(index=False)],
        method=METHOD,
        retrieved_on=retrieved_on,
        snapshot=FILE,
    )


def evidence_id(code: str, criterion: str, source_url: str, year: int | None) -> str:
    """The first ten hex digits of the sha1 of the key; no year gives an empty last part."""
    key = f"{code}|{criterion}|{source_url}|{'' if pd.isna(year) else year}"
    return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()[:10]


def _check_values(path: Path, frame: pd.DataFrame, book: Codebook, retrieved_on: date) -> None:
    """Context criteria have a value and no others do; an adoption year is a year."""
    context = frame["criterion"].isin([c.id for c in book.criteria if c.dimension == CONTEXT])
    value = frame["value"]
    refuse(path, value, context & value.isna(), "is missing for a criterion that is a figure")
    refuse(path, value, ~context & value.notna(), "is given for a criterion that has levels only")
    years = frame["criterion"] == ADOPTION_YEAR
    whole = (value >= FIRST_YEAR) & (value <= retrieved_on.year) & (value % 1 == 0)
    refuse(path, value, years & ~whole.fillna(False), "is not a year of adoption")
