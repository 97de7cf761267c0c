"""Rank bands: how ranks vary over random draws of the weights and of the unknown levels.

Dimension weights are drawn from Dirichlet(3·w/Σw), the weights of the n criteria inside a
dimension from Dirichlet(n·w/Σw), each unknown level from 0, 1 and 2 with equal chance
(the Monte Carlo step of the OECD/JRC Handbook on Constructing Composite Indicators).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import numpy as np
import pandas as pd

from samspil.model.codebook import Codebook
from samspil.model.scoring import Weights

DRAWS = 2_000
SEED = 2007
CHUNK = 500
"""Draws that are held in memory at a time."""

UNKNOWN = -1


@dataclass(frozen=True)
class Problem:
    """The ranked municipalities as arrays.

    levels: int8, municipalities x criteria, UNKNOWN where nothing is known.
    dimension: int, criteria; the index of the dimension that a criterion belongs to.
    criterion_weights, dimension_weights: float; zero leaves one out.
    """

    levels: np.ndarray
    dimension: np.ndarray
    criterion_weights: np.ndarray
    dimension_weights: np.ndarray

    @classmethod
    def of(cls, levels: pd.DataFrame, dimension_of: dict[str, str], weights: Weights) -> "Problem":
        """From a frame of levels (one row a municipality, one column a criterion, NA unknown)."""
        dimensions = list(weights.dimensions)
        return cls(
            levels.fillna(UNKNOWN).to_numpy(dtype=np.int8),
            np.array([dimensions.index(dimension_of[c]) for c in levels.columns]),
            np.array([weights.criteria[c] for c in levels.columns], dtype=float),
            np.array([weights.dimensions[d] for d in dimensions], dtype=float),
        )


def draw_ranks(
    problem: Problem,
    draws: int = DRAWS,
    seed: int = SEED,
    *,
    vary_weights: bool = True,
    vary_unknowns: bool = True,
) -> np.ndarray:
    """The rank of every municipality in every draw: int32, draws x municipalities.

    What does not vary stays at its default: the weights as given, unknowns half met.
    """
    return np.concatenate(
        [
            _ranks_of(weights, shares)
            for weights, shares in _chunks(problem, draws, seed, vary_weights, vary_unknowns)
        ]
    )


def _chunks(
    problem: Problem, draws: int, seed: int, vary_weights: bool = True, vary_unknowns: bool = True
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Weights (draws x criteria) and shares (draws x municipalities x criteria), a chunk a time."""
    weight_stream, level_stream = np.random.default_rng(seed).spawn(2)
    for start in range(0, draws, CHUNK):
        size = min(CHUNK, draws - start)
        yield (
            _draw_weights(problem, size, weight_stream, vary_weights),
            _draw_shares(problem, size, level_stream, vary_unknowns),
        )


def _ranks_of(weights: np.ndarray, shares: np.ndarray) -> np.ndarray:
    return _rank(np.einsum("dmc,dc->dm", shares, weights, optimize=True))


def bands(ranks: np.ndarray) -> pd.DataFrame:
    """What `draw_ranks` found, one row a municipality.

    Returns:
        low, high: the 5th and 95th percentile of the rank; p_top, p_bottom: the share of draws
        in which it is in the best or the last quarter.
    """
    count = ranks.shape[1]
    low, high = np.percentile(ranks, (5, 95), axis=0)
    return pd.DataFrame(
        {
            "low": low,
            "high": high,
            "p_top": (ranks <= count / 4).mean(axis=0),
            "p_bottom": (ranks > 3 * count / 4).mean(axis=0),
        }
    )


