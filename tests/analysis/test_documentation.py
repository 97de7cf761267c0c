"""The evidence told as it is: what is missing, how old it is, where it disagrees."""

import pandas as pd
import pytest
from small import make_warehouse, record

from samspil.analysis.criteria import by_group, counts, levels_of
from samspil.analysis.documentation import ages, conflicts, found_in, matrix
from samspil.warehouse.queries import records


@pytest.fixture
def warehouse(tmp_path):
    evidence = [
        record("policy", 1, 2020),
        record("policy", 2, 2022, source_url="https://www.example.org/nyere"),
        record("charter", 2, 2010),
        record("page", 0, None, code="102", note="100 % [frivilligt]"),
    ]
    house = make_warehouse(tmp_path / "w.duckdb", evidence, ("101", "102"))
    yield house
    house.close()


def test_every_cell_is_there_and_the_unknown_is_na(warehouse):
    cells = matrix(warehouse, 2026)
    assert list(cells.index) == ["101", "102"]
    assert cells.loc["101", "policy"] == 2
    assert cells.loc["102", "page"] == 0
    assert cells.drop(columns="name").isna().sum().sum() == 2 * 6 - 2


def test_ages_count_every_record_once(warehouse):
    rows = ages(warehouse)
    assert rows["records"].sum() == 4
    assert pd.isna(rows["year"].iloc[-1])


def test_a_conflict_says_how_it_was_settled(warehouse):
    (row,) = conflicts(warehouse).to_dict("records")
    assert (row["code"], row["criterion"]) == ("101", "policy")
    assert (row["lowest"], row["highest"], row["mark"], row["newest"]) == (1, 2, 2, 2022)


@pytest.mark.parametrize(
    ("text", "expected"), [("NYERE", 1), ("100 % [", 1), ("kommune 10", 4), (".*", 0)]
)
def test_search_takes_the_text_as_it_stands(warehouse, text, expected):
    assert found_in(records(warehouse), text).sum() == expected


def test_every_municipality_stands_at_one_level_of_a_criterion_or_is_unknown(warehouse):
    found = counts(warehouse, 2026).set_index("id")
    assert list(found.index) == [c for c in matrix(warehouse, 2026).columns if c != "name"]
    assert found.loc["policy"].to_dict() == {"met": 1, "partly": 0, "not_met": 0, "unknown": 1}
    assert found.loc["page"].to_dict() == {"met": 0, "partly": 0, "not_met": 1, "unknown": 1}
    assert found.loc["charter"].to_dict() == {"met": 0, "partly": 0, "not_met": 0, "unknown": 2}
    assert set(found.sum(axis=1)) == {2}


def test_levels_and_groups_of_a_criterion(frozen):
    levels = levels_of(frozen, "policy_adopted", 2026)
    assert len(levels) == 98
    groups = by_group(levels)
    country = groups[groups["grouping"] == "country"].iloc[0]
    assert country["members"] == 98
    assert country["known"] == levels["level"].notna().sum()
    assert country["share_met"] == pytest.approx(country["met"] / country["known"])
    for grouping in ("region", "landsdel", "kommunegruppe"):
        part = groups[groups["grouping"] == grouping]
        assert part["members"].sum() == 98
        assert part["known"].sum() == country["known"]
    assert groups.loc[groups["known"] < 5, "share_met"].isna().all()
