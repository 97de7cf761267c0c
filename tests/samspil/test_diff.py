"""Two builds compared: every moved mark has its reason."""

from dataclasses import replace

import pytest
from small import SMALL, make_warehouse, record

from samspil.diff import CORRECTED, EXPIRED, METHOD, NEW, as_json, builds, compare


@pytest.fixture
def build(tmp_path):
    """A function that makes a build from records and a codebook."""
    opened = []

    def make(evidence, book=SMALL, newest=2026):
        path = tmp_path / f"b{len(opened)}.duckdb"
        opened.append(make_warehouse(path, evidence, ("101", "102"), book, newest))
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


def test_evidence_that_no_longer_counts_has_expired(build):
    evidence = [record("policy", 2, 2019, id="a")]
    found = compare(build(evidence, newest=2026), build(evidence, newest=2027))
    assert reasons(found) == {"policy": EXPIRED}
    assert (found.old_year, found.new_year) == (2026, 2027)


def test_a_criterion_with_a_new_version_is_a_changed_method(build):
    criteria = tuple(replace(c, version=2) if c.id == "charter" else c for c in SMALL.criteria)
    evidence = [record("charter", 2, id="a"), record("policy", 1, id="b")]
    found = compare(build(evidence), build(evidence, replace(SMALL, criteria=criteria)))
    assert set(reasons(found).values()) == {METHOD}
    assert set(reasons(found)) == {"charter"}


def test_unknown_is_null_in_json_and_never_zero(build):
    found = compare(build([]), build([record("policy", 0, id="a")]))
    (cell,) = as_json(found)["cells"]
    assert cell["before"] is None
    assert cell["after"] == 0


def test_builds_of_a_folder_are_listed_newest_first(tmp_path, build):
    build([])
    build([])
    (tmp_path / "torn.duckdb").write_text("no database")
    assert len(builds(tmp_path)) == 2
