"""Trends, by hand: what may be drawn, and that more documentation is not taken for progress."""

import pandas as pd
import pytest
from small import make_warehouse, record

from samspil.analysis.trends import (
    COUNTRY_CELLS,
    GROUP_CELLS,
    criterion_by_year,
    development,
    minimum_cells,
    published,
    same_cells,
)
from samspil.present.figures.panels import broken

CODES = tuple(str(code) for code in range(101, 113))
"""Twelve municipalities."""


@pytest.fixture
def warehouse(tmp_path):
    """All twelve have a charter page of 2015 (level 1) and of 2018 (level 2 for half of them)."""
    evidence = [record("charter", 1, 2015, code=code) for code in CODES]
    evidence += [record("charter", 2, 2018, code=code) for code in CODES[:6]]
    evidence += [record("policy_year", 2, 2015, code="101", value=2014.0)]
    evidence += [record("page", 2, None, code=code) for code in CODES]
    house = make_warehouse(tmp_path / "w.duckdb", evidence, CODES)
    yield house
    house.close()


def test_the_mean_of_a_group_and_what_is_known_of_it(warehouse):
    rows = development(warehouse, CODES[:6]).set_index("year")
    assert rows.loc[2016, "documented"] == pytest.approx((6 * 100 / 12 + 100 / 6) / 6)
    assert rows.loc[2016, "coverage"] == pytest.approx((6 / 6 + 1 / 6) / 6)
    assert rows.loc[2014, "coverage"] == 0


def test_undated_evidence_has_no_part_in_a_trend(warehouse):
    rows = development(warehouse, CODES).set_index("year")
    assert rows.loc[2026, "coverage"] == 0


def test_a_step_is_drawn_from_ten_shared_cells_of_a_group_and_thirty_of_the_country(warehouse):
    assert minimum_cells(CODES, 12) == COUNTRY_CELLS == 30
    assert minimum_cells(CODES[:3], 12) == GROUP_CELLS == 10
    eleven = development(warehouse, CODES[:11]).set_index("year")
    assert eleven.loc[2016, "shared"] == 12
    assert eleven.loc[2016, "drawn"]
    assert not eleven.loc[2015, "drawn"]
    assert not development(warehouse, CODES)["drawn"].any()


def test_the_same_cells_are_followed_and_derived_criteria_left_out(warehouse):
    rows = same_cells(warehouse, CODES[:11], 2015).set_index("year")
    assert rows.loc[2018, "shared"] == 11
    assert rows.loc[2018, "mean_before"] == 50
    assert rows.loc[2018, "mean_after"] == pytest.approx((6 * 100 + 5 * 50) / 11)
    assert (rows.loc[2018, "risen"], rows.loc[2018, "fallen"]) == (6, 0)


def test_too_few_shared_cells_give_no_figure(warehouse):
    rows = same_cells(warehouse, CODES[:11], 2015).set_index("year")
    assert rows.loc[2024, "shared"] == 6
    assert rows["mean_after"].isna()[2024]


def test_a_criterion_is_counted_with_how_many_are_known(warehouse):
    rows = criterion_by_year(warehouse, "charter").set_index("year")
    assert rows.loc[2018].to_dict() == {"known": 12, "met": 6, "partly": 6}
    assert rows.loc[2010].to_dict() == {"known": 0, "met": 0, "partly": 0}


def test_a_line_breaks_where_a_step_may_not_be_drawn():
    years = pd.Series([2010, 2011, 2012, 2013, 2014, 2015])
    drawn = pd.Series([False, True, False, False, False, True])
    x, y = broken(years, years * 1.0, drawn)
    assert x == [2010, 2011, None, 2014, 2015]
    assert y[2] is None


def test_a_published_line_needs_three_years_and_a_dispute_two_answers(frozen):
    rows = published(frozen)
    lines = rows[rows["in_line"]].groupby(["measure", "unit", "population"])["year"].nunique()
    assert (lines >= 3).all()
    assert rows.loc[rows["year"].isna(), "in_line"].eq(False).all()
    disputed = rows[rows["disputed"]].groupby(["measure", "year", "population"])["value"].nunique()
    assert len(disputed)
    assert (disputed > 1).all()
    grant = rows[(rows["measure"] == "s18_paid_share_of_grant") & (rows["year"] == 2014)]
    assert len(grant) == 2
    assert not grant["disputed"].any()
