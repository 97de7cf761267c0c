"""Next steps come in the order that is nearest to reach, with examples that hold."""

import pytest
from small import make_warehouse, record

from samspil.analysis.next_step import examples, met_shares, next_steps, not_found


@pytest.fixture
def warehouse(tmp_path):
    evidence = [
        record("policy", 1),
        record("heard", 0),
        record("page", 0),
        record("form", 2),
        *[record("page", 2, code=str(code)) for code in range(102, 107)],
        *[record("heard", 2 if code < 104 else 0, code=str(code)) for code in range(102, 107)],
        record("policy", 2, code="102"),
    ]
    codes = tuple(str(code) for code in range(101, 107))
    house = make_warehouse(tmp_path / "w.duckdb", evidence, codes)
    yield house
    house.close()


def test_partly_met_goes_before_not_met_and_the_common_before_the_rare(warehouse):
    steps = next_steps(warehouse, "101", 2026)
    assert list(steps["criterion"]) == ["policy", "page", "heard"]


def test_a_share_is_stated_from_five_known_municipalities_up(warehouse):
    shares = met_shares(warehouse, 2026).set_index("criterion")
    assert shares.loc["page", "share_met"] == pytest.approx(5 / 6)
    assert shares.loc["heard", "share_met"] == pytest.approx(2 / 6)
    assert shares["share_met"].isna()["policy"]


def test_what_is_unknown_stands_in_a_list_of_its_own(warehouse):
    assert set(not_found(warehouse, "101", 2026)["criterion"]) == {"policy_current", "charter"}


def test_at_most_three_examples_in_order_of_similarity(frozen):
    found = examples(frozen, "350", 2026)
    assert found.groupby("criterion").size().max() == 3
    assert all(group["position"].is_monotonic_increasing for _, group in found.groupby("criterion"))
    assert (found["code"] != "350").all()
    best = frozen.query(
        "SELECT code FROM assessment WHERE year = 2026 AND criterion = 'policy_adopted'"
        " AND level = 2"
    )
    own = found[found["criterion"] == "policy_adopted"]
    assert set(own["code"]) <= set(best["code"])
