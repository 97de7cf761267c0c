"""Standing in a group: by hand."""

import pandas as pd
import pytest
from small import make_warehouse, record

from samspil.analysis.benchmark import (
    CHOSEN,
    FEW_MEMBERS,
    LITTLE_KNOWN,
    best_documented,
    compare,
    gaps,
    groups,
    met_by,
    percentile,
)
from samspil.warehouse import queries


def scores(rows):
    """Rows of (code, documented, midpoint, coverage)."""
    columns = ["code", "documented", "midpoint", "coverage"]
    return pd.DataFrame(rows, columns=columns).set_index("code")


SIX = [
    ("own", 50.0, 60.0, 0.5),
    ("a", 10.0, 40.0, 0.6),
    ("b", 20.0, 60.0, 0.7),
    ("c", 30.0, 70.0, 0.5),
    ("d", 40.0, 50.0, 0.9),
    ("e", 80.0, 90.0, 1.0),
]
MEMBERS = ("a", "b", "c", "d", "e")


BORNHOLM = "400"


def test_a_group_without_another_member_is_none(frozen):
    assert [group.id for group in groups(frozen, BORNHOLM)] == [
        "country", "region", "kommunegruppe", "neighbours", "similar"
    ]  # fmt: skip
    assert CHOSEN not in [group.id for group in groups(frozen, BORNHOLM, chosen=(BORNHOLM,))]


def test_percentile_counts_equals_half():
    assert percentile(60, pd.Series([40, 50, 60, 70, 90])) == 100 * 2.5 / 5
    assert percentile(1, pd.Series([2, 3])) == 0
    assert percentile(0.1 + 0.2, pd.Series([0.3])) == 50


def test_median_quartiles_and_percentile_of_five():
    found = compare(scores(SIX), "own", MEMBERS, 0.5)
    assert (found["q1"], found["median"], found["q3"]) == (20, 30, 40)
    assert found["median_coverage"] == 0.7
    assert found["percentile"] == pytest.approx(50)
    assert found["reason"] == ""


def test_quartiles_are_interpolated():
    extended = scores([*SIX, ("f", 50.0, 50.0, 0.5)])
    found = compare(extended, "own", (*MEMBERS, "f"), 0.5)
    assert (found["q1"], found["median"], found["q3"]) == (22.5, 35, 47.5)


def test_four_members_are_too_few_for_any_figure():
    found = compare(scores(SIX), "own", MEMBERS[:4], 0.5)
    assert found["reason"] == FEW_MEMBERS
    assert found["median"] is found["percentile"] is None


@pytest.mark.parametrize("thin", ["own", "a"])
def test_a_percentile_asks_that_both_sides_are_known_enough(thin):
    rows = [(*row[:3], 0.49) if row[0] == thin else row for row in SIX]
    found = compare(scores(rows), "own", MEMBERS, 0.5)
    assert found["reason"] == LITTLE_KNOWN
    assert found["percentile"] is None
    assert found["median"] == 30


def test_the_readers_own_choice_is_a_group_without_the_municipality_itself(frozen):
    own = groups(frozen, "350", chosen=("101", "350", "151"))[-1]
    assert (own.id, own.members) == (CHOSEN, ("101", "151"))
    assert CHOSEN not in {group.id for group in groups(frozen, "350")}


@pytest.mark.parametrize("similar", [5, 10, 20])
def test_the_reader_says_how_many_similar_ones(frozen, similar):
    found = {group.id: group for group in groups(frozen, "350", similar)}
    assert len(found["similar"].members) == similar


def test_gaps_state_a_share_from_five_known_members_up(frozen):
    group = {group.id: group for group in groups(frozen, "350")}["kommunegruppe"]
    rows = gaps(frozen, "350", 2026, group.members).set_index("criterion")
    marks = frozen.query("FROM assessment WHERE year = 2026 AND criterion = 'policy_adopted'")
    own = marks[marks["code"].isin(group.members)]
    assert rows.loc["policy_adopted", "known"] == len(own)
    assert rows.loc["policy_adopted", "met"] == (own["level"] == 2).sum()
    assert rows.loc[rows["known"] < 5, "share_met"].isna().all()
    assert rows.loc[rows["known"] >= 5, "share_met"].notna().all()


def test_those_of_whom_nothing_is_known_are_never_the_best_documented(tmp_path):
    house = make_warehouse(tmp_path / "few.duckdb", [record("policy", code="147")], ("101", "147"))
    assert list(best_documented(house, 2026, ("101", "147"))["code"]) == ["147"]
    house.close()


def test_the_best_documented_come_first(frozen):
    everyone = {group.id: group for group in groups(frozen, "350")}["country"]
    assert best_documented(frozen, 2026, everyone.members)["documented"].is_monotonic_decreasing


def test_what_others_meet_is_at_level_two_in_the_order_of_the_codebook(frozen):
    for code in ("630", "350", "153"):
        marks = queries.marks(frozen, code, 2026)
        met = marks.loc[(marks["level"] == 2).fillna(value=False), "criterion"]
        assert list(met_by(frozen, 2026, (code,))["criterion"]) == list(met)
