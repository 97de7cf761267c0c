"""Assessments and scores: the SQL of scoring.sql, for the build and for a reader's own weights.

The formulas and the reasons for them stand in docs/SCORING.md.
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from samspil.model.codebook import (
    ADOPTION_YEAR,
    CONTEXT,
    DERIVED,
    SOURCE_KINDS,
    STATEMENT,
    WEBSITE,
    Codebook,
)
from samspil.warehouse.builds import Warehouse
from samspil.warehouse.named import named

_SQL_FILE = Path(__file__).with_suffix(".sql")

ALL_YEARS = 10_000
"""A horizon within which every reading counts."""

UNDATED_YEARS = 3
"""For how many years after it was read an undated reading counts, in a release year."""

DECIMALS = 6
"""Of a score: adding in another order changes the last ones, which nobody is shown."""

_COUNTED = ("first_year", "last_year", "horizon", "release_year", "undated_years", "statement",
            "website")  # fmt: skip
"""The parameters of the query `counted`."""

NEVER = -1
"""The release year to ask with where undated readings are to count in no year."""


class WeightError(ValueError):
    """The weights cannot be used; the message says why."""


@dataclass(frozen=True)
class Weights:
    """What each dimension and each scored criterion weighs; only the proportions matter."""

    dimensions: Mapping[str, float]
    criteria: Mapping[str, float]

    def __post_init__(self) -> None:
        """Raise WeightError for a weight below 0 or no number, and where all of a kind are 0."""
        for name, weight in (*self.dimensions.items(), *self.criteria.items()):
            if not math.isfinite(weight) or weight < 0:
                raise WeightError(
                    f"the weight of {name} must be a number of at least 0, not {weight}"
                )
        if not any(self.dimensions.values()) or not any(self.criteria.values()):
            raise WeightError("at least one dimension and one criterion must have a weight above 0")

    @classmethod
    def default(cls, codebook: Codebook) -> "Weights":
        """The weights of the codebook."""
        return cls(
            {d.id: d.weight for d in codebook.scored_dimensions},
            {c.id: c.weight for c in codebook.scored_criteria},
        )

    @classmethod
    def of_build(cls, warehouse: Warehouse) -> "Weights":
        """The default weights, as the build holds them."""
        rows = warehouse.query(
            "SELECT id, weight, dimension FROM criterion WHERE dimension <> $context",
            {"context": CONTEXT},
        )
        dimensions = warehouse.query(
            "SELECT id, weight FROM dimension WHERE id <> $context", {"context": CONTEXT}
        )
        return cls(
            dict(zip(dimensions["id"], dimensions["weight"], strict=True)),
            dict(zip(rows["id"], rows["weight"], strict=True)),
        )

    def parameters(self) -> dict[str, list]:
        """The weights as the score query takes them."""
        return {
            "dimensions": list(self.dimensions),
            "dimension_weights": [float(w) for w in self.dimensions.values()],
            "criteria": list(self.criteria),
            "criterion_weights": [float(w) for w in self.criteria.values()],
        }


def load_scores(connection: duckdb.DuckDBPyConnection, codebook: Codebook) -> None:
    """Fill the tables assessment and score for every year up to the newest (that of `build`)."""
    [(newest,)] = connection.execute("SELECT newest_year FROM build").fetchall()
    years = {"first_year": codebook.first_year, "last_year": newest}
    connection.execute(
        f"INSERT INTO assessment {_assessment()}",
        years | _assessment_parameters(codebook.horizon, newest),
    )
    connection.execute(
        f"INSERT INTO score {_sql('score')}",
        years
        | {"minimum_coverage": codebook.minimum_coverage}
        | Weights.default(codebook).parameters(),
    )


def score(warehouse: Warehouse, weights: Weights, horizon: int | None, year: int) -> pd.DataFrame:
    """The scores of every municipality in `year`, by a reader's own weights and horizon.

    Args:
        warehouse: the build whose evidence is scored.
        weights: what each dimension and criterion weighs.
        horizon: for how many years a dated reading counts; None for all.
        year: the year to be scored.

    Returns:
        The columns of the table `score`; a dimension without weight has no part in the total,
        one whose criteria weigh nothing has no rows. No rows at all where that is every one.
    """
    return warehouse.query(
        f"WITH assessment AS MATERIALIZED ({_assessment()}) FROM ({_sql('score')})",
        {
            "first_year": year,
            "last_year": year,
            "minimum_coverage": warehouse.build.minimum_coverage,
        }
        | _assessment_parameters(horizon, warehouse.build.newest_year)
        | weights.parameters(),
    )


def scored_alike(warehouse: Warehouse) -> bool:
    """Whether the rules of today give the newest year the scores that the build holds."""
    build = warehouse.build
    again = score(warehouse, Weights.of_build(warehouse), build.horizon, build.newest_year)
    held = warehouse.query("FROM score WHERE year = $year", {"year": build.newest_year})
    return _plain(again) == _plain(held)


def _plain(scores: pd.DataFrame) -> list[list]:
    rows = scores.set_index(["code", "dimension"]).sort_index()
    shown = rows[["documented", "possible", "coverage", "stage_low", "stage_high", "rank"]]
    return shown.astype(float).round(DECIMALS).fillna(-1).reset_index().to_numpy().tolist()


def assess(warehouse: Warehouse, horizon: int | None, year: int) -> pd.DataFrame:
    """The assessments of `year` with a reader's own horizon: the columns of `assessment`."""
    return warehouse.query(
        _assessment(),
        {"first_year": year, "last_year": year}
        | _assessment_parameters(horizon, warehouse.build.newest_year),
    )


