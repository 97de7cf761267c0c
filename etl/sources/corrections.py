"""Objections to the evidence and their outcome (own register)."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl.tables import Column, read_table, refuse, refuse_duplicates
from samspil.codebook import DERIVED, Codebook

FILE = "corrections.csv"
WITHDRAW = "withdraw"
FIELDS = ("level", "value", "year", "source_url", "source_kind")
TEXTS = ("note", "note_da", "caveat", "caveat_da")
OUTCOMES = ("open", "accepted", "rejected")


def parse(path: Path, codes: Collection[str], book: Codebook) -> pd.DataFrame:
    """The rows of the table `correction`; raises DataError."""
    columns = (
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
    frame = read_table(path, columns)
    refuse_duplicates(path, frame, ["id"])
    settled = frame["outcome"] != "open"
    refuse(path, frame["reason"], settled & frame["reason"].isna(), "is needed for an outcome")
    accepted = frame["outcome"] == "accepted"
    refuse(path, frame["field"], accepted & frame["field"].isna(), "is needed to be applied")
    return frame
