"""The codebook: what is measured, in which words, with which weights."""

import tomllib
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from samspil.paths import DATA

CODEBOOK_PATH = DATA / "codebook.toml"

UNUSED = ("Bruges ikke", "Not used")
"""How the wording of a level begins that a criterion has not."""

CONTEXT = "context"
"""The dimension of what is shown but never scored."""

DERIVED = "policy_current"
"""The one criterion that is computed from another (ADOPTION_YEAR) instead of collected."""

ADOPTION_YEAR = "policy_year"
"""The context criterion whose value is the year in which the policy was adopted."""

SOURCE_KINDS = (
    "municipality_site",
    "municipal_document",
    "council_minutes",
    "organisation_site",
    "report",
    "press",
    "other",
    "municipality_statement",
)
"""Kinds of source, the strongest first."""

STATEMENT = "municipality_statement"
"""A municipality's own answer without a public address: level 1 at most, and never for WEBSITE."""

WEBSITE = "web_"
"""How the id of a criterion begins that only a website can show."""

ORIGINS = ("recommendation_2007", "frames_2013", "competence_study", "own_reading", "own_addition")
FACETS = ("", "influence", "support")
OBSERVATIONS = ("desk", "scan", "survey", "derived")


LARGEST = 2**31 - 1
"""The largest number that a column of the warehouse takes."""


class CodebookError(Exception):
    """The codebook is incomplete or contradicts itself; the message names the place."""


@dataclass(frozen=True)
class Stage:
    """A step of maturity; `threshold` is the lowest score (0-100) that reaches it."""

    stage: int
    threshold: float
    name_da: str
    name_en: str


@dataclass(frozen=True)
class Dimension:
    """A dimension: formal, real, transparent, or context, which is not scored."""

    id: str
    name_da: str
    name_en: str
    description_da: str
    description_en: str
    weight: float


@dataclass(frozen=True)
class Criterion:
    """One question that is answered for every municipality on the levels 0, 1 and 2.

    fresh_years: for how many years a source reconfirms an assessment. requires: the id of a
    criterion without which this one cannot be met, or "". version: rises where a cell could now be
    coded otherwise.
    """

    id: str
    dimension: str
    facet: str
    version: int
    name_da: str
    name_en: str
    question_da: str
    question_en: str
    level0_da: str
    level1_da: str
    level2_da: str
    level0_en: str
    level1_en: str
    level2_en: str
    weight: float
    origin: str
    observed_by: tuple[str, ...]
    fresh_years: int
    requires: str
    advice_da: str
    advice_en: str
    publish_da: str
    publish_en: str


@dataclass(frozen=True)
class Group:
    """One of the groups that a context criterion counts; `criterion` is that criterion's id."""

    criterion: str
    id: str
    name_da: str
    name_en: str


