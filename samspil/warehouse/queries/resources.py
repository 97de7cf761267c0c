"""What machines are given: the rows of every resource, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from samspil.model.codebook import CONTEXT
from samspil.model.scoring import with_assessments
from samspil.warehouse.builds import Warehouse
from samspil.warehouse.named import named

_FILE = Path(__file__).with_suffix(".sql")

_PARAMETERS = {
    "municipalities": ("code",),
    "scores": ("code", "year", "dimension"),
    "assessments": ("code", "year", "dimension", "criterion"),
    "evidence": ("code", "year", "dimension", "criterion"),
    "criteria": ("dimension", "criterion"),
    "indicators": ("code", "year"),
    "national_series": ("year",),
    "sources": (),
}
"""The filters that each query takes."""


@dataclass(frozen=True)
class Span:
    """Which rows of an answer: at most `limit`, after the first `offset`."""

    limit: int
    offset: int = 0


@dataclass(frozen=True)
class Rows:
    """Some of the rows of an answer, and how many there are in all."""

    frame: pd.DataFrame
    total: int


@dataclass(frozen=True)
class Offered:
    """What can be asked of a build: codes and ids in their order, the years that are scored.

    The scored ones are those without background figures.
    """

    codes: tuple[str, ...]
    criteria: tuple[str, ...]
    scored_criteria: tuple[str, ...]
    dimensions: tuple[str, ...]
    scored_dimensions: tuple[str, ...]
    first_year: int
    newest_year: int
    horizon: int


def offered(warehouse: Warehouse) -> Offered:
    """What can be asked of a build."""
    dimensions = warehouse.query("SELECT id, id AS dimension FROM dimension ORDER BY position")
    criteria = warehouse.query("SELECT id, dimension FROM criterion ORDER BY position")
    (codes,) = warehouse.query("SELECT list(code ORDER BY code) AS codes FROM municipality")[
        "codes"
    ]
    (first,) = warehouse.query("SELECT min(year) AS year FROM score")["year"]
    build = warehouse.build
    return Offered(
        tuple(codes),
        tuple(criteria["id"]),
        tuple(criteria.loc[criteria["dimension"] != CONTEXT, "id"]),
        tuple(dimensions["id"]),
        tuple(dimensions.loc[dimensions["id"] != CONTEXT, "id"]),
        int(first),
        build.newest_year,
        build.horizon,
    )


def rows(warehouse: Warehouse, resource: str, filters: Mapping[str, Any], span: Span) -> Rows:
    """The rows of a resource by the build's own weights and horizon.

    Args:
        warehouse: the build.
        resource: a query of resources.sql, which says what its columns are.
        filters: what is asked for, by name; what is left out asks for all.
        span: which of the rows.
    """
    parameters = {name: filters.get(name) for name in _PARAMETERS[resource]}
    build = warehouse.build
    if resource == "assessments":
        (first,) = warehouse.query("SELECT min(year) AS year FROM score")["year"]
        parameters |= {"first_year": int(first), "last_year": build.newest_year}
        parameters |= {"context": CONTEXT}
    if resource == "evidence":
        parameters |= {"newest_year": build.newest_year, "context": CONTEXT}
    return _page(warehouse, named(_FILE, resource), parameters, span)


def own_assessments(
    warehouse: Warehouse,
    horizon: int | None,
    year: int,
    filters: Mapping[str, Any],
    span: Span,
) -> Rows:
    """The rows of `assessments` in one year by a reader's own horizon (None for all years)."""
    asked = {name: filters.get(name) for name in _PARAMETERS["assessments"]} | {"year": year}
    query, parameters = with_assessments(warehouse, named(_FILE, "assessments"), horizon, year)
    return _page(warehouse, query, parameters | asked | {"context": CONTEXT}, span)


def _page(warehouse: Warehouse, query: str, parameters: dict, span: Span) -> Rows:
    """One page of a query; the rest is counted only where there may be one."""
    page = f"{query} LIMIT $limit OFFSET $offset"
    frame = warehouse.query(page, parameters | {"limit": span.limit, "offset": span.offset})
    total = span.offset + len(frame)
    if len(frame) == span.limit or (span.offset and frame.empty):
        (total,) = warehouse.query(f"SELECT count(*) AS n FROM ({query})", parameters)["n"]
    return Rows(frame, int(total))
