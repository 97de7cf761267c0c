"""Rankings on a reader's own terms."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import make_warehouse, record

from samspil.model.ranking import (
    EQUAL,
    ONLY_2007,
    TRANSPARENT_FIRST,
    UNKNOWNS,
    WEIGHTS,
    default_terms,
    preset,
    ranked_codes,
    ranking,
    ranking_drivers,
)
from samspil.model.scoring import WeightError
from samspil.warehouse import queries


def on_preset(warehouse, name):
    dimensions, criteria = preset(warehouse, name)
    return replace(
        default_terms(warehouse),
        dimensions=tuple(dimensions.items()),
        criteria=tuple(criteria.items()),
    )


def ranks(rows):
    return rows[rows["dimension"] == "total"].set_index("code")["rank"].dropna().to_dict()


def test_equal_weights_are_the_default(frozen):
    default = default_terms(frozen)
    assert on_preset(frozen, EQUAL) == default
    stored = queries.scores(frozen, 2026)
    assert ranks(ranking(frozen, default)) == ranks(stored)


@settings(max_examples=5, deadline=None)
@given(scale=st.sampled_from([0.5, 2.0, 3.0]))
def test_only_the_proportions_of_the_weights_matter(frozen, scale):
    default = default_terms(frozen)
    scaled = replace(default, criteria=tuple((id_, scale * w) for id_, w in default.criteria))
    assert ranks(ranking(frozen, scaled)) == ranks(ranking(frozen, default))


def test_every_rank_lies_in_its_band(frozen):
    for name in (EQUAL, ONLY_2007, TRANSPARENT_FIRST):
        rows = ranking(frozen, on_preset(frozen, name))
        rows = rows[rows["rank"].notna()]
        assert len(rows)
        assert (rows["band_low"] <= rows["rank"]).all()
        assert (rows["rank"] <= rows["band_high"]).all()


def test_a_criterion_without_weight_plays_no_part(frozen):
    dimensions, criteria = preset(frozen, ONLY_2007)
    assert dimensions == {"formal": 1, "real": 1, "transparent": 1}
    origin = queries.criteria(frozen).set_index("id")["origin"]
    assert {id_ for id_, w in criteria.items() if w} == set(
        origin.index[origin == "recommendation_2007"]
    )


def test_transparency_first_counts_as_much_as_the_other_two(frozen):
    rows = ranking(frozen, on_preset(frozen, TRANSPARENT_FIRST))
    own = rows[rows["code"] == "630"].set_index("dimension")["documented"]
    expected = (own["formal"] + own["real"] + 2 * own["transparent"]) / 4
    assert own["total"] == pytest.approx(expected)


def test_the_stage_is_that_of_the_usual_weights_and_horizon_on_any_terms(frozen):
    default = default_terms(frozen)
    own = replace(
        on_preset(frozen, ONLY_2007), horizon=None, dimensions=(("formal", 1.0), ("real", 0.0),
                                                                ("transparent", 0.0)),
    )  # fmt: skip
    usual, weighed = (
        ranking(frozen, terms).query("dimension == 'total'").set_index("code")
        for terms in (default, own)
    )
    assert not weighed["midpoint"].equals(usual["midpoint"])
    for column in ("stage_low", "stage_high"):
        assert weighed[column].to_dict() == usual[column].to_dict()


def test_a_longer_horizon_never_knows_less(frozen):
    default = default_terms(frozen)
    short, long = (
        ranking(frozen, replace(default, horizon=horizon)).set_index(["code", "dimension"])
        for horizon in (4, None)
    )
    assert (long["coverage"] >= short["coverage"] - 1e-9).all()


def test_weights_that_say_nothing_are_refused(frozen):
    default = default_terms(frozen)
    with pytest.raises(WeightError):
        ranking(frozen, replace(default, dimensions=tuple((d, 0.0) for d, _ in default.dimensions)))


def test_drivers_name_every_criterion_the_weights_and_the_unknown(frozen):
    default = default_terms(frozen)
    found = ranking_drivers(frozen, default, ranked_codes(ranking(frozen, default)))
    assert set(found["driver"]) == {id_ for id_, _ in default.criteria} | {WEIGHTS, UNKNOWNS}
    assert found["places"].is_monotonic_decreasing
    assert (found["places"] >= 0).all()


def test_a_year_in_which_nobody_is_ranked_has_no_drivers(frozen):
    terms = replace(default_terms(frozen), year=2008)
    assert not ranks(ranking(frozen, terms))
    assert ranking_drivers(frozen, terms, ()).empty


CRITERIA = ("policy", "charter", "heard", "page", "form")
LEVELS = st.lists(st.integers(0, 2), min_size=5, max_size=5)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(levels=st.lists(LEVELS, min_size=4, max_size=4), better=st.integers(0, 4))
def test_who_improves_never_falls_among_the_same_ranked(levels, better):
    codes = ("101", "102", "103", "104")

    def rank_of_first(rows):
        evidence = [
            record(criterion, level, code=code)
            for code, row in zip(codes, rows, strict=True)
            for criterion, level in zip(CRITERIA, row, strict=True)
        ]
        with tempfile.TemporaryDirectory() as folder:
            house = make_warehouse(Path(folder) / "w.duckdb", evidence, codes)
            found = ranks(ranking(house, default_terms(house)))
            house.close()
        return found["101"]

    improved = [list(row) for row in levels]
    improved[0][better] = min(2, improved[0][better] + 1)
    assert rank_of_first(improved) <= rank_of_first(levels)