def drivers(problem: Problem, draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """How far each source of uncertainty moves the ranks, in places.

    For each criterion, then for the weights, then for the unknowns: the mean absolute change of
    rank, over draws and municipalities, when it is held at its default (the weight as given, the
    unknowns half met) and everything else is drawn as before.

    Returns:
        float, criteria + 2.
    """
    count = len(problem.criterion_weights)
    default_weights, default_shares = next(_chunks(problem, 1, seed, False, False))
    moved = np.zeros(count + 2)
    for weights, shares in _chunks(problem, draws, seed):
        drawn = _ranks_of(weights, shares)
        for criterion in range(count):
            held = _held(problem, criterion, weights, shares)
            moved[criterion] += np.abs(_ranks_of(*held) - drawn).sum()
        every = np.broadcast_to(default_weights, weights.shape)
        moved[count] += np.abs(_ranks_of(every, shares) - drawn).sum()
        every = np.broadcast_to(default_shares, shares.shape)
        moved[count + 1] += np.abs(_ranks_of(weights, every) - drawn).sum()
    return moved / max(1, draws * len(problem.levels))


def load_rank_bands(connection: duckdb.DuckDBPyConnection, codebook: Codebook) -> None:
    """Fill the table rank_band for every year in which a municipality is ranked."""
    known = connection.execute(
        "SELECT code, year, criterion, level FROM assessment"
        " JOIN score USING (code, year) WHERE dimension = 'total' AND rank IS NOT NULL"
    ).df()
    weights = Weights.default(codebook)
    dimension_of = {c.id: c.dimension for c in codebook.scored_criteria}
    found = []
    for year, rows in known.groupby("year"):
        levels = rows.pivot(index="code", columns="criterion", values="level")
        levels = levels.reindex(columns=list(weights.criteria))
        band = bands(draw_ranks(Problem.of(levels, dimension_of, weights)))
        found.append(band.assign(code=levels.index, year=year))
    if found:
        rank_band = pd.concat(found)
        connection.register("drawn", rank_band)
        connection.execute("INSERT INTO rank_band BY NAME SELECT * FROM drawn")
        connection.unregister("drawn")


def _draw_weights(
    problem: Problem, size: int, stream: np.random.Generator, vary: bool
) -> np.ndarray:
    """The weight of each criterion in the total: float32, draws x criteria."""
    weights = np.zeros((size, len(problem.criterion_weights)), dtype=np.float32)
    inside = [
        np.flatnonzero((problem.dimension == d) & (problem.criterion_weights > 0))
        for d in range(len(problem.dimension_weights))
    ]
    used = [
        d for d, members in enumerate(inside) if len(members) and problem.dimension_weights[d] > 0
    ]
    share = problem.dimension_weights[used]
    dimension = _dirichlet(3 * share / share.sum(), size, stream, vary)
    for column, d in enumerate(used):
        w = problem.criterion_weights[inside[d]]
        criterion = _dirichlet(len(w) * w / w.sum(), size, stream, vary)
        weights[:, inside[d]] = dimension[:, [column]] * criterion
    return weights


def _dirichlet(alpha: np.ndarray, size: int, stream: np.random.Generator, vary: bool) -> np.ndarray:
    if vary:
        return stream.dirichlet(alpha, size)
    return np.broadcast_to(alpha / alpha.sum(), (size, len(alpha)))


def _draw_shares(
    problem: Problem, size: int, stream: np.random.Generator, vary: bool
) -> np.ndarray:
    """How far each criterion is met, 0..1: float32, draws x municipalities x criteria."""
    unknown = problem.levels == UNKNOWN
    shares = np.where(unknown, 0.5, problem.levels / 2).astype(np.float32)
    shares = np.repeat(shares[None], size, axis=0)
    if vary and unknown.any():
        # Drawn in the order of the levels, so that names and codes do not change a rank.
        order = np.lexsort(problem.levels.T)
        municipality, criterion = np.nonzero(unknown[order])
        drawn = stream.integers(0, 3, size=(size, len(criterion)), dtype=np.int8)
        shares[:, order[municipality], criterion] = drawn / np.float32(2)
    return shares


def _held(
    problem: Problem, criterion: int, weights: np.ndarray, shares: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The draws with one criterion put back to its default; the others share what is left."""
    same = problem.dimension == problem.dimension[criterion]
    within = problem.criterion_weights[same].sum()
    if within > 0:
        weights = weights.copy()
        default = np.float32(problem.criterion_weights[criterion] / within)
        own = weights[:, same].sum(axis=1)
        others = own - weights[:, criterion]
        left = np.divide(own * (1 - default), others, out=np.ones_like(own), where=others > 0)
        weights[:, same] *= left[:, None]
        weights[:, criterion] = own * default
    unknown = problem.levels[:, criterion] == UNKNOWN
    if unknown.any():
        shares = shares.copy()
        shares[:, unknown, criterion] = 0.5
    return weights, shares


def _rank(scores: np.ndarray) -> np.ndarray:
    """Rank 1 for the highest score of a row; scores that differ by less than 1e-6 tie."""
    order = np.argsort(-scores, axis=1, kind="stable")
    descending = np.take_along_axis(scores, order, axis=1)
    position = np.arange(1, scores.shape[1] + 1, dtype=np.int32)
    leads = np.ones(scores.shape, dtype=bool)
    leads[:, 1:] = descending[:, :-1] - descending[:, 1:] > 1e-6
    shared = np.maximum.accumulate(np.where(leads, position, 0), axis=1)
    ranks = np.empty_like(shared)
    np.put_along_axis(ranks, order, shared, axis=1)
    return ranks
