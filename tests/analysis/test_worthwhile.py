"""The questions that would raise most come first, and so few of each municipality as it takes."""

import pytest
from small import make_warehouse, record

from samspil.analysis.asking import UNCONFIRMED, all_questions
from samspil.analysis.worthwhile import COVERAGE, RANK, STAGE, ranks_given, worthwhile
from samspil.warehouse import queries

YEAR = 2026


@pytest.fixture
def rows(tmp_path):
    """Four municipalities of six cells each, two in every dimension; a rank takes three of them.

    101 lacks one answer to a rank, 102 lacks two, which reach its next stage as well. 103 and 104
    have theirs. The next stage takes one more of 101 (transparent), 103 (real) and 104
    (transparent, where one of two met is 50 points and the next stage begins at 60).
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
    found = rows[["code", "criterion", "goal", "answers"]].head(6).to_numpy().tolist()
    assert found == [
        ["101", "policy_current", RANK, 1],
        ["102", "heard", RANK, 2],
        ["102", "policy", RANK, 2],
        ["101", "page", STAGE, 1],
        ["103", "charter", STAGE, 1],
        ["104", "form", STAGE, 1],
    ]
    assert set(rows["goal"].iloc[6:]) == {COVERAGE}
    assert rows["answers"].iloc[6:].isna().all()
    assert len(rows) == 13


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
