"""The rules that every frame of the ETL satisfies, as pandera schemas.

They are run after parsing and, for evidence, again after corrections. A rule over several columns
is named by the column that a message blames: "value: is missing for …".
"""

from collections.abc import Callable, Collection

import pandas as pd
import pandera.pandas as pa

from etl.release import Release
from etl.tables import is_address
from samspil.model.codebook import (
    ADOPTION_YEAR,
    CONTEXT,
    DERIVED,
    SOURCE_KINDS,
    STATEMENT,
    Codebook,
)
from samspil.present.vocabulary import KINDS

FIRST_YEAR = 1990
"""No source on this subject speaks of an earlier year."""

REFORM = 2007
"""The year of the local government reform, from which changes are counted."""

METHODS = ("desk", "scan", "survey", "objection")
LOOKUP_OUTCOMES = ("found", "not_found", "gone", "blocked", "incomplete")
CORRECTION_OUTCOMES = ("open", "accepted", "rejected")
WITHDRAW = "withdraw"
CORRECTED = ("level", "value", "year", "source_url", "source_kind", "note", "note_da", "caveat",
             "caveat_da")  # fmt: skip
"""The fields of a record that a correction can change."""

FUNCTIONS = ("3.38.73",)
TYPES = {field: pa.Column(str) for field in CORRECTED} | {
    "level": pa.Column("Int64"),
    "value": pa.Column("Float64"),
    "year": pa.Column("Int64"),
}
"""The type of each of those fields."""

CLAIM = ["code", "criterion", "source_url", "source_ref", "year"]
"""What names a claim; with the day it was read, a reading."""


def _text(choices: Collection[str] | None = None, **options: object) -> pa.Column:
    checks = [] if choices is None else [pa.Check.isin(list(choices), error=_allowed(choices))]
    return pa.Column(str, checks, **options)


def _allowed(choices: Collection[str]) -> str:
    few = len(choices) <= len("ABCDEFGH")
    return f"is not one of {', '.join(sorted(choices))}" if few else "is not known here"


def _number(
    kind: str, low: float | None = None, high: float | None = None, **options: object
) -> pa.Column:
    checks = []
    if low is not None:
        checks.append(pa.Check.ge(low, error=f"is below {low:g}"))
    if high is not None:
        checks.append(pa.Check.le(high, error=f"is above {high:g}"))
    return pa.Column(kind, checks, **options)


def _integer(low: int | None = None, high: int | None = None, **options: object) -> pa.Column:
    return _number("Int64", low, high, **options)


def _day(release: Release | None = None, **options: object) -> pa.Column:
    checks = []
    if release:
        checks.append(
            pa.Check.le(
                pd.Timestamp(release.date),
                error=f"is after the release {release.name} of {release.date.isoformat()}; "
                "move data/release.toml first",
            )
        )
    return pa.Column("datetime64[us]", checks, **options)


def _address(**options: object) -> pa.Column:
    valid = pa.Check(is_address, element_wise=True, error="is not an http or https address")
    return pa.Column(str, [valid], **options)


def _rule(column: str, why: str, holds: Callable[[pd.DataFrame], pd.Series]) -> pa.Check:
    """A rule over whole rows; `holds` says of each row whether it does."""
    return pa.Check(lambda frame: holds(frame).fillna(False).astype(bool), error=f"{column}: {why}")


def _once(*columns: str) -> pa.Check:
    """No two rows share these columns."""
    return _rule("+".join(columns), "stands there already", lambda f: ~f.duplicated(list(columns)))


def municipalities() -> pa.DataFrameSchema:
    """The 98 municipalities and what they belong to."""
    code = pa.Check.str_matches(r"^\d{3}$", error="is not a municipality code of three digits")
    texts = ("name", "region_code", "region", "landsdel", "nuts3", "kommunegruppe")
    return pa.DataFrameSchema(
        {
            "code": pa.Column(str, code),
            **{name: _text() for name in texts},
            "area_km2": _number("Float64", low=0.1),
            "website": _address(),
        },
        checks=[_once("code"), _once("name")],
    )


