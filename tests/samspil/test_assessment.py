"""Evidence to assessment: every rule against a case worked out by hand."""

from datetime import date

import pytest
from small import SMALL, make_warehouse, record

from samspil.scoring import assess


@pytest.fixture
def assessed(tmp_path):
    """A function from records and a year to {criterion: (level, evidence id, undated)}."""

    def of(evidence, year=2026, horizon=8):
        warehouse = make_warehouse(tmp_path / "small.duckdb", evidence)
        rows = assess(warehouse, horizon, year)
        warehouse.close()
        marks = zip(rows["level"], rows["evidence_id"], rows["undated"], strict=True)
        return dict(zip(rows["criterion"], marks, strict=True))

    return of


def test_a_cell_without_evidence_stays_unknown(assessed):
    assert assessed([record("policy")]).keys() == {"policy"}


@pytest.mark.parametrize(
    ("year", "known"), [(2017, False), (2018, True), (2025, True), (2026, False)]
)
def test_a_record_counts_from_its_year_for_eight_years(assessed, year, known):
    assert ("policy" in assessed([record("policy", year=2018)], year)) is known


def test_a_shorter_and_an_endless_horizon(assessed):
    evidence = [record("policy", year=2012)]
    assert "policy" in assessed(evidence, 2015, horizon=4)
    assert "policy" not in assessed(evidence, 2016, horizon=4)
    assert "policy" in assessed(evidence, 2026, horizon=None)


def test_the_highest_level_holds_even_when_it_is_older(assessed):
    evidence = [record("policy", 2, 2020), record("policy", 1, 2024)]
    assert assessed(evidence)["policy"] == (2, "r0", False)


def test_the_most_recent_record_of_the_highest_level_is_its_evidence(assessed):
    evidence = [record("policy", 2, 2020), record("policy", 2, 2023), record("policy", 2, 2022)]
    assert assessed(evidence)["policy"] == (2, "r1", False)


def test_in_the_same_year_the_stronger_kind_of_source_goes_before(assessed):
    kinds = ["press", "council_minutes", "municipal_document", "report"]
    evidence = [record("policy", source_kind=kind) for kind in kinds]
    assert assessed(evidence)["policy"] == (2, "r2", False)


def test_a_zero_cancels_what_is_as_old_or_older(assessed):
    evidence = [record("policy", 2, 2020), record("policy", 1, 2022), record("policy", 0, 2022)]
    assert assessed(evidence)["policy"] == (0, "r2", False)


def test_what_is_newer_than_the_zero_holds(assessed):
    evidence = [record("policy", 2, 2020), record("policy", 0, 2022), record("policy", 1, 2023)]
    assert assessed(evidence)["policy"] == (1, "r2", False)


def test_a_zero_older_than_the_horizon_cancels_nothing(assessed):
    evidence = [record("policy", 0, 2018), record("policy", 1, 2019)]
    assert assessed(evidence)["policy"] == (1, "r1", False)


def test_an_undated_record_counts_in_the_year_it_was_read_and_in_no_other(assessed):
    evidence = [record("policy", 1, None)]
    assert assessed(evidence)["policy"] == (1, "r0", True)
    assert assessed(evidence, 2025) == {}
    earlier = [record("policy", 1, None, retrieved_on=date(2025, 3, 1))]
    assert "policy" in assessed(earlier, 2025)
    assert assessed(earlier, 2026) == {}


def test_an_undated_record_beside_dated_ones_counts_when_it_is_higher(assessed):
    evidence = [record("policy", 1, 2024), record("policy", 2, None)]
    assert assessed(evidence)["policy"] == (2, "r1", True)


def test_a_dated_record_of_the_same_level_goes_before_an_undated_one(assessed):
    evidence = [record("policy", 2, None), record("policy", 2, 2019, source_kind="other")]
    assert assessed(evidence)["policy"] == (2, "r1", False)


def test_undated_records_stand_aside_for_a_dated_zero(assessed):
    evidence = [record("policy", 2, None), record("policy", 0, 2020)]
    assert assessed(evidence)["policy"] == (0, "r1", False)
    assert assessed([*evidence, record("policy", 1, 2021)])["policy"] == (1, "r2", False)


def test_an_undated_zero_cancels_nothing(assessed):
    assert assessed([record("policy", 0, None)])["policy"] == (0, "r0", True)
    evidence = [record("policy", 0, None), record("policy", 1, 2019)]
    assert assessed(evidence)["policy"] == (1, "r1", False)


@pytest.mark.parametrize(
    ("adopted", "level"), [(2026, 2), (2022, 2), (2021, 1), (2018, 1), (2017, 0), (1999, 0)]
)
def test_the_age_of_the_policy(assessed, adopted, level):
    evidence = [record("policy_year", year=2025, value=adopted)]
    assert assessed(evidence)["policy_current"] == (level, "r0", False)


def test_the_age_of_the_policy_rests_on_the_latest_adoption_not_after_the_year(assessed):
    evidence = [
        record("policy_year", year=2022, value=2012),
        record("policy_year", year=2020, value=2019),
        record("policy_year", year=2023, value=2025),
    ]
    assert assessed(evidence, 2024)["policy_current"] == (1, "r1", False)
    assert assessed(evidence, 2026)["policy_current"] == (2, "r2", False)


def test_an_undated_adoption_year_counts_only_where_no_dated_one_does(assessed):
    undated = record("policy_year", year=None, value=2024)
    assert assessed([undated])["policy_current"] == (2, "r0", True)
    dated = record("policy_year", year=2020, value=2019)
    assert assessed([undated, dated])["policy_current"] == (1, "r1", False)


def test_every_known_cell_rests_on_evidence_of_its_own_municipality(tmp_path):
    evidence = [record("policy"), record("policy", 1, code="147"), record("form", code="147")]
    warehouse = make_warehouse(tmp_path / "small.duckdb", evidence, ("101", "147"))
    mixed_up = warehouse.query(
        "SELECT * FROM assessment JOIN evidence ON evidence.id = evidence_id"
        " WHERE evidence.code <> assessment.code"
    )
    assert mixed_up.empty
    assert SMALL.horizon == warehouse.build.horizon
