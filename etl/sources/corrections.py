"""Objections to the evidence and their outcome (own register)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl.tables import Column, read_rows, refuse, refuse_duplicates, typed
from samspil.codebook import DERIVED, Codebook
from samspil.objection import COLUMNS

FILE = "corrections.csv"
WITHDRAW = "withdraw"
FIELDS = ("level", "value", "year", "source_url", "source_kind")
TEXTS = ("note", "note_da", "caveat", "caveat_da")
OUTCOMES = ("open", "accepted", "rejected")


def parse(path: Path, codes: Collection[str], book: Codebook) -> pd.DataFrame:
    """The rows of the table `correction`; raises DataError."""
    return check(path, read_rows(path, COLUMNS), codes, book)


def columns(codes: Collection[str], book: Codebook) -> tuple[Column, ...]:
    """What each column of the register may hold."""
    return (
        Column("id"),
        Column("evidence_id", optional=True),
        Column("code", choices=codes),
        Column("criterion", choices={c.id for c in book.criteria} - {DERIVED}),
        Column("field", choices=(*FIELDS, *TEXTS, WITHDRAW), optional=True),
        Column("old", optional=True),
        Column("new", optional=True),
        Column("by_role"),
        Column("objection"),
        Column("outcome", choices=OUTCOMES),
        Column("reason", optional=True),
        Column("source_url", "address", optional=True),
        Column("date", "date"),
    )


def check(path: Path, rows: pd.DataFrame, codes: Collection[str], book: Codebook) -> pd.DataFrame:
    """Rows of the register given as text, checked and typed; raises DataError."""
    frame = typed(path, rows, columns(codes, book))
    refuse_duplicates(path, frame, ["id"])
    settled = frame["outcome"] != "open"
    refuse(path, frame["reason"], settled & frame["reason"].isna(), "is needed for an outcome")
    accepted = frame["outcome"] == "accepted"
    refuse(path, frame["field"], accepted & frame["field"].isna(), "is needed to be applied")
    return frame
