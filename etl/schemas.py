"""The rules that every frame of the ETL satisfies, as pandera schemas.

They are run after parsing and, for evidence, again after corrections. A rule over several columns
is named by the column that a message blames: "value: is missing for …".
"""

from collections.abc import Collection

import pandas as pd
import pandera.pandas as pa

from etl.fields import address, day, integer, number, once, rule, text
from etl.release import Release
from samspil.model.codebook import (
    ADOPTION_YEAR,
    CONTEXT,
    DERIVED,
    SOURCE_KINDS,
    STATEMENT,
    Codebook,
)
from samspil.warehouse.releases import WITHDRAW

FIRST_YEAR = 1990
"""No source on this subject speaks of an earlier year."""

REFORM = 2007
"""The year of the local government reform, from which changes are counted."""

FIRST_POPULATION = 2005
"""The first year of which the population of today's municipalities is known."""

METHODS = ("desk", "scan", "survey", "objection")
LOOKUP_OUTCOMES = ("found", "not_found", "gone", "blocked", "incomplete")
CORRECTION_OUTCOMES = ("open", "accepted", "rejected")
CORRECTED = ("level", "value", "year", "source_url", "source_kind", "note", "note_da", "caveat",
             "caveat_da")  # fmt: skip
"""The fields of a record that a correction can change."""

FUNCTION = r"^\d\.\d\d\.\d\d$"
"""How a function of the municipal accounts is written, such as 3.38.73."""

TYPES = {field: pa.Column(str) for field in CORRECTED} | {
    "level": pa.Column("Int64"),
    "value": pa.Column("Float64"),
    "year": pa.Column("Int64"),
}
"""The type of each of those fields."""

CLAIM = ["code", "criterion", "source_url", "source_ref", "year"]
"""What names a claim; with the day it was read, a reading."""


def municipalities() -> pa.DataFrameSchema:
    """The 98 municipalities and what they belong to."""
    code = pa.Check.str_matches(r"^\d{3}$", error="is not a municipality code of three digits")
    texts = ("name", "region_code", "region", "landsdel", "nuts3", "kommunegruppe")
    return pa.DataFrameSchema(
        {
            "code": pa.Column(str, code),
            **{name: text() for name in texts},
            "area_km2": number("Float64", low=0.1),
            "website": address(),
        },
        checks=[once("code"), once("name")],
    )


def neighbours(codes: Collection[str]) -> pa.DataFrameSchema:
    """Pairs of municipalities, each pair once."""
    return pa.DataFrameSchema(
        {"code_a": text(codes), "code_b": text(codes)},
        checks=[
            rule("code_b", "is a neighbour of itself", lambda f: f["code_a"] != f["code_b"]),
            rule(
                "code_a+code_b",
                "stands there already",
                lambda f: ~f.apply(sorted, axis=1, result_type="broadcast").duplicated(),
            ),
        ],
    )


def population(codes: Collection[str]) -> pa.DataFrameSchema:
    """Inhabitants on 1 January."""
    return pa.DataFrameSchema(
        {
            "code": text(codes),
            "year": integer(low=FIRST_POPULATION, high=2100),
            "population": integer(low=1),
        },
        checks=[once("code", "year")],
    )


def accounts(codes: Collection[str]) -> pa.DataFrameSchema:
    """Spending under the folkeoplysning act, in kroner per inhabitant."""
    return pa.DataFrameSchema(
        {
            "code": text(codes),
            "year": integer(low=REFORM, high=2100),
            "function": pa.Column(
                str, pa.Check.str_matches(FUNCTION, error="is not a function like 3.38.73")
            ),
            "label": text(),
            "kr_per_inhabitant": number("Float64", low=-100_000, high=100_000),
        },
        checks=[once("code", "year", "function")],
    )


def national_series() -> pa.DataFrameSchema:
    """Published national figures."""
    return pa.DataFrameSchema(
        {
            "year": integer(low=1900, high=2100, nullable=True),
            "measure": text(),
            "value": number("Float64"),
            "unit": text(),
            "population": text(),
            "source_url": address(),
            "note": text(nullable=True),
            "note_da": text(nullable=True),
        }
    )