def with_assessments(
    warehouse: Warehouse, query: str, horizon: int | None, year: int
) -> tuple[str, dict]:
    """A query of `assessment` that reads the assessments of a reader's own horizon instead.

    Args:
        warehouse: the build.
        query: begins with SELECT and names the table `assessment`.
        horizon: for how many years a dated reading counts; None for all.
        year: that the assessments are made for.

    Returns:
        The query, and the parameters that it takes beside its own; first_year and last_year are
        among them, and both are the year.
    """
    parameters = {"first_year": year, "last_year": year}
    parameters |= _assessment_parameters(horizon, warehouse.build.newest_year)
    return f"WITH assessment AS MATERIALIZED ({_assessment()}) {query}", parameters


def assess_dated(warehouse: Warehouse) -> pd.DataFrame:
    """The assessments of every year by dated evidence alone: the columns of `assessment`.

    Trends use these, since undated evidence counts in the newest year only.
    """
    (first,) = warehouse.query("SELECT min(year) AS year FROM score")["year"]
    build = warehouse.build
    years = {"first_year": int(first), "last_year": build.newest_year}
    return warehouse.query(_assessment(), years | _assessment_parameters(build.horizon, NEVER))


def counting(warehouse: Warehouse) -> pd.DataFrame:
    """The readings that count in the newest year, whether an assessment rests on them or not.

    Columns: those of `evidence`, assessed_year, undated and own (an answer of the municipality).
    """
    build = warehouse.build
    years = {"first_year": build.newest_year, "last_year": build.newest_year}
    parameters = years | _assessment_parameters(build.horizon, build.newest_year)
    asked = {name: value for name, value in parameters.items() if name in _COUNTED}
    return warehouse.query(f"{_sql('counted')} FROM counted", asked)


def method_stamp(codebook_file: Path) -> str:
    """Twelve hex digits that change with the codebook, its thresholds or the scoring SQL."""
    parts = codebook_file.read_bytes() + _SQL_FILE.read_bytes()
    return hashlib.sha256(parts).hexdigest()[:12]


def _assessment_parameters(horizon: int | None, release_year: int) -> dict:
    return {
        "horizon": ALL_YEARS if horizon is None else horizon,
        "release_year": release_year,
        "undated_years": UNDATED_YEARS,
        "source_kinds": list(SOURCE_KINDS),
        "statement": STATEMENT,
        "website": WEBSITE,
        "derived": DERIVED,
        "adoption_year": ADOPTION_YEAR,
    }


def _sql(name: str) -> str:
    """The query of that name in scoring.sql."""
    return named(_SQL_FILE, name)


def _assessment() -> str:
    """The query from evidence to assessment."""
    return f"{_sql('counted')}, {_sql('assessment')}"
