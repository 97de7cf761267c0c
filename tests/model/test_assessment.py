"""Evidence to assessment: every rule against a case worked out by hand."""

from datetime import date

import pytest
from small import make_warehouse, record

from samspil.model.codebook import ADOPTION_YEAR, DERIVED, load_codebook
from samspil.model.scoring import assess


@pytest.fixture
def assessed(tmp_path):
    """A function from records and a year to {criterion: (level, evidence id, undated)}."""

    def of(evidence, year=2026, horizon=8, newest=2026, lookups=()):
        path = tmp_path / "small.duckdb"
        warehouse = make_warehouse(path, evidence, newest=newest, lookups=lookups)
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


def test_an_undated_record_counts_in_the_release_year_and_in_no_other(assessed):
    evidence = [record("policy", 1, None)]
    assert assessed(evidence)["policy"] == (1, "r0", True)
    assert assessed(evidence, 2025) == {}
    assert assessed(evidence, 2026, newest=2027) == {}


@pytest.mark.parametrize(
    ("read_in", "known"), [(2022, False), (2023, True), (2026, True), (2027, False)]
)
def test_an_undated_record_counts_if_read_at_most_three_years_before(assessed, read_in, known):
    evidence = [record("policy", 1, None, retrieved_on=date(read_in, 1, 5))]
    assert ("policy" in assessed(evidence)) is known


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


READ_2026, READ_2028 = date(2026, 5, 1), date(2028, 5, 1)


@pytest.mark.parametrize(("year", "level"), [(2026, 2), (2027, 2), (2028, 1), (2033, 1)])
def test_a_later_reading_of_a_page_ends_the_earlier_one_from_its_year(assessed, year, level):
    evidence = [
        record("policy", 2, 2026, retrieved_on=READ_2026),
        record("policy", 1, 2028, retrieved_on=READ_2028),
    ]
    assert assessed(evidence, year, newest=2033)["policy"][0] == level


def test_what_a_page_of_2024_says_is_evidence_on_2024_whenever_it_is_read(assessed):
    evidence = [
        record("policy", 1, 2024, retrieved_on=READ_2026),
        record("policy", 2, 2024, retrieved_on=READ_2028),
    ]
    assert assessed(evidence, 2025, newest=2030)["policy"][:2] == (2, "r1")
    fallen = [evidence[0] | {"level": 2}, evidence[1] | {"level": 1}]
    assert assessed(fallen, 2027, newest=2030)["policy"][:2] == (2, "r0")
    assert assessed(fallen, 2028, newest=2030)["policy"][:2] == (1, "r1")


def test_of_two_days_in_one_year_the_later_alone_counts(assessed):
    evidence = [
        record("policy", 2, 2026, retrieved_on=READ_2026),
        record("policy", 1, 2026, retrieved_on=date(2026, 6, 1)),
    ]
    assert assessed(evidence)["policy"][:2] == (1, "r1")


def test_another_address_is_not_ended_and_rows_of_one_day_stand_side_by_side(assessed):
    other = "https://www.example.org/anden"
    evidence = [
        record("policy", 2, 2024, retrieved_on=READ_2026, source_url=other),
        record("policy", 0, 2024, retrieved_on=READ_2028),
        record("policy", 1, 2025, retrieved_on=READ_2028),
    ]
    assert assessed(evidence[:1], 2028, newest=2028)["policy"][:2] == (2, "r0")
    assert assessed(evidence, 2028, newest=2028)["policy"][:2] == (1, "r2")
    assert assessed(evidence[:2], 2028, newest=2028)["policy"][:2] == (0, "r1")


def test_an_undated_reading_is_ended_by_a_later_one_too(assessed):
    evidence = [
        record("policy", 2, None, retrieved_on=date(2025, 5, 1)),
        record("policy", 1, None, retrieved_on=READ_2026),
    ]
    assert assessed(evidence)["policy"] == (1, "r1", True)


@pytest.mark.parametrize("criterion", ["policy", None])
def test_a_page_that_is_gone_ends_its_reading_and_puts_nothing_in_its_place(assessed, criterion):
    evidence = [record("policy", 2, 2026, retrieved_on=READ_2026)]
    gone = {"criterion": criterion, "source_url": evidence[0]["source_url"]}
    lookups = [gone | {"looked_on": READ_2028, "outcome": "gone"}]
    assert assessed(evidence, 2027, newest=2028, lookups=lookups)["policy"][0] == 2
    assert "policy" not in assessed(evidence, 2028, newest=2028, lookups=lookups)
    again = [*evidence, record("policy", 1, 2028, retrieved_on=READ_2028)]
    assert assessed(again, 2028, newest=2028, lookups=lookups)["policy"][:2] == (1, "r1")


@pytest.mark.parametrize("outcome", ["found", "not_found", "blocked", "incomplete"])
def test_no_other_look_up_ends_anything(assessed, outcome):
    evidence = [record("policy", 2, 2026, retrieved_on=READ_2026)]
    lookups = [{"source_url": evidence[0]["source_url"], "looked_on": READ_2028,
                "outcome": outcome}]  # fmt: skip
    assert "policy" in assessed(evidence, 2028, newest=2028, lookups=lookups)


