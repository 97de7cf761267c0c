"""Opening and following the newest build, while others still read the one before."""

import gc
import json
import shutil
import subprocess
import threading
import weakref

import duckdb
import pytest

from samspil.warehouse import builds as module
from samspil.warehouse.builds import (
    DamagedBuildError,
    NewestBuild,
    NoBuildError,
    OutdatedBuildError,
    PointerError,
    Warehouse,
    newest_build,
)


def make(path, build_id):
    """A build at `path` that says it is `build_id` and holds as much in a table of its own."""
    unfinished = path.with_name("unfinished")
    shutil.copy(make.template, unfinished)
    with duckdb.connect(str(unfinished)) as connection:
        connection.execute("UPDATE build SET id = ?", [build_id])
        connection.execute("CREATE TABLE own AS SELECT ? AS id FROM range(100000)", [build_id])
    unfinished.replace(path)
    return path


@pytest.fixture(autouse=True)
def folder(frozen_folder, tmp_path, monkeypatch):
    monkeypatch.delenv("SAMSPIL_DATABASE", raising=False)
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    monkeypatch.setattr(make, "template", newest_build(frozen_folder), raising=False)
    return tmp_path


def publish(folder, build_id):
    make(folder / f"samspil-{build_id}.duckdb", build_id)
    (folder / "next").write_text(json.dumps({"file": f"samspil-{build_id}.duckdb"}))
    (folder / "next").replace(folder / "newest.json")


def own(house):
    return house.query("SELECT DISTINCT id FROM own")["id"].tolist()


def test_the_newest_build_is_kept_until_another_is_named(folder):
    newest = NewestBuild()
    publish(folder, "a")
    first = newest.get()
    assert newest.get() is first
    publish(folder, "b")
    assert newest.get().build.id == "b"
    assert newest.get() is newest.get()


def test_an_older_build_is_read_to_the_end_and_then_closed(folder):
    newest = NewestBuild()
    publish(folder, "a")
    reader = newest.get()
    publish(folder, "b")
    newest.get()
    (folder / "samspil-a.duckdb").unlink()
    assert own(reader) == ["a"]
    closed = weakref.ref(reader)
    del reader
    gc.collect()
    assert closed() is None


@pytest.mark.slow
def test_readers_are_never_broken_by_builds_that_come(folder):
    newest, wrong, done = NewestBuild(), [], threading.Event()
    publish(folder, "0")

    def reader():
        while not done.is_set():
            try:
                house = newest.get()
                if own(house) != [house.build.id]:
                    wrong.append(f"another build's answer in {house.build.id}")
            except Exception as error:
                wrong.append(repr(error))

    readers = [threading.Thread(target=reader) for _ in range(4)]
    for thread in readers:
        thread.start()
    for number in range(1, 9):
        publish(folder, str(number))
        (folder / f"samspil-{number - 1}.duckdb").unlink()
    done.set()
    for thread in readers:
        thread.join()
    assert wrong == []
    assert newest.get().build.id == "8"


def test_a_build_that_goes_between_its_naming_and_its_opening_is_no_error(folder, monkeypatch):
    publish(folder, "a")
    paths = iter([folder / "samspil-gone.duckdb", newest_build()])
    monkeypatch.setattr(module, "newest_build", lambda: next(paths))
    assert NewestBuild().get().build.id == "a"


def test_an_explicit_file_that_is_replaced_under_its_name_is_followed(folder, monkeypatch):
    path = make(folder / "data.duckdb", "a")
    monkeypatch.setenv("SAMSPIL_DATABASE", str(path))
    newest = NewestBuild()
    reader = newest.get()
    make(path, "b")
    later = newest.get()
    assert (later.build.id, own(later)) == ("b", ["b"])
    assert (reader.build.id, own(reader)) == ("a", ["a"])


def test_an_explicit_file_that_another_process_replaces_is_followed(folder, monkeypatch):
    path, other = make(folder / "data.duckdb", "a"), make(folder / "other.duckdb", "b")
    monkeypatch.setenv("SAMSPIL_DATABASE", str(path))
    newest = NewestBuild()
    reader = newest.get()
    subprocess.run(["mv", other, path], check=True)
    assert (newest.get().build.id, own(newest.get())) == ("b", ["b"])
    assert (reader.build.id, own(reader)) == ("a", ["a"])


def test_an_explicit_file_leaves_no_copy_behind(folder, monkeypatch, tmp_path_factory):
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(module.tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("SAMSPIL_DATABASE", str(make(folder / "data.duckdb", "a")))
    house = NewestBuild().get()
    assert list(temporary.iterdir()) == []
    assert own(house) == ["a"]


POINTERS = {
    "nothing": b"",
    "200,000 brackets": b"[" * 200_000,
    "brackets in the name": b'{"file": ' + b"[" * 3_000,
    "5,000 characters": json.dumps({"file": "x" * 5_000}).encode(),
    "300 characters": json.dumps({"file": "x" * 300}).encode(),
    "NUL": json.dumps({"file": "a\0b"}).encode(),
    "no name": b'{"file": ""}',
    "no text": b'{"file": 5}',
    "a list": b"[]",
    "not UTF-8": b"\xff\xfe",
}


@pytest.mark.parametrize("content", POINTERS.values(), ids=POINTERS)
def test_a_damaged_pointer_is_told_from_a_missing_one(content, folder):
    with pytest.raises(NoBuildError):
        newest_build()
    (folder / "newest.json").write_bytes(content)
    with pytest.raises(PointerError):
        newest_build()


def test_a_pointer_that_cannot_be_read_is_damaged_too(folder):
    (folder / "newest.json").mkdir()
    with pytest.raises(PointerError):
        newest_build()


@pytest.mark.parametrize("change", ["schema_version = schema_version + 1", None])
def test_a_file_of_another_schema_is_of_another_version(change, folder):
    path = make(folder / "data.duckdb", "a")
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            f"UPDATE build SET {change}" if change else "ALTER TABLE build ADD COLUMN more INTEGER"
        )
    with pytest.raises(OutdatedBuildError):
        Warehouse(path)


@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize(
    "damage", ["text", "cut", "empty", "other tables", "empty build", "folder"]
)
def test_a_file_that_is_no_warehouse_is_damaged(damage, copied, folder):
    path = folder / "data.duckdb"
    if damage == "folder":
        path.mkdir()
    elif damage in ("text", "empty"):
        path.write_text("not a database" * (damage == "text"))
    else:
        make(path, "a")
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:1_000_000])
    if damage in ("other tables", "empty build"):
        with duckdb.connect(str(path)) as connection:
            connection.execute(
                "DROP TABLE build" if damage == "other tables" else "DELETE FROM build"
            )
    with pytest.raises(DamagedBuildError):
        Warehouse(path, copied=copied)
