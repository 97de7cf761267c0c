"""The newest year comes from the release, which is moved on purpose and never by a record."""

import pytest
from etl_data import GOOD, append
from reference import load, marks_of

from samspil.warehouse.builds import newest_build, open_warehouse


def move(data, year, day):
    """Move the release of a data folder."""
    path = data / "release.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("year = 2026", f"year = {year}").replace("2026-11-24", day)
    path.write_text(text.replace('"2026.1"', f'"{year}.1"'), encoding="utf-8")


def test_a_reading_after_the_release_is_refused_in_a_sentence(run, data):
    append("evidence.csv", GOOD.replace("2026-11-22", "2027-01-05"))(data)
    status, _, message = run("accept", "--note", "new year")
    assert status == 1
    assert message.count("\n") == 1
    for part in ("evidence.csv", "'retrieved_on'", "2027-01-05", "2026.1", "data/release.toml"):
        assert part in message


@pytest.mark.parametrize(
    ("name", "line", "column"),
    [
        ("lookups.csv", "101,,https://www.kk.dk/x,desk,2027-01-05,gone,", "'looked_on'"),
        (
            "corrections.csv",
            "k1,,101,charter,,,,kommune,Forkert,open,,,2027-01-05",
            "'date'",
        ),
    ],
)
def test_nothing_later_than_the_release_is_taken_in(run, data, name, line, column):
    append(name, line)(data)
    status, _, message = run("accept", "--note", "late")
    assert status == 1
    assert name in message
    assert column in message
    assert "move data/release.toml first" in message


def test_a_release_moved_without_new_readings_loses_what_the_rules_say(run, data, builds, frozen):
    before = set(marks(frozen, 2026))
    move(data, 2027, "2027-11-24")
    assert run("accept", "--note", "the release of 2027")[0] == 0
    assert run("build")[0] == 0
    warehouse = open_warehouse(newest_build(builds))
    after = marks(warehouse, 2027)
    warehouse.close()
    loaded = load(data)
    assert after == {
        (code, criterion): mark[0]
        for code in loaded[2]
        for criterion, mark in marks_of(loaded, code, 2027).items()
    }
    lost = before - set(after)
    assert lost
    too_old = {cell for cell, rows in loaded[3].items() if any(r["year"] == 2019 for r in rows)}
    too_old |= {(code, "policy_current") for code, id_ in too_old if id_ == "policy_year"}
    assert lost <= too_old


def marks(warehouse, year):
    rows = warehouse.query(
        "SELECT code, criterion, level FROM assessment WHERE year = $year", {"year": year}
    )
    return {(r.code, r.criterion): r.level for r in rows.itertuples()}


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("year = 2026", 'year = "2026"', "'year'"),
        ("date = 2026-11-24", 'date = "soon"', "'date'"),
        ("year = 2026", "year = 2031", "2031"),
        ('name = "2026.1"', 'name = ""', "'name'"),
        ("note =", "notes =", "'note'"),
        ("year = 2026", "year = = 2026", "TOML"),
    ],
)
def test_a_wrong_release_is_named_in_one_sentence(run, data, old, new, named):
    path = data / "release.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    status, _, message = run("build")
    assert status == 1
    assert message.startswith("samspil: release.toml: ")
    assert named in message


def test_a_missing_release_is_named(run, data):
    (data / "release.toml").unlink()
    assert "release.toml: cannot be read" in run("build")[2]
