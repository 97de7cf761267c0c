"""What municipalities answered in a hearing without naming a public page (own register)."""

from collections.abc import Collection

import pandas as pd
import pandera.pandas as pa

from etl import schemas
from etl.fields import rule
from etl.release import Release
from etl.sources.evidence import named
from etl.sources.source import Source
from samspil.model.codebook import STATEMENT, Codebook

FILE = "answers.csv"
METHOD = "survey"
RESPONDENT = "kommunen"
"""Who answered, as `source_ref` says it: an answer given later replaces the one before."""

COLUMNS = ("code", "criterion", "level", "value", "year", "source_url", "source_kind", "note",
           "note_da", "caveat", "caveat_da", "retrieved_on", "method", "criterion_version",
           "source_ref")  # fmt: skip


def _schema(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """The rules of evidence, and that nothing but own answers stands here."""
    own = [("source_kind", STATEMENT), ("method", METHOD), ("source_ref", RESPONDENT)]
    checks = [
        rule(column, f"is not {value}, as all in this file", _always(column, value))
        for column, value in own
    ]
    shared = schemas.evidence(codes, book, release)
    return pa.DataFrameSchema(shared.columns, checks=[*shared.checks, *checks])


def _always(column: str, value: str):
    return lambda frame: frame[column] == value


def _named(frame: pd.DataFrame, *_: object) -> pd.DataFrame:
    return named(frame, FILE)


SOURCE = Source(
    FILE, needs=("codes", "book", "release"), schema=_schema, finish=_named, may_be_empty=True
)
"""One answer a row; etl.register.apply joins them to the evidence."""