def neighbours(codes: Collection[str]) -> pa.DataFrameSchema:
    """Pairs of municipalities, each pair once."""
    return pa.DataFrameSchema(
        {"code_a": _text(codes), "code_b": _text(codes)},
        checks=[
            _rule("code_b", "is a neighbour of itself", lambda f: f["code_a"] != f["code_b"]),
            _rule(
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
            "code": _text(codes),
            "year": _integer(low=REFORM, high=2100),
            "population": _integer(low=1),
        },
        checks=[_once("code", "year")],
    )


def accounts(codes: Collection[str]) -> pa.DataFrameSchema:
    """Spending under the folkeoplysning act, in kroner per inhabitant."""
    return pa.DataFrameSchema(
        {
            "code": _text(codes),
            "year": _integer(low=REFORM, high=2100),
            "function": _text(FUNCTIONS),
            "label": _text(),
            "kr_per_inhabitant": _number("Float64", low=-100_000, high=100_000),
        },
        checks=[_once("code", "year")],
    )


def national_series() -> pa.DataFrameSchema:
    """Published national figures."""
    return pa.DataFrameSchema(
        {
            "year": _integer(low=1900, high=2100, nullable=True),
            "measure": _text(),
            "value": _number("Float64"),
            "unit": _text(),
            "population": _text(),
            "source_url": _address(),
            "note": _text(nullable=True),
            "note_da": _text(nullable=True),
        }
    )


def vocabulary() -> pa.DataFrameSchema:
    """The readers' words for terms of the snapshots."""
    words = {name: _text() for name in ("term", "da", "en")}
    return pa.DataFrameSchema({"kind": _text(KINDS), **words}, checks=[_once("kind", "term")])


def evidence(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """Readings: what one source, read on one day, shows about one criterion."""
    collected = {c.id for c in book.criteria} - {DERIVED}
    return pa.DataFrameSchema(
        {
            "code": _text(codes),
            "criterion": _text(collected),
            "level": _integer(low=0, high=2),
            "value": _number("Float64", low=0, nullable=True),
            "year": _integer(low=FIRST_YEAR, high=release.year, nullable=True),
            "source_url": _address(nullable=True),
            "source_kind": _text(SOURCE_KINDS),
            "note": _text(),
            "note_da": _text(),
            "caveat": _text(nullable=True),
            "caveat_da": _text(nullable=True),
            "retrieved_on": _day(release),
            "method": _text(METHODS, required=False, default="desk"),
            "criterion_version": _integer(low=1, required=False, default="1"),
            "source_ref": _text(required=False, nullable=True),
        },
        checks=[*_source_rules(), *_value_rules(book, release), _once(*CLAIM, "retrieved_on")],
    )


def _source_rules() -> list[pa.Check]:
    """A source has an address; only the municipality's own answer has none."""

    def own(frame: pd.DataFrame) -> pd.Series:
        return frame["source_kind"] == STATEMENT

    return [
        _rule("source_url", "must not be empty", lambda f: own(f) | f["source_url"].notna()),
        _rule(
            "source_url",
            f"is an address, but the source is a {STATEMENT}",
            lambda f: ~own(f) | f["source_url"].isna(),
        ),
        _rule(
            "source_ref",
            f"must say who answered where the source is a {STATEMENT}, and nothing elsewhere",
            lambda f: own(f) == f["source_ref"].notna(),
        ),
        _rule(
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
        _rule(
            "value",
            "is missing for a criterion that is a figure",
            lambda f: ~f["criterion"].isin(context) | f["value"].notna(),
        ),
        _rule(
            "value",
            "is given for a criterion that has levels only",
            lambda f: f["criterion"].isin(context) | f["value"].isna(),
        ),
        _rule(
            "value",
            "is not a year of adoption",
            lambda f: (f["criterion"] != ADOPTION_YEAR) | whole_year(f),
        ),
        _rule(
            "criterion_version",
            "is a version that this criterion never had",
            lambda f: f["criterion_version"] <= f["criterion"].map(newest),
        ),
    ]


def lookups(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """That somebody looked, and what came of it."""
    return pa.DataFrameSchema(
        {
            "code": _text(codes),
            "criterion": _text({c.id for c in book.criteria} - {DERIVED}, nullable=True),
            "source_url": _address(nullable=True),
            "method": _text(METHODS),
            "looked_on": _day(release),
            "outcome": _text(LOOKUP_OUTCOMES),
            "note": _text(nullable=True),
        },
        checks=[
            _rule(
                "source_url",
                "must name the address that is gone",
                lambda f: (f["outcome"] != "gone") | f["source_url"].notna(),
            ),
            _once("code", "criterion", "source_url", "method", "looked_on"),
        ],
    )


def corrections(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """Objections to the evidence and their outcome."""
    return pa.DataFrameSchema(
        {
            "id": _text(),
            "evidence_id": _text(nullable=True),
            "code": _text(codes),
            "criterion": _text({c.id for c in book.criteria} - {DERIVED}),
            "field": _text((*CORRECTED, WITHDRAW), nullable=True),
            "old": _text(nullable=True),
            "new": _text(nullable=True),
            "by_role": _text(),
            "objection": _text(),
            "outcome": _text(CORRECTION_OUTCOMES),
            "reason": _text(nullable=True),
            "source_url": _address(nullable=True),
            "date": _day(release),
        },
        checks=[
            _once("id"),
            _rule(
                "reason",
                "is needed for an outcome",
                lambda f: (f["outcome"] == "open") | f["reason"].notna(),
            ),
            _rule(
                "field",
                "is needed to be applied",
                lambda f: (f["outcome"] != "accepted") | f["field"].notna(),
            ),
        ],
    )
