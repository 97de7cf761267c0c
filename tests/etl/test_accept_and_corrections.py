"""Data change on purpose only: by accepting a snapshot, or by a correction in the register."""

import csv

import pytest
from test_bad_input import DATA, GOOD, append

from samspil.warehouse import newest_build, open_warehouse

HEADER = DATA / "snapshots" / "corrections.csv"
FIELDS = HEADER.read_text(encoding="utf-8").strip().split(",")
RECORD = {"code": "101", "criterion": "council_grants", "by_role": "kommune"}


def correct(data, *corrections):
    """Write corrections into the register."""
    with (data / "snapshots" / "corrections.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, restval="")
        writer.writeheader()
        for number, row in enumerate(corrections, 1):
            writer.writerow(
                {
                    "id": f"k{number}",
                    "objection": "Forkert",
                    "outcome": "accepted",
                    "reason": "Vist på siden",
                    "date": "2026-11-23",
                }
                | row
            )


@pytest.fixture
def evidence(run, builds):
    """A function that accepts, builds and gives the evidence by id."""

    def rebuilt():
        assert run("accept", "--note", "test")[0] == 0
        status, _, message = run("build")
        assert (status, message) == (0, "")
        warehouse = open_warehouse(newest_build(builds))
        rows = warehouse.query("FROM evidence").set_index("id")
        warehouse.close()
        return rows

    return rebuilt


@pytest.fixture
def zero(embedded):
    """The record that says no in Copenhagen: its id."""
    return embedded.query(
        "SELECT id FROM evidence WHERE code = '101' AND criterion = 'council_grants' AND level = 0"
    )["id"].iloc[0]


def test_a_changed_snapshot_is_refused_until_it_is_accepted(run, data):
    append("evidence.csv", GOOD)(data)
    assert run("build")[0] == 1
    status, output, _ = run("accept", "--note", 'one more: "policy"')
    assert status == 0
    assert "evidence.csv: 1497 → 1498 rows" in output
    assert run("build")[0] == 0
    assert 'note = "one more: \\"policy\\""' in (data / "sources.toml").read_text()


def test_accepting_a_wrong_snapshot_leaves_the_list_of_sources_as_it_was(run, data):
    before = (data / "sources.toml").read_bytes()
    append("evidence.csv", GOOD.replace("101", "000", 1))(data)
    assert run("accept")[0] == 1
    assert (data / "sources.toml").read_bytes() == before


def test_a_field_is_corrected(evidence, data, zero):
    correct(data, RECORD | {"evidence_id": zero, "field": "level", "old": "0", "new": "1"})
    assert evidence().loc[zero, "level"] == 1


def test_a_record_is_withdrawn(evidence, data, zero):
    correct(data, RECORD | {"evidence_id": zero, "field": "withdraw"})
    assert zero not in evidence().index


@pytest.mark.parametrize("outcome", ["open", "rejected"])
def test_what_is_not_accepted_changes_nothing(evidence, data, zero, outcome):
    correct(
        data,
        RECORD
        | {"evidence_id": zero, "field": "level", "old": "0", "new": "2", "outcome": outcome},
    )
    assert evidence().loc[zero, "level"] == 0


def test_an_addition_becomes_a_record_that_cites_the_correction_and_can_be_dated(evidence, data):
    page = "https://www.lejre.dk/frivilligpolitik"
    added = {"code": "350", "criterion": "policy_adopted", "by_role": "kommune"}
    first = added | {"field": "level", "new": "2", "source_url": page}
    correct(data, first)
    rows = evidence()
    id_ = rows.index[rows["source_url"] == page][0]
    assert rows.loc[id_, "level"] == 2
    assert "k1" in rows.loc[id_, "note_da"]
    correct(data, first, added | {"evidence_id": id_, "field": "year", "new": "2025"})
    assert evidence().loc[id_, "year"] == 2025


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"field": "level", "old": "2", "new": "1"}, "old is '2', the record has '0'"),
        ({"field": "level", "old": "0", "new": "3"}, "'3' cannot be the new level"),
        ({"field": "source_url", "old": "", "new": "javascript:x"}, "old is"),
        ({"evidence_id": "0000000000", "field": "withdraw"}, "no evidence '0000000000'"),
        ({"field": "withdraw", "code": "147"}, "another municipality or criterion"),
        ({"evidence_id": "", "field": "level", "new": "2"}, "needs the source_url"),
        ({"field": "colour", "old": "", "new": "blue"}, "'colour'"),
        ({"field": "level", "old": "0", "new": "1", "reason": ""}, "'reason'"),
    ],
)
def test_a_correction_that_does_not_fit_stops_the_build(run, data, zero, change, expected):
    correct(data, RECORD | {"evidence_id": zero} | change)
    status, _, message = run("accept")
    assert status == 1
    assert "corrections.csv" in message
    assert "row 2" in message
    assert expected in message
