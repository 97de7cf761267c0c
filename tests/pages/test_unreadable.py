"""Where the data cannot be read, the page says which it is, and never shows a traceback."""

import json
import shutil

import duckdb
import pytest
from visiting import PAGES, visit, words_of

from samspil.warehouse.builds import newest_build

NOTHING = "Der er ingen data endnu"
POINTER = "newest.json"
VERSION = "en anden version af Samspil"
DAMAGED = "Filen med data er beskadiget eller kan ikke læses"

POINTERS = {
    "200,000 brackets": b"[" * 200_000,
    "5,000 characters": json.dumps({"file": "x" * 5_000}).encode(),
    "NUL": json.dumps({"file": "a\0b"}).encode(),
    "no JSON": b"samspil-1.duckdb",
}
CHANGES = {
    "older version": (VERSION, "UPDATE build SET schema_version = 0"),
    "other fields": (VERSION, "ALTER TABLE build DROP COLUMN horizon"),
    "a table less": (VERSION, "DROP TABLE stage"),
    "another column": (VERSION, "ALTER TABLE assessment RENAME COLUMN level TO mark"),
    "other tables": (DAMAGED, "DROP TABLE build"),
    "no build in it": (DAMAGED, "DELETE FROM build"),
}


@pytest.fixture
def build(frozen_folder, tmp_path, monkeypatch):
    """The newest build of a folder of its own, to be spoilt."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    path = tmp_path / "samspil-1.duckdb"
    shutil.copy(newest_build(frozen_folder), path)
    (tmp_path / "newest.json").write_text(json.dumps({"file": path.name}))
    return path


def said(app):
    """The only sentence of a page that cannot be drawn."""
    assert not app.exception
    assert app.code[-1].value.startswith("python -m etl build")
    (info,) = app.info
    return info.value


@pytest.mark.parametrize("content", POINTERS.values(), ids=POINTERS)
def test_a_damaged_pointer(content, build):
    build.with_name("newest.json").write_bytes(content)
    assert POINTER in said(visit("overview"))


def test_a_pointer_to_a_build_that_is_gone(build):
    build.unlink()
    assert NOTHING in said(visit("overview"))


@pytest.mark.parametrize(("sentence", "change"), CHANGES.values(), ids=CHANGES)
def test_a_file_of_another_schema(sentence, change, build):
    with duckdb.connect(str(build)) as connection:
        connection.execute(change)
    assert sentence in said(visit("overview"))


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 100_000])
def test_a_file_that_is_no_database(content, build):
    build.write_bytes(content)
    assert DAMAGED in said(visit("overview"))


def test_a_file_that_was_cut_short(build):
    build.write_bytes(build.read_bytes()[:1_000_000])
    assert DAMAGED in said(visit("overview"))


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_is_damaged_where_only_the_pages_read(page, build):
    content = bytearray(build.read_bytes())
    for block in range(12_288 + 262_144, len(content) - 262_144, 262_144):
        content[block + 1_000 : block + 200_000] = bytes(199_000)
    build.write_bytes(content)
    assert DAMAGED in said(visit(page))


def test_a_missing_explicit_file_is_named_in_the_command_but_not_where_it_lies(build, monkeypatch):
    path = build.with_name("own.duckdb")
    monkeypatch.setenv("SAMSPIL_DATABASE", str(path))
    app = visit("overview")
    assert NOTHING in said(app)
    assert app.code[0].value == "python -m etl build --database own.duckdb"
    assert str(path.parent) not in words_of(app) + app.code[0].value


def test_the_page_is_back_as_soon_as_the_data_are(build):
    content = build.read_bytes()
    build.write_bytes(b"no database")
    app = visit("overview")
    assert DAMAGED in said(app)
    build.write_bytes(content)
    app.run()
    assert not app.exception
    assert "Data læst" in words_of(app)
    assert len(app.title) == 1
