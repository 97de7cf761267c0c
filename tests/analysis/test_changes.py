"""Two builds compared: every moved mark has its reason."""

from dataclasses import replace
from datetime import date

import duckdb
import pytest
from small import SMALL, make_warehouse, record

from samspil.analysis.changes import (
    AGED,
    CORRECTED,
    ENDED,
    EXPIRED,
    METHOD,
    NEW,
    as_json,
    builds,
    compare,
)
from samspil.warehouse.builds import open_warehouse


@pytest.fixture
def build(tmp_path):
    """A function that makes a build from records and a codebook."""
    opened = []

    def make(evidence, book=SMALL, newest=2026, lookups=()):
        path = tmp_path / f"b{len(opened)}.duckdb"
        opened.append(make_warehouse(path, evidence, ("101", "102"), book, newest, lookups))
        return opened[-1]

    yield make
    for house in opened:
        house.close()


def reasons(found):
    return dict(zip(found.cells["criterion"], found.cells["reason"], strict=True))


def test_the_same_evidence_moves_nothing(build):
    evidence = [record("policy", id="a"), record("charter", 1, id="b")]
    found = compare(build(evidence), build(list(reversed(evidence))))
    assert found.cells.empty
    assert found.scores.empty


def test_new_corrected_and_withdrawn_evidence_are_told_apart(build):
    old = build([record("policy", 1, id="a"), record("page", 2, id="w")])
    new = build([record("policy", 2, id="a"), record("charter", 2, id="n")])
    found = compare(old, new)
    assert reasons(found) == {"policy": CORRECTED, "page": CORRECTED, "charter": NEW}
    (score,) = found.scores.to_dict("records")
    assert score["code"] == "101"
    assert score["reasons"] == "corrected+new"
    assert score["before"] == pytest.approx((25 + 0 + 50) / 3)
    assert score["after"] == pytest.approx((50 + 50 + 0) / 3)


def test_moves_of_equal_size_follow_the_code_and_not_the_order_of_rows(tmp_path):
    codes = ("101", "102", "103")
    paths = [tmp_path / "old.duckdb", tmp_path / "new.duckdb"]
    for level, path in zip((2, 1), paths, strict=True):
        evidence = [record("policy", level, id=code, code=code) for code in codes]
        make_warehouse(path, evidence, codes).close()
        with duckdb.connect(str(path)) as connection:
            connection.execute("CREATE TABLE turned AS FROM score ORDER BY code DESC")
            connection.execute("DELETE FROM score")
            connection.execute("INSERT INTO score FROM turned")
    old, new = (open_warehouse(path) for path in paths)
    for found in (compare(old, new), compare(new, old)):
        assert tuple(found.scores["code"]) == codes
    old.close()
    new.close()


def test_evidence_that_no_longer_counts_has_expired(build):
    evidence = [record("policy", 2, 2019, id="a")]
    found = compare(build(evidence, newest=2026), build(evidence, newest=2027))
    assert reasons(found) == {"policy": EXPIRED}
    assert (found.old_year, found.new_year) == (2026, 2027)


@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_new_record_is_new_whatever_it_says(build, level):
    found = compare(build([record("charter", 1, 2024, id="a")]),
                    build([record("charter", 1, 2024, id="a"),
                           record("charter", level, 2025, id="b")]))  # fmt: skip
    assert reasons(found) == ({} if level == 1 else {"charter": NEW})


def test_a_not_met_that_is_found_is_new_and_so_is_what_follows_from_it(build):
    found = compare(build([]), build([record("policy", 0, id="a")]))
    assert reasons(found) == {"policy": NEW, "policy_current": NEW}


def test_a_page_that_is_gone_has_ended(build):
    evidence = [record("page", 2, id="a", retrieved_on=date(2026, 3, 1))]
    gone = {"source_url": evidence[0]["source_url"], "looked_on": date(2026, 9, 1),
            "outcome": "gone"}  # fmt: skip
    assert reasons(compare(build(evidence), build(evidence, lookups=[gone]))) == {"page": ENDED}


def test_an_undated_record_read_too_long_ago_has_expired(build):
    evidence = [record("page", 2, None, id="a", retrieved_on=date(2023, 3, 1))]
    found = compare(build(evidence, newest=2026), build(evidence, newest=2027))
    assert reasons(found) == {"page": EXPIRED}


def test_a_policy_that_only_grew_older_has_aged(build):
    evidence = [record("policy_year", value=2022, year=2025, id="a")]
    found = compare(build(evidence, newest=2026), build(evidence, newest=2027))
    assert reasons(found) == {"policy_current": AGED}


def test_a_corrected_year_of_adoption_is_corrected(build):
    old, new = (record("policy_year", value=v, year=2025, id="a") for v in (2019, 2025))
    assert reasons(compare(build([old]), build([new]))) == {"policy_current": CORRECTED}


def test_figures_that_are_context_are_no_marks(build):
    found = compare(build([]), build([record("policy_year", value=2024, id="a")]))
    assert reasons(found) == {"policy_current": NEW}


def test_what_is_coded_anew_under_a_new_version_is_a_changed_method(build):
    criteria = tuple(replace(c, version=2) if c.id == "charter" else c for c in SMALL.criteria)
    other = record("policy", 1, id="b")
    found = compare(
        build([record("charter", 2, id="a"), other]),
        build([record("charter", 1, id="a", criterion_version=2), other],
              replace(SMALL, criteria=criteria)),
    )  # fmt: skip
    assert reasons(found) == {"charter": METHOD}


def test_a_criterion_that_is_dropped_is_a_changed_method(build):
    fewer = tuple(c for c in SMALL.criteria if c.id != "charter")
    old = build([record("charter", 2, id="a")])
    assert reasons(compare(old, build([], replace(SMALL, criteria=fewer)))) == {"charter": METHOD}


def test_the_method_stamp_alone_moves_nothing(build):
    evidence = [record("policy", id="a")]
    new = build(evidence)
    new.build = replace(new.build, method="another")
    found = compare(build(evidence), new)
    assert found.cells.empty
    assert (found.old_method, found.new_method) == ("method", "another")


def test_unknown_is_null_in_json_and_never_zero(build):
    found = compare(build([]), build([record("charter", 0, id="a")]))
    (cell,) = as_json(found)["cells"]
    assert cell["before"] is None
    assert cell["after"] == 0


def test_builds_of_a_folder_are_listed_newest_first(tmp_path, build):
    for _ in range(2):
        build([]).close()
    (tmp_path / "torn.duckdb").write_text("no database")
    assert len(builds(tmp_path)) == 2
