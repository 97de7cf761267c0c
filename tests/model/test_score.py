"""Assessment to score, stage and rank: cases worked out by hand."""

import dataclasses

import pandas as pd
import pytest
from small import NEWEST, SMALL, criterion, make_warehouse, record

from samspil.model.scoring import WeightError, Weights, score
from samspil.warehouse.queries import scores


@pytest.fixture
def scored(tmp_path):
    """A function from records to the newest scores, indexed by code and dimension."""

    def of(evidence, codes=("101",), book=SMALL):
        warehouse = make_warehouse(tmp_path / "small.duckdb", evidence, codes, book)
        return scores(warehouse, NEWEST).set_index(["code", "dimension"])

    return of


def test_a_dimension_by_hand(scored):
    """One of two criteria is known and half met: 25 documented, 75 possible, 50 in the middle."""
    row = scored([record("page", 1)]).loc["101", "transparent"]
    assert (row["documented"], row["midpoint"], row["possible"]) == (25, 50, 75)
    assert (row["assessed"], row["coverage"], row["undated_share"]) == (50, 0.5, 0)


def test_the_total_is_the_mean_of_the_dimensions(scored):
    evidence = [record("page", 2), record("form", 1, None), record("charter", 0)]
    total = scored(evidence).loc["101", "total"]
    # formal: 0..100, nothing known; real: 0..50, half known; transparent: 75, all known.
    assert total["documented"] == pytest.approx(75 / 3)
    assert total["possible"] == pytest.approx((100 + 50 + 75) / 3)
    assert total["midpoint"] == pytest.approx((50 + 25 + 75) / 3)
    assert total["coverage"] == pytest.approx(1.5 / 3)
    assert total["undated_share"] == pytest.approx(0.5 / 3)
    assert total.isna()["assessed"]


def test_where_nothing_is_known_the_assessed_score_is_null_and_the_interval_is_open(scored):
    row = scored([]).loc["101", "formal"]
    assert (row["documented"], row["possible"], row["coverage"], row["undated_share"]) == (
        0,
        100,
        0,
        0,
    )
    assert row.isna()["assessed"]


def test_weights_inside_a_dimension(scored):
    heavy = [criterion("page", "transparent", 3.0) if c.id == "page" else c for c in SMALL.criteria]
    book = dataclasses.replace(SMALL, criteria=tuple(heavy))
    row = scored([record("page", 1), record("form", 0, None)], book=book).loc["101", "transparent"]
    assert row["documented"] == row["possible"] == row["assessed"] == 37.5
    assert row["undated_share"] == 0.25


def ten_criteria():
    """A codebook with ten criteria in each dimension, so that thresholds can be hit exactly."""
    members = [
        criterion(f"{dimension}_{number}", dimension)
        for dimension in ("formal", "real", "transparent")
        for number in range(10)
    ]
    return dataclasses.replace(SMALL, criteria=(*members, SMALL.criteria[-1]))


def met(dimension, halves):
    """Records for all ten criteria of a dimension that add up to `halves` times 5 points."""
    return [
        record(f"{dimension}_{number}", min(2, max(0, halves - 2 * number))) for number in range(10)
    ]


@pytest.mark.parametrize(
    ("halves", "stage"),
    [(0, 1), (3, 1), (4, 2), (7, 2), (8, 3), (11, 3), (12, 4), (15, 4), (16, 5), (20, 5)],
)
def test_the_stage_follows_the_weakest_dimension(scored, halves, stage):
    evidence = [*met("formal", 20), *met("real", halves), *met("transparent", 20)]
    total = scored(evidence, book=ten_criteria()).loc["101", "total"]
    assert (total["stage_low"], total["stage_high"]) == (stage, stage)


def test_what_is_unknown_leaves_the_stage_open(scored):
    evidence = [*met("formal", 20), *met("real", 20)[:5], *met("transparent", 20)]
    total = scored(evidence, book=ten_criteria()).loc["101", "total"]
    assert (total["stage_low"], total["stage_high"]) == (3, 5)


def test_only_who_reaches_the_coverage_threshold_is_ranked(scored):
    half = [record("page"), record("charter"), record("policy")]
    evidence = [
        *[{**r, "code": "101"} for r in half],
        *[{**r, "code": "147"} for r in half[:2]],
        *[{**r, "code": "151", "level": 1} for r in half],
    ]
    found = scored(evidence, ("101", "147", "151"))
    assert found.loc[("101", "total"), "coverage"] == 0.5
    assert found.loc[("101", "total"), "rank"] == 1
    assert found.isna().loc[("147", "total"), "rank"]
    assert found.loc[("151", "total"), "rank"] == 2
    assert set(found["ranked"]) == {2}
    assert found.xs("formal", level="dimension")["rank"].isna().all()


def test_equal_midpoints_share_a_rank_and_the_next_one_is_skipped(scored):
    """Thirds and sixths of the same sum tie, however the additions are rounded."""
    one = [record("page", 2), record("charter", 1), record("policy", 1)]
    other = [record("page", 0), record("charter", 2), record("policy", 2)]
    low = [record("page", 0), record("charter", 0), record("policy", 1)]
    evidence = [
        {**r, "code": code}
        for code, rows in (("101", one), ("147", other), ("151", low))
        for r in rows
    ]
    ranks = scored(evidence, ("101", "147", "151")).xs("total", level="dimension")["rank"]
    assert ranks.to_dict() == {"101": 1, "147": 1, "151": 3}


def test_a_dimension_without_weight_leaves_the_total_and_the_stage(tmp_path):
    evidence = [record("page", 2), record("form", 2), record("charter", 0), record("heard", 0)]
    warehouse = make_warehouse(tmp_path / "small.duckdb", evidence)
    default = Weights.default(SMALL)
    weights = Weights(default.dimensions | {"formal": 0, "real": 0}, default.criteria)
    found = score(warehouse, weights, 8, NEWEST).set_index("dimension")
    assert found.loc["total", "documented"] == 100
    assert found.loc["total", "stage_low"] == 5
    assert found.loc["real", "documented"] == 0
    nothing_inside = Weights(default.dimensions, default.criteria | {"charter": 0, "heard": 0})
    found = score(warehouse, nothing_inside, 8, NEWEST).set_index("dimension")
    assert "real" not in found.index
    assert found.loc["total", "documented"] == 50


@pytest.mark.parametrize(
    ("dimensions", "criteria"),
    [
        ({"formal": 0}, {"policy": 1}),
        ({"formal": 1}, {"policy": 0}),
        ({"formal": -1}, {"policy": 1}),
        ({"formal": float("nan")}, {"policy": 1}),
    ],
)
def test_weights_that_say_nothing_are_refused_with_a_sentence(dimensions, criteria):
    with pytest.raises(WeightError, match="weight"):
        Weights(dimensions, criteria)


def test_the_readers_query_with_default_weights_gives_the_stored_scores(tmp_path):
    evidence = [record("page", 1, None), record("charter", 2, 2019), record("policy", 0, 2021)]
    warehouse = make_warehouse(tmp_path / "small.duckdb", evidence, ("101", "147"))
    for year in (2019, 2021, NEWEST):
        stored = warehouse.query("FROM score WHERE year = $year", {"year": year})
        computed = score(warehouse, Weights.of_build(warehouse), 8, year)
        pd.testing.assert_frame_equal(
            computed.sort_values(["code", "dimension"], ignore_index=True),
            stored.sort_values(["code", "dimension"], ignore_index=True),
            check_dtype=False,
        )
