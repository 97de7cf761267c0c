"""Data change on purpose only: by accepting a snapshot, or by a correction in the register."""

import csv
import fcntl
import json
import os

import pandas as pd
import pytest
from etl_data import GOOD, append
from frozen import DATA, ROWS

from etl.register.apply import apply_corrections
from etl.snapshots import read_snapshots
from samspil.warehouse.builds import newest_build, open_warehouse

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
def evidence(data):
    """A function that gives the evidence that a build would load, by id."""
    return lambda: apply_corrections(read_snapshots(data)).set_index("id")


@pytest.fixture
def zero(frozen):
    """The record that says no in Copenhagen: its id."""
    return frozen.query(
        "SELECT id FROM evidence WHERE code = '101' AND criterion = 'council_grants' AND level = 0"
    )["id"].iloc[0]


def is_held(folder):
    """Whether a process holds the folder, so that others wait to write there."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def test_no_refresh_settles_while_what_stands_is_accepted(run, data, monkeypatch):
    def read(folder):
        assert is_held(folder)
        assert is_held(folder / "snapshots")
        return read_snapshots(folder)

    monkeypatch.setattr("etl.accept.read_snapshots", read)
    assert run("accept")[0] == 0
    assert not is_held(data)


def test_what_a_killed_accept_left_goes_with_the_next(run, data):
    left = data / "accepted.json.unfinished-1-0badcafe"
    left.write_text("{")
    assert run("accept")[0] == 0
    assert not left.exists()


def test_a_changed_snapshot_is_refused_until_it_is_accepted(run, data):
    append("evidence.csv", GOOD)(data)
    assert run("build")[0] == 1
    status, output, _ = run("accept", "--note", 'one more: "policy"')
    assert status == 0
    assert f"evidence.csv: {ROWS} → {ROWS + 1} rows" in output
    assert run("build")[0] == 0
    assert json.loads((data / "accepted.json").read_text())["note"] == 'one more: "policy"'


def test_accepting_a_wrong_snapshot_leaves_what_was_accepted_as_it_was(run, data):
    before = (data / "accepted.json").read_bytes()
    append("evidence.csv", GOOD.replace("101", "000", 1))(data)
    assert run("accept")[0] == 1
    assert (data / "accepted.json").read_bytes() == before


def test_a_field_is_corrected_and_the_build_holds_it(evidence, run, data, builds, zero):
    correct(data, RECORD | {"evidence_id": zero, "field": "level", "old": "0", "new": "1"})
    assert evidence().loc[zero, "level"] == 1
    assert run("accept", "--note", "test")[0] == 0
    status, _, message = run("build")
    assert (status, message) == (0, "")
    warehouse = open_warehouse(newest_build(builds))
    built = warehouse.query("FROM evidence").set_index("id")["level"]
    warehouse.close()
    assert built.sort_index().to_dict() == evidence()["level"].sort_index().to_dict()


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
        ({"field": "level", "old": "0", "new": "3"}, "column 'level': '3' is above 2"),
        ({"field": "source_url", "old": "", "new": "javascript:x"}, "old is"),
        ({"evidence_id": "0000000000", "field": "withdraw"}, "no evidence '0000000000'"),
        ({"field": "withdraw", "code": "147"}, "another municipality or criterion"),
        ({"evidence_id": "", "field": "level", "new": "2"}, "needs the source_url"),
        ({"field": "colour", "old": "", "new": "blue"}, "'colour'"),
        ({"field": "level", "old": "0", "new": "1", "reason": ""}, "'reason'"),
        ({"field": "year", "old": "2015", "new": "0000"}, "column 'year': '0' is below 1990"),
        ({"field": "year", "old": "2015", "new": "2062"}, "'2062' is above 2026"),
        ({"field": "year", "old": "2015", "new": "i fjor"}, "'i fjor' is not a whole number"),
        ({"field": "value", "old": "", "new": "5"}, "'5' is given for a criterion"),
        ({"field": "withdraw", "date": "2026-11-21"}, "every reading of it was made later"),
    ],
)
def test_a_correction_that_does_not_fit_stops_the_build(run, data, zero, change, expected):
    correct(data, RECORD | {"evidence_id": zero} | change)
    status, _, message = run("accept")
    assert status == 1
    assert "corrections.csv" in message
    assert "row 2" in message
    assert expected in message


def read_again(data, level, day):
    """The page behind the zero, read on another day."""
    path = data / "snapshots" / "evidence.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    row = next(r for r in rows if (r["code"], r["criterion"], r["level"]) == ZERO)
    row = row | {"level": level, "retrieved_on": day}
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(row), lineterminator="\n").writerow(row)


ZERO = ("101", "council_grants", "0")


def test_a_correction_changes_the_latest_reading_made_by_its_day(evidence, data, zero):
    read_again(data, 1, "2026-11-24")
    change = RECORD | {"evidence_id": zero, "field": "level", "new": "2"}
    correct(data, change | {"old": "0", "date": "2026-11-23"})
    levels = evidence().loc[zero].set_index("retrieved_on")["level"]
    assert sorted(levels.to_dict().items()) == [
        (pd.Timestamp("2026-11-22"), 2),
        (pd.Timestamp("2026-11-24"), 1),
    ]
    correct(data, change | {"old": "1", "date": "2026-11-24"})
    assert sorted(evidence().loc[zero, "level"]) == [0, 2]


def test_withdrawing_removes_every_reading_made_by_then(evidence, data, zero):
    read_again(data, 1, "2026-11-24")
    correct(data, RECORD | {"evidence_id": zero, "field": "withdraw", "date": "2026-11-23"})
    rows = evidence()
    assert rows.loc[[zero], "level"].tolist() == [1]
    correct(data, RECORD | {"evidence_id": zero, "field": "withdraw", "date": "2026-11-24"})
    assert zero not in evidence().index


def test_kroner_may_have_oere(evidence, data, frozen):
    amount = frozen.query("FROM evidence WHERE criterion = 's18_amount' LIMIT 1").iloc[0]
    old = f"{amount['value']:.10g}"
    about = {"evidence_id": amount["id"], "code": amount["code"], "criterion": "s18_amount"}
    correct(data, RECORD | about | {"field": "value", "old": old, "new": "1234.5"})
    assert evidence().loc[amount["id"], "value"] == 1234.5


def test_a_changed_codebook_needs_a_new_version(run, data):
    path = data / "codebook.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Vedtaget frivilligpolitik", "Vedtaget politik"), encoding="utf-8")
    status, _, message = run("accept", "--note", "words")
    assert status == 1
    assert "codebook.toml: has changed, but its version is still '1.2'" in message
    assert "codebook.toml: has the checksum" in run("build")[2]
    path.write_text(path.read_text(encoding="utf-8").replace('"1.2"', '"1.3"'), encoding="utf-8")
    assert run("accept", "--note", "words")[0] == 0
    assert run("build")[0] == 0


def test_a_loss_of_more_than_one_per_cent_needs_a_note(run, data):
    path = data / "snapshots" / "evidence.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:100]), encoding="utf-8")
    (data / "examples.csv").write_text("evidence_id,copy_da,copy_en\n", encoding="utf-8")
    status, _, message = run("accept")
    assert status == 1
    assert "a loss of more than 1 % needs --note" in message
    assert run("accept", "--note", "half of it was wrong")[0] == 0


def test_accept_takes_a_new_snapshot(run, data):
    path = data / "accepted.json"
    accepted = json.loads(path.read_text(encoding="utf-8"))
    for kind in ("files", "rows"):
        del accepted[kind]["lookups.csv"]
    path.write_text(json.dumps(accepted), encoding="utf-8")
    assert "lookups.csv" in run("build")[2]
    status, output, _ = run("accept")
    assert status == 0
    assert "lookups.csv: new → 7 rows" in output
    assert run("build")[0] == 0


@pytest.mark.parametrize("content", ["", "{", "[]", '{"note": 1}'])
def test_a_damaged_list_of_what_was_accepted_is_named(run, data, content):
    (data / "accepted.json").write_text(content)
    status, _, message = run("build")
    assert status == 1
    assert message.startswith("samspil: accepted.json: is damaged")


def test_without_what_was_accepted_nothing_is_built(run, data):
    (data / "accepted.json").unlink()
    assert "accepted.json: is missing; run `python -m etl accept`" in run("build")[2]
