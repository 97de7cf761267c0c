"""SAMSPIL_DATABASE: one explicit file, followed when it is replaced, on every page."""

import shutil

import duckdb
import pytest
from visiting import visit, words_of

from samspil.analysis import changes
from samspil.warehouse.builds import newest_build

ONE = "kun én dataversion"


@pytest.fixture
def put(frozen_folder, tmp_path):
    """A function that puts a build of that id and day in place of whatever has the name."""

    def build(name, id_, day):
        shutil.copy(newest_build(frozen_folder), tmp_path / "unfinished")
        with duckdb.connect(str(tmp_path / "unfinished")) as connection:
            connection.execute("UPDATE build SET id = ?, built_at = ?", [id_, day])
        return (tmp_path / "unfinished").replace(tmp_path / name)

    return build


@pytest.mark.parametrize("name", ["data.duckdb", "data.db"])
def test_a_replaced_file_is_shown_without_a_restart(name, put, monkeypatch):
    monkeypatch.setenv("SAMSPIL_DATABASE", str(put(name, "build-a", "2026-01-01")))
    app = visit("overview")
    assert "build-a" in words_of(app)
    put(name, "build-b", "2026-01-02")
    app.run()
    assert "build-b" in words_of(app)
    assert "build-a" not in words_of(app)


@pytest.mark.parametrize("name", ["data.duckdb", "data.db"])
def test_changes_say_that_an_explicit_file_is_the_only_one(name, put, monkeypatch):
    monkeypatch.setenv("SAMSPIL_DATABASE", str(put(name, "build-a", "2026-01-01")))
    app = visit("changes")
    assert not app.exception
    assert ONE in app.info[0].value


@pytest.mark.parametrize("name", ["data.duckdb", "data.db"])
def test_changes_compare_the_explicit_file_with_those_beside_it(name, put, monkeypatch):
    put("older.duckdb", "build-old", "2025-01-01")
    put("newer.duckdb", "build-new", "2026-06-01")
    monkeypatch.setenv("SAMSPIL_DATABASE", str(put(name, "build-a", "2026-01-01")))
    app = visit("changes")
    assert not app.exception
    assert app.selectbox(key="ny").value == "build-a"
    assert app.selectbox(key="gammel").value == "build-old"
    put(name, "build-b", "2026-12-01")
    app = visit("changes")
    assert app.selectbox(key="ny").value == "build-b"
    assert app.selectbox(key="gammel").value == "build-new"


def test_a_build_that_goes_while_it_is_compared_is_said(put, tmp_path, monkeypatch):
    monkeypatch.setenv("SAMSPIL_DATABASE", str(put("data.duckdb", "build-a", "2026-01-01")))
    put("older.duckdb", "build-old", "2025-01-01")
    builds = changes.builds

    def listed_then_gone(folder):
        found = builds(folder)
        (tmp_path / "older.duckdb").unlink()
        return found

    monkeypatch.setattr(changes, "builds", listed_then_gone)
    app = visit("changes")
    assert not app.exception
    assert "er der ikke mere" in app.info[0].value


def test_a_build_that_another_replaces_while_it_is_compared_is_not_passed_off_as_it(
    put, monkeypatch
):
    monkeypatch.setenv("SAMSPIL_DATABASE", str(put("data.duckdb", "build-a", "2026-01-01")))
    put("older.duckdb", "build-old", "2025-01-01")
    builds = changes.builds

    def listed_then_replaced(folder):
        found = builds(folder)
        put("older.duckdb", "build-other", "2025-01-01")
        return found

    monkeypatch.setattr(changes, "builds", listed_then_replaced)
    app = visit("changes")
    assert not app.exception
    assert "er der ikke mere" in app.info[0].value