OWN = {"source_kind": "municipality_statement", "source_url": None, "source_ref": "kommunen"}


def test_nobody_writes_itself_to_the_top(tmp_path):
    book = load_codebook()
    evidence = [
        record(c.id, 2, 2026, value=2026.0 if c.id == ADOPTION_YEAR else None, **OWN)
        for c in book.criteria
        if c.id != DERIVED
    ]
    warehouse = make_warehouse(tmp_path / "own.duckdb", evidence, book=book)
    marks = assess(warehouse, 8, 2026).set_index("criterion")["level"]
    warehouse.close()
    scored = marks.drop([c.id for c in book.criteria if c.dimension == "context"], errors="ignore")
    assert scored.max() == 1
    assert scored[DERIVED] == 1
    assert not [id_ for id_ in scored.index if id_.startswith("web_")]
    assert len(scored) == len([c for c in book.scored_criteria if not c.id.startswith("web_")])


def test_an_own_no_counts_and_a_later_answer_ends_the_earlier(assessed):
    answers = [
        record("policy", 0, 2026, retrieved_on=READ_2026, **OWN),
        record("policy", 2, 2028, retrieved_on=READ_2028, **OWN),
    ]
    page = record("policy", 2, 2025, retrieved_on=READ_2026)
    assert assessed([page, *answers], 2026, newest=2028)["policy"][:2] == (0, "r1")
    assert assessed(answers, 2028, newest=2028)["policy"][:2] == (1, "r1")


def test_a_page_goes_before_an_own_answer_on_the_adoption_year(assessed):
    page = record("policy_year", year=2025, value=2016)
    own = record("policy_year", year=2026, value=2025, **OWN)
    assert assessed([page, own])["policy_current"][:2] == (1, "r1")
    page = page | {"value": 2019}
    assert assessed([page, own])["policy_current"][:2] == (1, "r0")
    page = page | {"value": 2024}
    assert assessed([page, own])["policy_current"][:2] == (2, "r0")


DEPENDENT = ("policy_joint", "policy_goals", "policy_current", "web_policy")


@pytest.mark.parametrize("own", [{}, OWN])
def test_a_policy_that_does_not_exist_cannot_have_been_written_together(tmp_path, own):
    evidence = [
        record("policy_adopted", 0, 2026, **own),
        record("policy_goals", 1, 2020),
    ]
    warehouse = make_warehouse(tmp_path / "no.duckdb", evidence, book=load_codebook())
    marks = assess(warehouse, 8, 2026).set_index("criterion")
    warehouse.close()
    assert set(marks.index) == {"policy_adopted", *DEPENDENT}
    assert marks.loc["policy_goals", ["level", "implied"]].tolist() == [1, False]
    for criterion in set(DEPENDENT) - {"policy_goals"}:
        found = marks.loc[criterion]
        assert found[["level", "evidence_id", "implied", "fresh"]].tolist() == [0, "r0", True, True]
    assert not marks.loc["policy_adopted", "implied"]


def test_an_implied_zero_implies_nothing_and_only_a_zero_implies(assessed):
    assert assessed([record("policy", 1)]).keys() == {"policy"}
    assert assessed([record("policy", 0)])["policy_current"] == (0, "r0", False)


@pytest.mark.parametrize(
    ("criterion", "year", "fresh"),
    [("policy", 2019, True), ("policy", 2018, False), ("page", 2024, True), ("page", 2023, False)],
)
def test_a_mark_is_fresh_by_the_year_of_its_source(tmp_path, criterion, year, fresh):
    warehouse = make_warehouse(tmp_path / "fresh.duckdb", [record(criterion, year=year)])
    marks = assess(warehouse, None, 2026)
    score = warehouse.query("FROM score WHERE year = 2026").set_index("dimension")
    warehouse.close()
    assert marks["fresh"].tolist() == [fresh]
    part = "formal" if criterion == "policy" else "transparent"
    assert score.loc[part, "fresh_share"] == (1 if fresh else 0)


def test_an_undated_mark_is_not_fresh(tmp_path):
    warehouse = make_warehouse(tmp_path / "undated.duckdb", [record("policy", year=None)])
    assert assess(warehouse, 8, 2026)["fresh"].tolist() == [False]
    warehouse.close()


def test_every_known_cell_rests_on_evidence_of_its_own_municipality(tmp_path):
    evidence = [record("policy"), record("policy", 1, code="147"), record("form", code="147")]
    warehouse = make_warehouse(tmp_path / "small.duckdb", evidence, ("101", "147"))
    mixed_up = warehouse.query(
        "SELECT * FROM assessment JOIN evidence ON evidence.id = evidence_id"
        " WHERE evidence.code <> assessment.code"
    )
    assert mixed_up.empty
