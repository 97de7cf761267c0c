"""The ranking by a reader's own weights, horizon and year, always with its bands."""

from dataclasses import dataclass, replace

import pandas as pd

from samspil.model.robustness import Problem, bands, draw_ranks, drivers
from samspil.model.scoring import Weights, assess, score
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

TOTAL = "total"
WEIGHTS, UNKNOWNS = "weights", "unknowns"
STAGE = ["stage_low", "stage_high"]
BANDS = {"low": "band_low", "high": "band_high", "p_top": "p_top", "p_bottom": "p_bottom"}

RECOMMENDED = "recommendation_2007"
EQUAL, ONLY_2007, TRANSPARENT_FIRST = "equal", "only_2007", "transparent_first"


@dataclass(frozen=True)
class Terms:
    """What a ranking depends on; hashable, so that an answer can be kept under it.

    dimensions, criteria: pairs of id and weight. horizon: years, or None for all.
    """

    dimensions: tuple[tuple[str, float], ...]
    criteria: tuple[tuple[str, float], ...]
    horizon: int | None
    year: int

    @property
    def weights(self) -> Weights:
        """The weights; raises WeightError as `Weights` does."""
        return Weights(dict(self.dimensions), dict(self.criteria))


def default_terms(warehouse: Warehouse) -> Terms:
    """The terms of the scores that the build holds for its newest year."""
    weights = Weights.of_build(warehouse)
    return Terms(
        tuple(weights.dimensions.items()),
        tuple(weights.criteria.items()),
        warehouse.build.horizon,
        warehouse.build.newest_year,
    )


def with_default_weights(warehouse: Warehouse, terms: Terms) -> Terms:
    """The same year and horizon by the build's own weights, which weigh all alike."""
    default = default_terms(warehouse)
    return replace(terms, dimensions=default.dimensions, criteria=default.criteria)


def preset(warehouse: Warehouse, name: str) -> tuple[dict[str, float], dict[str, float]]:
    """The weights of dimensions and criteria under a preset.

    EQUAL: all alike. ONLY_2007: only the criteria of the recommendations of 2007.
    TRANSPARENT_FIRST: transparency counts as much as the other two together.
    """
    dimensions = dict.fromkeys(queries.dimensions(warehouse)["id"], 1.0)
    rows = queries.criteria(warehouse)
    criteria = dict.fromkeys(rows["id"], 1.0)
    if name == ONLY_2007:
        criteria = {
            id_: float(origin == RECOMMENDED)
            for id_, origin in zip(rows["id"], rows["origin"], strict=True)
        }
    if name == TRANSPARENT_FIRST:
        dimensions["transparent"] = 2.0
    return dimensions, criteria


def ranking(warehouse: Warehouse, terms: Terms) -> pd.DataFrame:
    """The scores on these terms: the columns of `queries.scores`, in its order.

    Points, coverage and ranks are those of the terms; the stage is always that of the build's own
    weights and horizon in the year.

    Raises:
        WeightError: as `Weights` does.
    """
    default = default_terms(warehouse)
    scores = queries.scores(warehouse, terms.year)
    alike = (terms.dimensions, terms.criteria, terms.horizon)
    if alike == (default.dimensions, default.criteria, default.horizon):
        return scores
    names = scores.drop_duplicates("code")[["code", "name"]]
    own = score(warehouse, terms.weights, terms.horizon, terms.year).drop(columns="year")
    own = names.merge(own, on="code")
    held = scores.set_index(["code", "dimension"])[STAGE]
    own = own.drop(columns=STAGE).join(held, on=["code", "dimension"])
    own["ranked"] = int(own["rank"].notna().sum())
    problem, codes = _problem(warehouse, terms, ranked_codes(own))
    found = bands(draw_ranks(problem)) if len(codes) else pd.DataFrame(columns=list(BANDS))
    found = found.rename(columns=BANDS).assign(code=codes, dimension=TOTAL)
    return own.merge(found, on=["code", "dimension"], how="left")


def ranked_codes(rows: pd.DataFrame) -> tuple[str, ...]:
    """The municipalities that have a rank, of rows as `ranking` gives them."""
    return tuple(rows.loc[(rows["dimension"] == TOTAL) & rows["rank"].notna(), "code"])


def ranking_drivers(warehouse: Warehouse, terms: Terms, ranked: tuple[str, ...]) -> pd.DataFrame:
    """What moves the ranks of these municipalities most, the largest first.

    Columns: driver (a criterion, "weights" or "unknowns") and places (the mean absolute change of
    rank when the driver is held at its default and the rest is drawn). Empty where fewer than two
    municipalities are ranked.
    """
    problem, codes = _problem(warehouse, terms, ranked)
    if len(codes) < 2:
        return pd.DataFrame({"driver": [], "places": []})
    names = [*(id_ for id_, _ in terms.criteria), WEIGHTS, UNKNOWNS]
    found = pd.DataFrame({"driver": names, "places": drivers(problem)})
    return found.sort_values("places", ascending=False, kind="stable", ignore_index=True)


def _problem(
    warehouse: Warehouse, terms: Terms, ranked: tuple[str, ...]
) -> tuple[Problem, pd.Index]:
    """The ranked municipalities as arrays, and their codes."""
    known = assess(warehouse, terms.horizon, terms.year)
    levels = known[known["code"].isin(ranked)].pivot(
        index="code", columns="criterion", values="level"
    )
    levels = levels.reindex(index=sorted(ranked), columns=list(terms.weights.criteria))
    criteria = queries.criteria(warehouse)
    dimension_of = dict(zip(criteria["id"], criteria["dimension"], strict=True))
    return Problem.of(levels, dimension_of, terms.weights), levels.index
