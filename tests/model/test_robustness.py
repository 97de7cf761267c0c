"""Rank bands: against a slow reference, and what must hold for any draw."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from samspil.model.robustness import (
    UNKNOWN,
    Problem,
    _draw_shares,
    _draw_weights,
    bands,
    draw_ranks,
    drivers,
)

DIMENSION = np.array([0, 0, 1, 1, 2])
EVEN = {"criterion_weights": np.ones(5), "dimension_weights": np.ones(3)}


def problem(levels, **weights):
    """Rows of levels, one a municipality, -1 for unknown; equal weights if not said otherwise."""
    return Problem(np.array(levels, dtype=np.int8), DIMENSION, **(EVEN | weights))


def test_the_same_seed_gives_the_same_ranks():
    case = problem([[2, -1, 1, 0, 2], [-1, 1, 1, 2, 0], [0, 0, -1, -1, 2]])
    assert (draw_ranks(case, 300, seed=5) == draw_ranks(case, 300, seed=5)).all()
    assert (draw_ranks(case, 300, seed=5) != draw_ranks(case, 300, seed=6)).any()


def test_who_is_at_least_as_good_on_everything_is_never_ranked_below():
    ranks = draw_ranks(problem([[2, 2, 1, 2, 2], [2, 1, 1, 0, 2]]), 500)
    assert (ranks[:, 0] <= ranks[:, 1]).all()


def test_unknowns_alone_against_a_plain_reference():
    """With fixed weights a lone unknown of weight 1/6 takes each of its three levels."""
    levels = [[1, 1, 1, 1, 1], [UNKNOWN, 1, 1, 1, 1]]
    ranks = draw_ranks(problem(levels), 3_000, vary_weights=False)
    better, level, worse = ((ranks[:, 1] - ranks[:, 0]) == d for d in (-1, 0, 1))
    for share in (better.mean(), level.mean(), worse.mean()):
        assert share == pytest.approx(1 / 3, abs=0.04)


def test_weights_alone_against_a_plain_reference():
    """Dirichlet(3·1/3, …) for the dimensions, Dirichlet(2·1/2, …) inside: both are uniform.

    The reference draws them one by one with the standard library and adds up in plain Python.
    """
    import random

    levels = [[2, 0, 1, 1, 0], [0, 1, 2, 1, 1], [1, 1, 0, 0, 2]]
    random.seed(1)

    def uniform_on_simplex(count):
        parts = [random.expovariate(1) for _ in range(count)]
        return [part / sum(parts) for part in parts]

    first = [0, 0, 0]
    for _ in range(4_000):
        dimensions = uniform_on_simplex(3)
        inside = [*uniform_on_simplex(2), *uniform_on_simplex(2), 1.0]
        totals = [
            sum(dimensions[d] * w * x for d, w, x in zip(DIMENSION, inside, row, strict=True))
            for row in levels
        ]
        first[totals.index(max(totals))] += 1
    ranks = draw_ranks(problem(levels), 4_000)
    assert (ranks == 1).mean(axis=0) == pytest.approx([n / 4_000 for n in first], abs=0.03)


@settings(max_examples=50, deadline=None)
@given(arrays(np.int8, (6, 5), elements=st.integers(0, 2)))
def test_with_fixed_weights_and_nothing_unknown_the_band_is_the_rank(levels):
    ranks = draw_ranks(problem(levels), 20, vary_weights=False)
    totals = sum(levels[:, d == DIMENSION].mean(axis=1) for d in range(3))
    expected = [1 + sum(other > own + 1e-9 for other in totals) for own in totals]
    found = bands(ranks)
    assert found["low"].tolist() == found["high"].tolist() == expected


def test_quarters_and_percentiles():
    ranks = np.tile(np.arange(1, 9), (10, 1))
    found = bands(ranks)
    assert found["p_top"].tolist() == [1, 1, 0, 0, 0, 0, 0, 0]
    assert found["p_bottom"].tolist() == [0, 0, 0, 0, 0, 0, 1, 1]
    assert found["low"].tolist() == list(range(1, 9))


def test_what_weighs_nothing_moves_no_rank():
    weights = np.array([1.0, 1, 1, 1, 0])
    one = problem([[2, 1, 0, 1, 0], [1, 2, 1, 0, 2]], criterion_weights=weights)
    other = problem([[2, 1, 0, 1, 2], [1, 2, 1, 0, UNKNOWN]], criterion_weights=weights)
    assert (draw_ranks(one, 200) == draw_ranks(other, 200)).all()


def slow_rank(totals):
    return [1 + sum(other > own + 1e-6 for other in totals) for own in totals]


def test_drivers_against_a_slow_reference():
    """The same draws, with holding, adding up and ranking written out draw by draw."""
    levels = [[2, 0, UNKNOWN, 1, 0], [0, UNKNOWN, 2, 1, 1], [1, 1, 0, 0, UNKNOWN]]
    case, draws = problem(levels), 60
    weight_stream, level_stream = np.random.default_rng(9).spawn(2)
    weights = _draw_weights(case, draws, weight_stream, True).astype(float)
    shares = _draw_shares(case, draws, level_stream, True).astype(float)
    moved = [0.0] * 5
    for w, drawn in zip(weights, shares, strict=True):
        before = slow_rank([sum(a * b for a, b in zip(w, row, strict=True)) for row in drawn])
        for held in range(5):
            mates = [c for c in range(5) if DIMENSION[c] == DIMENSION[held]]
            own = sum(w[c] for c in mates)
            rest = own - w[held]
            now = list(w)
            for c in mates:
                now[c] = w[c] * (own * (1 - 1 / len(mates)) / rest) if rest > 0 else w[c]
            now[held] = own / len(mates)
            rows = [list(row) for row in drawn]
            for m, row in enumerate(rows):
                if levels[m][held] == UNKNOWN:
                    row[held] = 0.5
            after = slow_rank([sum(a * b for a, b in zip(now, row, strict=True)) for row in rows])
            moved[held] += sum(abs(a - b) for a, b in zip(after, before, strict=True))
    expected = [total / (draws * len(levels)) for total in moved]
    assert drivers(case, draws, seed=9)[:5] == pytest.approx(expected, abs=1e-9)


def test_holding_weights_and_unknowns_at_once_leaves_nothing_to_move():
    case = problem([[2, 0, 1, 1, 0], [0, 1, 2, 1, 1], [1, 1, 0, 0, 2]])
    found = drivers(case, 200)
    assert found[-1] == 0
    assert found[-2] > 0


def test_relabelling_municipalities_changes_no_rank():
    levels = [[2, 0, UNKNOWN, 1, 0], [0, UNKNOWN, 2, 1, 1], [1, 1, 0, 0, UNKNOWN], [2, 2, 2, 0, 1]]
    order = [2, 0, 3, 1]
    ranks = draw_ranks(problem(levels), 100)
    turned = draw_ranks(problem([levels[i] for i in order]), 100)
    assert (turned == ranks[:, order]).all()
