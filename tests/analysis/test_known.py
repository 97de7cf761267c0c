"""What is known, and the one reason why a cell is not."""

import pandas as pd
import pytest
from small import make_warehouse, record

from samspil.analysis.known import COUNTS, REASONS, cells, known_by

YEAR = 2026


@pytest.fixture
def house(tmp_path):
    evidence = [
        record("policy", year=2024),
        record("page", year=2022),  # transparent: fresh for three years
        record("form", year=None),
        record("heard", year=2012),
        record("policy_year", year=2013, value=2013),
        record("policy", level=0, year=2025, code="102"),  # settles policy_current as well
    ]
    looked = {"looked_on": "2026-11-22"}
    house = make_warehouse(
        tmp_path / "w.duckdb",
        evidence,
        ("101", "102"),
        lookups=(
            looked | {"outcome": "not_found", "criterion": "charter"},
            looked | {"outcome": "incomplete", "code": "102"},
            looked | {"outcome": "blocked", "code": "102", "criterion": "form"},
        ),
    )
    yield house
    house.close()


def test_every_cell_counts_once_by_hand(house):
    by_code = known_by(cells(house, YEAR), "code").loc["101"]
    assert by_code[["cells", "known", "fresh", "stale", "undated", "unknown"]].tolist() == [
        6, 3, 1, 1, 1, 3
    ]  # fmt: skip
    assert by_code[["older", "not_found"]].tolist() == [2, 1]  # heard and policy_current; charter


def test_what_follows_from_a_zero_is_known_and_the_closest_look_up_is_the_reason(house):
    rows = cells(house, YEAR).query("code == '102'").set_index("criterion")
    assert rows["level"].notna().sum() == 2
    assert rows.loc["form", "reason"] == "blocked"
    assert rows.loc["page", "reason"] == "incomplete"
    assert pd.isna(rows.loc["policy", "reason"])


def test_without_any_look_up_nobody_looked(tmp_path):
    house = make_warehouse(tmp_path / "w.duckdb", [])
    assert set(cells(house, YEAR)["reason"]) == {"not_looked"}
    house.close()


def test_who_was_asked_and_did_not_answer_is_told_first(tmp_path):
    house = make_warehouse(tmp_path / "w.duckdb", [record("heard", year=2012)])
    house.close()
    import duckdb

    with duckdb.connect(str(tmp_path / "w.duckdb")) as connection:
        connection.execute(
            "INSERT INTO hearing VALUES"
            " ('2026-1', '101', DATE '2026-10-01', 'heard charter', NULL, 'no_answer')"
        )
    from samspil.warehouse.builds import Warehouse

    house = Warehouse(tmp_path / "w.duckdb")
    reasons = cells(house, YEAR).set_index("criterion")["reason"]
    assert reasons[["heard", "charter", "page"]].tolist() == ["asked", "asked", "not_looked"]
    house.close()


@pytest.mark.parametrize("column", ["criterion", "dimension", "region"])
def test_the_groups_add_up_to_the_country(column, frozen):
    rows = cells(frozen, YEAR)
    counts = known_by(rows, column)
    assert list(counts.columns) == list(COUNTS)
    assert counts["cells"].sum() == 98 * 24
    assert (counts["known"] + counts["unknown"] == counts["cells"]).all()
    assert (counts[["fresh", "stale", "undated"]].sum(axis="columns") == counts["known"]).all()
    assert (counts[list(REASONS)].sum(axis="columns") == counts["unknown"]).all()
