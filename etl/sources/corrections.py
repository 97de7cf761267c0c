"""Objections to the evidence and their outcome (own register)."""

from etl import schemas
from etl.sources.source import Source

SOURCE = Source(
    "corrections.csv",
    needs=("codes", "book", "release"),
    schema=schemas.corrections,
    may_be_empty=True,
    table="correction",
)
