"""Builds come and go whole: the pointed one stays, killed and full ones leave nothing behind."""

import fcntl
import os
import subprocess
import sys
import threading

import pytest

from etl import files
from etl.build.publish import kept_builds, point_at, publish
from samspil.paths import PROJECT
from samspil.warehouse.builds import newest_build

LEFT = (
    "samspil-20261124T160210290840-7118c8.duckdb.unfinished-13574",
    "samspil-20261124T160210290840-7118c8.duckdb.unfinished-13574.wal",
    "newest.unfinished-13574",
    "newest.json.unfinished-13574",
)
"""What killed builds leave behind, also those of earlier versions."""


@pytest.fixture
def old_builds(builds):
    """A function that puts builds into the folder: name -> time of writing (seconds)."""
    builds.mkdir()

    def put(**written):
        for name, seconds in written.items():
            path = builds / f"samspil-{name}.duckdb"
            path.write_bytes(b"")
            os.utime(path, (seconds, seconds))

    return put


def made(target, keep=None):
    """A build that holds next to nothing, published as any other."""
    publish(lambda connection: connection.execute("CREATE TABLE build (id TEXT)"), target, keep)
    return target


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("year", [2001, 2099])
@pytest.mark.parametrize("keep", ["", "1"])
def test_a_build_never_deletes_itself_whatever_the_clock_says(
    builds, old_builds, monkeypatch, year, keep
):
    monkeypatch.setenv("SAMSPIL_KEEP", keep)
    seconds = (year - 1970) * 365 * 86_400
    old_builds(**{f"2099{n}": seconds + n for n in range(3)})
    target = made(builds / "samspil-now.duckdb", kept_builds())
    assert newest_build(builds) == target
    assert len(list(builds.glob("*.duckdb"))) == int(keep or 3)


def test_the_builds_written_last_are_kept_whatever_their_names(builds, old_builds):
    old_builds(c=1, a=3, b=2, now=0)
    point_at(builds / "samspil-now.duckdb", 3)
    assert names(builds) == [
        "newest.json",
        "samspil-a.duckdb",
        "samspil-b.duckdb",
        "samspil-now.duckdb",
    ]


@pytest.mark.parametrize("keep", ["0", "-1", "two", "1.5", "²", " 2"])
def test_a_number_of_builds_that_is_none_is_named_before_anything_is_built(
    run, builds, monkeypatch, keep
):
    monkeypatch.setenv("SAMSPIL_KEEP", keep)
    status, output, message = run("build")
    assert (status, output) == (1, "")
    assert message == f"samspil: SAMSPIL_KEEP: {keep!r} is not a whole number of at least 1\n"
    assert not builds.exists()


def test_what_killed_builds_left_is_removed_and_nothing_else(builds):
    builds.mkdir()
    for name in (*LEFT, "notes.unfinished-1", "samspil-notes.txt"):
        (builds / name).write_bytes(b"x")
    spilled = builds / f"{LEFT[0]}.tmp"
    spilled.mkdir()
    (spilled / "block").write_bytes(b"x")
    made(builds / "samspil-new.duckdb", keep=3)
    assert names(builds) == [
        "newest.json", "notes.unfinished-1", "samspil-new.duckdb", "samspil-notes.txt",
    ]  # fmt: skip


def test_one_explicit_file_removes_what_its_killed_builds_left(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    for name in ("one[1].duckdb.unfinished-17", "other.duckdb.unfinished-17"):
        (folder / name).write_bytes(b"x")
    made(folder / "one[1].duckdb")
    assert names(folder) == ["one[1].duckdb", "other.duckdb.unfinished-17"]


def test_a_running_build_keeps_its_file_and_the_next_one_waits(tmp_path, monkeypatch):
    running = tmp_path / "samspil-a.duckdb.unfinished-1"
    told, done = threading.Event(), threading.Event()
    monkeypatch.setattr(files.log, "info", lambda *line: told.set())

    def next_build():
        with files.sole_writer(tmp_path, ("samspil-",)):
            done.set()

    thread = threading.Thread(target=next_build)
    with files.sole_writer(tmp_path, ("samspil-",)):
        running.write_bytes(b"x")
        thread.start()
        assert told.wait(30)
        assert not done.is_set()
        assert running.exists()
    thread.join(30)
    assert done.is_set()
    assert not running.exists()


def test_without_locks_nothing_is_removed_and_all_goes_on(builds, monkeypatch):
    def unsupported(*_):
        raise OSError("no locks here")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    builds.mkdir()
    (builds / LEFT[0]).write_bytes(b"x")
    made(builds / "samspil-new.duckdb", keep=3)
    assert names(builds) == ["newest.json", LEFT[0], "samspil-new.duckdb"]


def test_a_pointer_that_cannot_be_written_leaves_the_one_before(run, standing, monkeypatch):
    before = {path.name: path.read_bytes() for path in standing.iterdir()}

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("samspil.files.os.fsync", full)
    status, _, message = run("build")
    assert status == 1
    assert message.endswith("(No space left on device)\n")
    assert {path.name: path.read_bytes() for path in standing.iterdir()} == before


LIMITED = """
import resource, sys
from etl.__main__ import main
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
for size in map(int, sys.argv[1:]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    assert main(["build"]) == 1
"""
"""Builds in a process whose files may grow to so many bytes and no more."""


def test_a_disk_that_takes_no_more_is_one_sentence(standing):
    before = {path.name: path.read_bytes() for path in standing.iterdir()}
    sizes = (0, 50_000, 3_000_000)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *map(str, sizes)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    sentences = done.stderr.splitlines()
    assert len(sentences) == len(sizes)
    for sentence in sentences:
        assert sentence.startswith("samspil: samspil-2")
        assert sentence.endswith("(File too large)")
    assert {path.name: path.read_bytes() for path in standing.iterdir()} == before
