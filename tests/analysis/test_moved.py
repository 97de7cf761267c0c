"""What has moved since an earlier year, by hand: the same cells, and where it cannot be told."""

import pytest
from small import SMALL, make_warehouse, record

from samspil.analysis.moved import COUNTRY, CRITERION, moved, usual_base
from samspil.analysis.trends import development, developments

CODES = tuple(str(code) for code in range(101, 141))
"""Forty municipalities, all of one region."""


@pytest.fixture
def build(tmp_path):
    """A function that makes a warehouse of these records, and closes it in the end."""
    made = []

    def make(evidence):
        made.append(make_warehouse(tmp_path / f"w{len(made)}.duckdb", evidence, CODES))
        return made[-1]

    yield make
    for house in made:
        house.close()


@pytest.fixture
def warehouse(build):
    """Charter: 30 known in 2020 and 2026, 6 of them rise, 3 fall; heard: 29 known in both."""
    evidence = [record("charter", 1, 2020, code=code) for code in CODES[:30]]
    evidence += [record("charter", 2, 2024, code=code) for code in CODES[:6]]
    evidence += [record("charter", 0, 2024, code=code) for code in CODES[6:9]]
    evidence += [record("charter", 2, 2024, code=code) for code in CODES[30:]]
    evidence += [record("heard", 2, 2020, code=code) for code in CODES[:29]]
    evidence += [record("policy_year", 2, 2020, code=code, value=2019.0) for code in CODES]
    return build(evidence)


def test_a_criterion_is_told_by_the_cells_known_in_both_years(warehouse):
    row = moved(warehouse, CRITERION).set_index(["base", "group"]).loc[(2020, "charter")]
    assert row["shared"] == 30
    assert row["before"] == 50
    assert row["after"] == pytest.approx((6 * 100 + 3 * 0 + 21 * 50) / 30)
    assert row["change"] == pytest.approx(5)
    assert (row["risen"], row["fallen"]) == (6, 3)


def test_twenty_nine_cells_of_a_criterion_cannot_be_told_and_stay_in_the_list(warehouse):
    rows = moved(warehouse, CRITERION).set_index(["base", "group"])
    assert rows.loc[(2020, "heard"), "shared"] == 29
    assert rows.loc[(2020, "heard"), ["before", "after", "change"]].isna().all()
    assert rows.loc[(2015, "form"), "shared"] == 0
    assert set(rows.loc[2015].index) == {c.id for c in SMALL.criteria} - {"policy_year"}


def test_the_derived_criterion_has_no_cells_and_no_part_in_a_region(warehouse):
    rows = moved(warehouse, CRITERION).set_index(["base", "group"])
    assert rows.loc[(2020, "policy_current"), "shared"] == 0
    region = moved(warehouse, "region").set_index(["base", "group"]).loc[(2020, "Hovedstaden")]
    assert region["shared"] == 30 + 29
    assert region["before"] == pytest.approx((30 * 50 + 29 * 100) / 59)
    assert region["after"] == pytest.approx((6 * 100 + 21 * 50 + 29 * 100) / 59)


def test_ten_cells_tell_a_region_and_thirty_the_country(build):
    ten = build([record("charter", 2, 2020, code=code) for code in CODES[:10]])
    assert moved(ten, "region").set_index("base").loc[2020, "change"] == 0
    assert moved(ten, COUNTRY).set_index("base")["change"].isna()[2020]
    nine = build([record("charter", 2, 2020, code=code) for code in CODES[:9]])
    assert moved(nine, "region").set_index("base")["change"].isna()[2020]


def test_marks_of_two_versions_of_a_criterion_are_not_compared(build):
    evidence = [record("charter", 1, 2020, code=code) for code in CODES[:30]]
    evidence += [record("charter", 2, 2024, code=code, criterion_version=2) for code in CODES[:1]]
    rows = moved(build(evidence), CRITERION).set_index(["base", "group"])
    assert rows.loc[(2020, "charter"), "shared"] == 29


def test_the_usual_year_is_the_latest_a_term_ago_from_which_three_can_be_told(build):
    known = ("charter", "heard", "page")
    since = [record(name, 2, 2021, code=code) for name in known for code in CODES]
    assert usual_base(build(since)) == 2022
    ended = "https://www.example.org/borte"
    two = [row for row in since if row["criterion"] != "page"]
    two += [record("page", 1, 2019, code=c, source_url=ended) for c in CODES]
    assert usual_base(build(two)) == 2022
    assert usual_base(build([])) == 2022


def test_the_usual_year_goes_further_back_where_too_little_is_known_a_term_ago(build):
    """The pages of 2013 count to 2020 only, those of 2023 from then on: none counts in 2022."""
    known = ("charter", "heard", "page")
    pages = [record(n, 2, year, code=c) for n in known for year in (2013, 2023) for c in CODES]
    assert usual_base(build(pages)) == 2020


def test_all_parts_at_once_are_as_each_one_alone(frozen):
    rows = developments(frozen, "region")
    places = frozen.query("SELECT code, region FROM municipality")
    for region, own in places.groupby("region"):
        alone = development(frozen, tuple(own["code"]))
        group = rows[rows["group"] == region].drop(columns="group").reset_index(drop=True)
        assert group["documented"].tolist() == pytest.approx(alone["documented"].tolist())
        assert group["coverage"].tolist() == pytest.approx(alone["coverage"].tolist())
        assert group[["year", "shared", "drawn"]].equals(alone[["year", "shared", "drawn"]])
