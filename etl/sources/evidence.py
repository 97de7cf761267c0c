"""What public pages and documents show: the evidence (own compilation, one page a row)."""

import hashlib
from collections.abc import Collection
from pathlib import Path

import pandas as pd

from etl import schemas
from etl.release import Release
from etl.tables import read_table
from samspil.model.codebook import Codebook

FILE = "evidence.csv"


def parse(path: Path, codes: Collection[str], book: Codebook, release: Release) -> pd.DataFrame:
    """The rows of the table `evidence`: one reading each; raises DataError."""
    frame = read_table(path, schemas.evidence(codes, book, release))
    source = frame["source_url"].fillna(frame["source_ref"])
    claims = zip(frame["code"], frame["criterion"], source, frame["year"], strict=True)
    return frame.assign(id=[evidence_id(*claim) for claim in claims], snapshot=path.name)


def evidence_id(code: str, criterion: str, source: str, year: int | None) -> str:
    """The name of a claim: the first ten hex digits of the sha1 of its parts.

    It stays the same when the source is read again. No year gives an empty last part.
    """
    key = f"{code}|{criterion}|{source}|{'' if pd.isna(year) else year}"
    return hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()[:10]
