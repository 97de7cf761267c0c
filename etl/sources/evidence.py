"""What public pages and documents show: the evidence (own compilation, one page a row)."""

import hashlib

import pandas as pd

from etl import schemas
from etl.sources.source import Source

FILE = "evidence.csv"


def _named(frame: pd.DataFrame, *_: object) -> pd.DataFrame:
    return named(frame, FILE)


def named(frame: pd.DataFrame, snapshot: str) -> pd.DataFrame:
    """The readings with the id of their claim and the file that they stand in."""
    source = frame["source_url"].fillna(frame["source_ref"])
    claims = zip(frame["code"], frame["criterion"], source, frame["year"], strict=True)
    ids = pd.Series([evidence_id(*claim) for claim in claims], frame.index, str)
    return frame.assign(id=ids, snapshot=pd.Series(snapshot, frame.index, str))


def evidence_id(code: str, criterion: str, source: str, year: int | None) -> str:
    """The name of a claim: the first ten hex digits of the sha1 of its parts.

    It stays the same when the source is read again. No year gives an empty last part.
    """
    key = f"{code}|{criterion}|{source}|{'' if pd.isna(year) else year}"
    return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()[:10]


SOURCE = Source(FILE, needs=("codes", "book", "release"), schema=schemas.evidence, finish=_named)
"""One reading a row, before corrections; etl.register.apply makes the table `evidence` of it."""