def evidence(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """Readings: what one source, read on one day, shows about one criterion."""
    collected = {c.id for c in book.criteria} - {DERIVED}
    return pa.DataFrameSchema(
        {
            "code": text(codes),
            "criterion": text(collected),
            "level": integer(low=0, high=2),
            "value": number("Float64", low=0, nullable=True),
            "year": integer(low=FIRST_YEAR, high=release.year, nullable=True),
            "source_url": address(nullable=True),
            "source_kind": text(SOURCE_KINDS),
            "note": text(),
            "note_da": text(),
            "caveat": text(nullable=True),
            "caveat_da": text(nullable=True),
            "retrieved_on": day(release),
            "method": text(METHODS, required=False, default="desk"),
            "criterion_version": integer(low=1, required=False, default="1"),
            "source_ref": text(required=False, nullable=True),
        },
        checks=[*_source_rules(), *_value_rules(book, release), once(*CLAIM, "retrieved_on")],
    )


def _source_rules() -> list[pa.Check]:
    """A source has an address; only the municipality's own answer has none."""

    def own(frame: pd.DataFrame) -> pd.Series:
        return frame["source_kind"] == STATEMENT

    return [
        rule("source_url", "must not be empty", lambda f: own(f) | f["source_url"].notna()),
        rule(
            "source_url",
            f"is an address, but the source is a {STATEMENT}",
            lambda f: ~own(f) | f["source_url"].isna(),
        ),
        rule(
            "source_ref",
            f"must say who answered where the source is a {STATEMENT}, and nothing elsewhere",
            lambda f: own(f) == f["source_ref"].notna(),
        ),
        rule(
            "year",
            "is after the day it was read",
            lambda f: f["year"].isna() | (f["year"] <= f["retrieved_on"].dt.year),
        ),
    ]


def _value_rules(book: Codebook, release: Release) -> list[pa.Check]:
    """Context criteria have a value and no others do; an adoption year is a year."""
    context = [c.id for c in book.criteria if c.dimension == CONTEXT]
    newest = {c.id: c.version for c in book.criteria}

    def whole_year(frame: pd.DataFrame) -> pd.Series:
        value = frame["value"]
        return (value >= FIRST_YEAR) & (value <= release.year) & (value % 1 == 0)

    return [
        rule(
            "value",
            "is missing for a criterion that is a figure",
            lambda f: ~f["criterion"].isin(context) | f["value"].notna(),
        ),
        rule(
            "value",
            "is given for a criterion that has levels only",
            lambda f: f["criterion"].isin(context) | f["value"].isna(),
        ),
        rule(
            "value",
            "is not a year of adoption",
            lambda f: (f["criterion"] != ADOPTION_YEAR) | whole_year(f),
        ),
        rule(
            "criterion_version",
            "is a version that this criterion never had",
            lambda f: f["criterion_version"] <= f["criterion"].map(newest),
        ),
    ]


def lookups(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """That somebody looked, and what came of it."""
    return pa.DataFrameSchema(
        {
            "code": text(codes),
            "criterion": text({c.id for c in book.criteria} - {DERIVED}, nullable=True),
            "source_url": address(nullable=True),
            "method": text(METHODS),
            "looked_on": day(release),
            "outcome": text(LOOKUP_OUTCOMES),
            "note": text(nullable=True),
        },
        checks=[
            rule(
                "source_url",
                "must name the address that is gone",
                lambda f: (f["outcome"] != "gone") | f["source_url"].notna(),
            ),
            once("code", "criterion", "source_url", "method", "looked_on"),
        ],
    )


def corrections(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """Objections to the evidence and their outcome."""
    return pa.DataFrameSchema(
        {
            "id": text(),
            "evidence_id": text(nullable=True),
            "code": text(codes),
            "criterion": text({c.id for c in book.criteria} - {DERIVED}),
            "field": text((*CORRECTED, WITHDRAW), nullable=True),
            "old": text(nullable=True),
            "new": text(nullable=True),
            "by_role": text(),
            "objection": text(),
            "outcome": text(CORRECTION_OUTCOMES),
            "reason": text(nullable=True),
            "source_url": address(nullable=True),
            "date": day(release),
        },
        checks=[
            once("id"),
            rule(
                "reason",
                "is needed for an outcome",
                lambda f: (f["outcome"] == "open") | f["reason"].notna(),
            ),
            rule(
                "field",
                "is needed to be applied",
                lambda f: (f["outcome"] != "accepted") | f["field"].notna(),
            ),
        ],
    )
