"""Two builds compared on the command line, and objections added to the register."""

import json

import pytest
from frozen import DAY
from small import make_warehouse, record

from etl.__main__ import main
from samspil.present.objection import COLUMNS, as_file

WRONG = {
    "--code": "101",
    "--criterion": "policy_adopted",
    "--objection": "I overså vores politik, den er vedtaget",
    "--by-role": "kommune",
    "--date": DAY,
}


def options(**changes):
    """The objection as arguments of the command, with some changed or left out (None)."""
    given = WRONG | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    return [part for name, value in given.items() if value is not None for part in (name, value)]


@pytest.fixture
def two(tmp_path):
    """The files of two builds: a policy found, and later its level raised."""
    paths = [tmp_path / "old.duckdb", tmp_path / "new.duckdb"]
    for path, level in zip(paths, (1, 2), strict=True):
        make_warehouse(path, [record("policy", level, id="a")]).close()
    return paths


def test_the_difference_can_be_read_aloud(two, capsys):
    assert main(["diff", *map(str, two)]) == 0
    text = capsys.readouterr().out
    assert "1 scores and 1 assessments changed." in text
    assert "Kommune 101: 8.3-91.7 → 16.7-100.0 (corrected evidence)" in text
    assert "policy: 1 → 2 (corrected evidence)" in text


def test_the_difference_is_data_too(two, capsys):
    assert main(["diff", "--json", *map(str, two)]) == 0
    content = json.loads(capsys.readouterr().out)
    assert content["cells"][0]["reason"] == "corrected"
    assert content["scores"][0]["code"] == "101"


def test_a_missing_build_is_one_sentence(two, capsys):
    two[0].unlink()
    assert main(["diff", *map(str, two)]) == 1
    assert capsys.readouterr().err == "samspil: old.duckdb: there is no such build\n"


def test_an_open_objection_is_added_and_builds_after_it_was_accepted(run, data):
    status, output, _ = run("object", *options())
    assert status == 0
    assert "c0001 (open)" in output
    last = (data / "snapshots" / "corrections.csv").read_text(encoding="utf-8").splitlines()[-1]
    assert last.startswith("c0001,,101,policy_adopted,")
    assert run("build")[0] == 1
    assert run("accept", "--note", "objection")[0] == 0
    assert run("build")[0] == 0


def test_an_accepted_addition_becomes_evidence(run, data, builds):
    from samspil.warehouse.builds import newest_build, open_warehouse

    settled = options(
        field="level",
        new="2",
        source_url="https://www.kk.dk/ny-politik",
        outcome="accepted",
        reason="Siden viser det",
    )
    assert run("object", *settled)[0] == 0
    assert run("accept", "--note", "addition")[0] == 0
    assert run("build")[0] == 0
    house = open_warehouse(newest_build(builds))
    found = house.query("FROM evidence WHERE source_url = 'https://www.kk.dk/ny-politik'")
    house.close()
    assert found["level"].tolist() == [2]
    assert "c0001" in found["note"].iloc[0]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"code": "411"}, "'411'"),
        ({"criterion": "policy_loved"}, "'policy_loved'"),
        ({"evidence_id": "ffffffffff"}, "'ffffffffff'"),
        ({"source_url": "javascript:alert(1)"}, "'javascript:alert(1)'"),
        ({"outcome": "maybe"}, "'maybe'"),
        ({"field": "level", "new": "3", "source_url": "https://a.dk/b", "outcome": "accepted",
          "reason": "x"}, "'3'"),
    ],
)  # fmt: skip
def test_an_objection_that_cannot_be_used_leaves_the_register_as_it_was(run, data, changes, named):
    before = (data / "snapshots" / "corrections.csv").read_bytes()
    status, _, message = run("object", *options(**changes))
    assert status == 1
    assert message.startswith("samspil: corrections.csv: row 2")
    assert named in message
    assert (data / "snapshots" / "corrections.csv").read_bytes() == before


def test_the_form_prepares_a_row_of_the_register():
    text = as_file({"code": "101", "objection": 'Et "citat", og komma'}).decode()
    header, row = text.splitlines()
    assert header == ",".join(COLUMNS)
    assert '"Et ""citat"", og komma"' in row


def test_an_objection_of_a_later_day_says_to_move_the_release_first(run):
    status, _, message = run("object", *options(date="2027-01-05"))
    assert status == 1
    assert "'2027-01-05' is after the release 2026.1 of 2026-11-24" in message
    assert "move data/release.toml first" in message