@dataclass(frozen=True)
class Codebook:
    """All that is measured, in the order in which it is shown."""

    version: str
    minimum_coverage: float
    horizon: int
    first_year: int
    stages: tuple[Stage, ...]
    dimensions: tuple[Dimension, ...]
    criteria: tuple[Criterion, ...]
    groups: tuple[Group, ...] = ()

    @cached_property
    def scored_dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that make up the total."""
        return tuple(d for d in self.dimensions if d.id != CONTEXT)

    @cached_property
    def scored_criteria(self) -> tuple[Criterion, ...]:
        """The criteria that make up the dimensions."""
        return tuple(c for c in self.criteria if c.dimension != CONTEXT)


def load_codebook(path: Path = CODEBOOK_PATH) -> Codebook:
    """Read and check the codebook.

    Raises:
        CodebookError: the file is missing, is no TOML, or lacks or contradicts something.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CodebookError(f"{path.name}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise CodebookError(f"{path.name}: is not UTF-8 text (byte {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise CodebookError(f"{path.name}: is not valid TOML ({error})") from error
    book = Codebook(
        version=_value(path, "the codebook", content, "version", str),
        minimum_coverage=float(_value(path, "the codebook", content, "minimum_coverage", float)),
        horizon=_value(path, "the codebook", content, "horizon", int),
        first_year=_value(path, "the codebook", content, "first_year", int),
        stages=_rows(path, content, "stage", Stage),
        dimensions=_rows(path, content, "dimension", Dimension),
        criteria=_rows(path, content, "criterion", Criterion),
        groups=_rows(path, content, "group", Group) if "group" in content else (),
    )
    _check(path, book)
    return book


def _rows(path: Path, content: dict, key: str, kind: type) -> tuple:
    """Every [[key]] table as an instance of the dataclass `kind`."""
    tables = content.get(key, [])
    if not (tables and isinstance(tables, list) and all(isinstance(t, dict) for t in tables)):
        raise CodebookError(f"{path.name}: has no [[{key}]]")
    return tuple(_row(path, key, number, table, kind) for number, table in enumerate(tables, 1))


def _row(path: Path, key: str, number: int, table: dict, kind: type):
    where = f"{key} {table.get('id', table.get('stage', f'no. {number}'))!r}"
    names = {field.name for field in fields(kind)}
    if unknown := sorted(set(table) - names):
        raise CodebookError(f"{path.name}: {where} has an unknown field {unknown[0]!r}")
    values = {}
    for field in fields(kind):
        expected: Any = list if field.name == "observed_by" else field.type
        value = _value(path, where, table, field.name, expected)
        if expected is list and not all(isinstance(item, str) for item in value):
            raise CodebookError(f"{path.name}: {where} has {field.name} = {value!r}, not texts")
        values[field.name] = tuple(value) if isinstance(value, list) else value
    return kind(**values)


def _value(path: Path, where: str, table: dict, name: str, expected: type):
    """One field, of the expected type and not empty (a facet may be)."""
    if name not in table:
        raise CodebookError(f"{path.name}: {where} has no {name!r}")
    value = table[name]
    numbers = (int, float) if expected is float else (expected,)
    if not isinstance(value, numbers) or isinstance(value, bool):
        raise CodebookError(f"{path.name}: {where} has {name} = {value!r}, not {expected.__name__}")
    if isinstance(value, int | float) and not abs(value) <= LARGEST:
        raise CodebookError(f"{path.name}: {where} has a {name!r} that is no number to {LARGEST}")
    empty = value in ("", []) and name not in ("facet", "requires")
    if empty or (isinstance(value, str) and value != value.strip()):
        raise CodebookError(f"{path.name}: {where} has an empty or untidy {name!r}")
    return value


def _check(path: Path, book: Codebook) -> None:
    """What the parts must satisfy together."""
    _unique(path, "dimension", [d.id for d in book.dimensions])
    _unique(path, "stage", [str(stage.stage) for stage in book.stages])
    _unique(path, "criterion", [c.id for c in book.criteria])
    _check_groups(path, book)
    known = {d.id for d in book.dimensions}
    for criterion in book.criteria:
        where = f"{path.name}: criterion {criterion.id!r} has"
        if criterion.dimension not in known:
            raise CodebookError(f"{where} an unknown dimension {criterion.dimension!r}")
        if criterion.facet not in FACETS:
            raise CodebookError(f"{where} an unknown facet {criterion.facet!r}")
        if criterion.origin not in ORIGINS:
            raise CodebookError(f"{where} an unknown origin {criterion.origin!r}")
        if strange := set(criterion.observed_by) - set(OBSERVATIONS):
            raise CodebookError(f"{where} an unknown observed_by {sorted(strange)[0]!r}")
        if criterion.weight < 0:
            raise CodebookError(f"{where} a negative weight {criterion.weight!r}")
        if criterion.fresh_years < 1 or criterion.version < 1:
            raise CodebookError(f"{where} fresh_years or a version below 1")
        if criterion.requires not in ("", *(c.id for c in book.criteria if c != criterion)):
            raise CodebookError(f"{where} an unknown criterion in requires {criterion.requires!r}")
    for dimension in book.scored_dimensions:
        members = [c for c in book.criteria if c.dimension == dimension.id]
        if dimension.weight <= 0 or sum(c.weight for c in members) <= 0:
            raise CodebookError(f"{path.name}: dimension {dimension.id!r} has no weight to score")
    thresholds = [stage.threshold for stage in book.stages]
    if thresholds != sorted(set(thresholds)) or thresholds[0] != 0:
        raise CodebookError(f"{path.name}: stage thresholds must rise from 0, not {thresholds!r}")
    if not 0 < book.minimum_coverage <= 1:
        raise CodebookError(f"{path.name}: minimum_coverage must lie in (0, 1]")


def _check_groups(path: Path, book: Codebook) -> None:
    """Groups are counted by context figures, each once."""
    _unique(path, "group", [f"{group.criterion}/{group.id}" for group in book.groups])
    context = {c.id for c in book.criteria if c.dimension == CONTEXT}
    if strange := sorted({group.criterion for group in book.groups} - context):
        raise CodebookError(f"{path.name}: a group is counted by {strange[0]!r}, no context figure")


def _unique(path: Path, what: str, ids: list[str]) -> None:
    for id_ in ids:
        if ids.count(id_) > 1:
            raise CodebookError(f"{path.name}: {what} {id_!r} stands there more than once")
