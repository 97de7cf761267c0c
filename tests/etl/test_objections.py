"""The file of the objection form comes into the register as it is, whole or not at all."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from frozen import DAY

from samspil.present.objection import COLUMNS, as_file

WRONG = {
    "code": "101",
    "criterion": "policy_adopted",
    "objection": 'I overså vores politik, den er "vedtaget"',
    "by_role": "kommune",
    "outcome": "open",
    "date": "2026-11-20",
}


@pytest.fixture
def handed_in(tmp_path):
    """A function that writes rows as the form does, and gives the file."""

    def write(*rows, name="indsigelse-101.csv"):
        path = tmp_path / name
        header, _ = as_file(rows[0]).decode().split("\n", 1)
        lines = [as_file(row).decode().split("\n", 1)[1] for row in rows]
        path.write_text(header + "\n" + "".join(lines), encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def register(data):
    """A function that reads the register: its rows."""
    path = data / "snapshots" / "corrections.csv"

    def rows():
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    rows.path = path
    return rows


def test_the_file_of_the_form_is_used_as_it_is(run, register, handed_in):
    status, output, message = run("object", "import", handed_in(WRONG))
    assert (status, message) == (0, "")
    assert "Added c0001 (open)" in output
    assert register() == [dict.fromkeys(COLUMNS, "") | WRONG | {"id": "c0001"}]
    assert run("accept", "--note", "objection")[0] == 0
    assert run("build")[0] == 0


def test_files_of_several_rows_come_in_together_and_get_ids(run, register, handed_in, data):
    today = datetime.now(UTC).date()
    (data / "release.toml").write_text(
        f'name = "today"\nyear = {today.year}\ndate = {today.isoformat()}\nnote = "Test"\n'
    )
    undated = {name: value for name, value in WRONG.items() if name not in ("date", "outcome")}
    first = handed_in(WRONG, undated | {"criterion": "charter"}, name="a.csv")
    second = handed_in(WRONG | {"code": "147", "id": "c0001"}, name="b.csv")
    assert run("object", "import", first, second)[0] == 0
    assert [row["id"] for row in register()] == ["c0001", "c0002", "c0003"]
    assert [row["outcome"] for row in register()] == ["open"] * 3
    assert all(row["date"] for row in register())


def test_ids_go_on_after_the_highest(run, register, handed_in):
    held = register.path.read_text(encoding="utf-8")
    row = as_file(WRONG | {"id": "c0041", "code": "147"}).decode().split("\n", 1)[1]
    register.path.write_text(held + row, encoding="utf-8")
    assert run("object", "import", handed_in(WRONG))[0] == 0
    assert [row["id"] for row in register()] == ["c0041", "c0042"]


def test_the_same_file_twice_adds_nothing_the_second_time_and_says_so(run, register, handed_in):
    file = handed_in(WRONG, WRONG | {"date": "2026-11-21"}, WRONG | {"criterion": "charter"})
    assert run("object", "import", file)[0] == 0
    before = register.path.read_bytes()
    assert len(register()) == 2
    status, output, _ = run("object", "import", file)
    assert status == 0
    assert "indsigelse-101.csv: row 2: is there already as c0001 (open)" in output
    assert "indsigelse-101.csv: row 4: is there already as c0002 (open)" in output
    assert "Nothing was added." in output
    assert register.path.read_bytes() == before


def test_an_objection_that_was_settled_since_is_there_already(run, register, handed_in):
    assert run("object", "import", handed_in(WRONG))[0] == 0
    text = register.path.read_text(encoding="utf-8")
    settled = text.replace(",open,,", ",rejected,Siden viser det ikke,").replace("-20", "-23")
    register.path.write_text(settled, encoding="utf-8")
    output = run("object", "import", handed_in(WRONG))[1]
    assert "is there already as c0001 (rejected)" in output
    assert register.path.read_text(encoding="utf-8") == settled


def test_two_changes_with_the_same_words_are_two_objections(run, register, handed_in):
    level = WRONG | {"field": "level", "new": "2"}
    assert (
        run("object", "import", handed_in(level, WRONG | {"field": "year", "new": "2025"}))[0] == 0
    )
    assert [row["field"] for row in register()] == ["level", "year"]


def test_everything_wrong_is_named_and_nothing_comes_in(run, register, handed_in, tmp_path):
    before = register.path.read_bytes()
    first = handed_in(
        WRONG,
        WRONG | {"code": "411", "date": "i går"},
        WRONG | {"evidence_id": "ffffffffff"},
        name="a.csv",
    )
    headless = tmp_path / "b.csv"
    headless.write_text("101,policy_adopted\n", encoding="utf-8")
    empty = tmp_path / "c.csv"
    empty.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    missing = tmp_path / "d.csv"
    files = (first, str(headless), str(empty), str(missing))
    status, _, message = run("object", "import", *files)
    assert status == 1
    for named in (
        "a.csv: row 3, column 'code': '411'",
        "a.csv: row 3, column 'date': 'i går'",
        "a.csv: row 4, correction 'c0002': there is no evidence 'ffffffffff'",
        "b.csv: row 1",
        "c.csv: has no rows",
        "d.csv: cannot be read",
    ):
        assert named in message
    assert message.count("\n") == 6
    assert register.path.read_bytes() == before


@pytest.mark.parametrize("outcome", ["accepted", "rejected", "maybe"])
def test_nobody_settles_an_objection_of_their_own(run, register, handed_in, outcome):
    before = register.path.read_bytes()
    status, _, message = run("object", "import", handed_in(WRONG | {"outcome": outcome}))
    assert status == 1
    assert f"row 2, column 'outcome': '{outcome}'" in message
    assert register.path.read_bytes() == before


def test_a_cell_made_harmless_for_spreadsheets_comes_in_as_it_was_meant(run, register, handed_in):
    meant = WRONG | {"objection": "=1+1 er ikke 3", "by_role": "'citeret'"}
    file = handed_in(meant)
    assert "'=1+1 er ikke 3" in Path(file).read_text(encoding="utf-8")
    assert run("object", "import", file)[0] == 0
    assert register()[0]["objection"] == meant["objection"]
    assert register()[0]["by_role"] == meant["by_role"]
    assert "is there already" in run("object", "import", handed_in(meant))[1]


def test_a_full_disk_leaves_the_register_as_it_was(run, register, handed_in, monkeypatch):
    before = sorted((path.name, path.read_bytes()) for path in register.path.parent.iterdir())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("samspil.files.os.fsync", full)
    status, _, message = run("object", "import", handed_in(WRONG))
    assert status == 1
    assert message == "samspil: corrections.csv: cannot be written (No space left on device)\n"
    after = sorted((path.name, path.read_bytes()) for path in register.path.parent.iterdir())
    assert after == before


def test_what_a_killed_import_left_is_removed_by_the_next(run, register, handed_in):
    left = register.path.with_name("corrections.csv.unfinished-17")
    left.write_text("id,evid", encoding="utf-8")
    assert run("object", "import", handed_in(WRONG))[0] == 0
    assert not left.exists()


@pytest.mark.parametrize("action", [["add"], []])
def test_one_objection_can_be_typed_with_or_without_the_word_add(run, register, action):
    typed = [
        "--code", "101", "--criterion", "charter", "--objection", "Findes", "--by-role", "kommune",
        "--date", DAY,
    ]  # fmt: skip
    assert run("object", *action, *typed)[0] == 0
    assert "is there already as c0001 (open)" in run("object", *action, *typed)[1]
    assert [row["criterion"] for row in register()] == ["charter"]
