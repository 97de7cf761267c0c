"""The questions that would raise most come first, and so few of each municipality as it takes."""

import pytest
from small import make_warehouse, record

from samspil.analysis.asking import UNCONFIRMED, all_questions
from samspil.analysis.worthwhile import COVERAGE, RANK, STAGE, ranks_given, worthwhile
from samspil.warehouse import queries

YEAR = 2026


@pytest.fixture
def rows(tmp_path):
    """Four municipalities of six cells each; a rank takes three of them.

    101 lacks one, 102 lacks two, 103 has its rank and lacks one answer on real to stage 2 (one of
    two met is 50 points), 104 has all but one cell and nothing left that could move its stage.
    """
    adopted = {"year": 2025, "value": 2025}
    known = {
        "101": ["policy", "charter"],
        "102": ["page"],
        "103": ["policy", "page", "form"],
        "104": ["policy", "charter", "heard", "page"],
    }
    evidence = [record(c, year=2025, code=code) for code, ids in known.items() for c in ids]
    evidence.append(record("policy_year", code="104", **adopted))
    evidence.append(record("heard", level=2, year=2010, code="102"))
    house = make_warehouse(tmp_path / "w.duckdb", evidence, tuple(known))
    yield worthwhile(house, YEAR)
    house.close()


def test_what_gives_a_rank_soonest_comes_first_then_the_next_stage_then_the_rest(rows):
    found = rows[["code", "goal", "answers"]].fillna(0).to_numpy().tolist()
    assert found[:4] == [["101", RANK, 1], ["102", RANK, 2], ["102", RANK, 2], ["103", STAGE, 1]]
    assert set(rows["goal"]) == {RANK, STAGE, COVERAGE}
    order = {RANK: 0, STAGE: 1, COVERAGE: 2}
    assert rows["goal"].map(order).is_monotonic_increasing


def test_an_older_source_is_asked_about_before_what_was_never_found(rows):
    assert rows.loc[1, ["code", "criterion", "kind", "told_year"]].tolist() == [
        "102", "heard", "older", 2010
    ]  # fmt: skip


def test_only_as_many_as_a_rank_takes_are_told_for_it(rows):
    assert ranks_given(rows) == 2
    assert ranks_given(rows.head(2)) == 1  # the second lacks one more answer
    assert rows["gain"].tolist() == pytest.approx([1 / 6] * len(rows))


def test_all_that_is_unknown_in_the_country_is_there_once(frozen):
    rows, asked = worthwhile(frozen, YEAR), all_questions(frozen, YEAR)
    unknown = asked[asked["kind"] != UNCONFIRMED]
    assert not rows.duplicated(["code", "criterion"]).any()
    assert set(zip(rows["code"], rows["criterion"], strict=True)) == set(
        zip(unknown["code"], unknown["criterion"], strict=True)
    )
    totals = queries.scores(frozen, YEAR).query("dimension == 'total'").set_index("code")
    for code, own in rows[rows["goal"] == RANK].groupby("code"):
        assert totals.loc[code, "coverage"] + own["gain"].sum() >= 0.5 - 1e-9
        assert totals.loc[code, "coverage"] + own["gain"].sum() - own["gain"].min() < 0.5
