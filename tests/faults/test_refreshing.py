"""A refresh may end at any moment, meet another one, a full disk, or a clock that jumps."""

import random
import shutil
import time
from datetime import timedelta

import pytest
from faults.disk import used
from faults.killing import kill_after
from live.refreshing import content, put, rows, twisted, unfinished, with_body

from etl.__main__ import main
from etl.accepted import checksum, read_accepted
from etl.live import clock
from etl.live.archive import Archive

pytestmark = pytest.mark.faults

SOURCES = ("population.csv", "area.csv", "accounts.csv")


def all_verify(data):
    """Every snapshot is one that was accepted, and the archive is intact."""
    paths = {name: data / "snapshots" / name for name in SOURCES}
    found = {name: checksum(path) for name, path in paths.items()}
    files = read_accepted(data / "accepted.json").settled(found).files
    assert {name: files[name] for name in SOURCES} == found
    assert Archive(data.parent / "archive").damage() == []


@pytest.mark.faults_few
def test_refresh_killed(refreshing, live_data, refreshed, record, tries):
    """A refresh is killed (SIGKILL) at any moment."""
    moment, times, killed, left, done = random.Random(11), tries(100, 4), 0, 0, 0
    first = {name: (live_data / "snapshots" / name).read_bytes() for name in SOURCES}
    accepted = (live_data / "accepted.json").read_bytes()
    began = time.monotonic()
    assert refreshed()[0] == 0
    takes = time.monotonic() - began
    for number in range(times):
        for name, before in first.items():
            (live_data / "snapshots" / name).write_bytes(before)
        (live_data / "accepted.json").write_bytes(accepted)
        if number % 3 == 0:
            shutil.rmtree(live_data.parent / "archive", ignore_errors=True)
        killed += kill_after(moment.uniform(0.2, 1.1) * takes, refreshing())
        all_verify(live_data)
        left += bool(unfinished(live_data.parent))
        done += (live_data / "snapshots" / "area.csv").read_bytes() != first["area.csv"]
    assert killed > times / 3
    status, said = refreshed()
    assert status == 0, said
    assert unfinished(live_data.parent) == []
    all_verify(live_data)
    record(
        times,
        f"{killed} died, {left} left a file unfinished, {done} had replaced all",
        "every snapshot was an accepted one and the archive intact; the next refresh went on from "
        "what was archived and removed what was left",
    )


def is_accepted(data, name):
    """Whether a snapshot is the one that was accepted."""
    found = checksum(data / "snapshots" / name)
    return read_accepted(data / "accepted.json").settled({name: found}).files[name] == found


@pytest.fixture
def accepting(start, live_data):
    """A function that kills one `accept` in a copy of the data: whether it died, what it left.

    The moment is drawn evenly from the time that a whole one takes, but for its beginning.
    """
    before = live_data.parent / "before"

    def command(moment, arguments):
        if not before.exists():
            shutil.copytree(live_data, before)
            began = time.monotonic()
            start(*arguments).communicate()
            command.takes = time.monotonic() - began
        shutil.rmtree(live_data)
        shutil.copytree(before, live_data)
        died = kill_after(moment.uniform(0.4, 1.1) * command.takes, start(*arguments))
        return died, unfinished(live_data)

    return command


def test_accept_killed(accepting, live_data, outcome, record, tries):
    """Accepting what stands is killed at any moment."""
    put(live_data, ",86.6,", ",86.7,", "snapshots/municipalities.csv")
    arguments = ("accept", "--note", "a new map", "--data", live_data)
    moment, times, killed, left, done = random.Random(13), tries(30, 4), 0, 0, 0
    for _ in range(times):
        died, rest = accepting(moment, arguments)
        taken = is_accepted(live_data, "municipalities.csv")
        assert taken or died
        all_verify(live_data)
        killed, left, done = killed + died, left + bool(rest), done + taken
        assert outcome(*arguments) == (0, "")
        assert is_accepted(live_data, "municipalities.csv")
        assert unfinished(live_data) == []
    assert 0 < done < times or times < 30
    record(
        times,
        f"{killed} died, {left} left a file unfinished, {done} had accepted it",
        "what was accepted before or after, whole; each next accept was done and removed what was "
        "left",
    )


def test_accept_of_a_candidate_killed(
    accepting, server, live_data, refreshed, outcome, record, tries
):
    """Accepting a candidate by its name is killed at any moment."""
    server.twist = twisted("/data", with_body(lambda text: text.replace(",", "00,")))
    assert refreshed("area")[0] == 3
    note = ("--note", "hectares", "--data", live_data)
    moment, times, killed, left, done = random.Random(12), tries(30, 4), 0, 0, 0
    for _ in range(times):
        died, rest = accepting(moment, ("accept", "area.csv", *note))
        all_verify(live_data)
        taken = len(rows(live_data, "area.csv")) == 98
        waits = (live_data / "candidates" / "area.csv.json").exists()
        assert waits or taken
        assert taken or died
        killed, left, done = killed + died, left + bool(rest), done + taken
        assert outcome("accept", *(["area.csv"] if waits else []), *note) == (0, "")
        assert len(rows(live_data, "area.csv")) == 98
        assert is_accepted(live_data, "area.csv")
        assert unfinished(live_data) == []
    assert 0 < done < times or times < 30
    record(
        times,
        f"{killed} died, {left} left a file unfinished, {done} had taken it",
        "an accepted snapshot, and the candidate until it was taken; each next accept was done and "
        "removed what was left",
    )


def test_refreshes_at_once(refreshing, server, live_data, record):
    """Several refreshes run at once."""
    together = 3
    running = [refreshing() for _ in range(together)]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * together, said
    asked = [asked.body for asked in server.asked if asked.path.endswith("/data")]
    assert len(asked) == len(set(asked)) == 4
    all_verify(live_data)
    assert unfinished(live_data.parent) == []
    record(together, "one after the other; each figure was asked for once", "the new snapshots")


def test_clock_that_jumps_back(server, live_data, monkeypatch, capsys, record):
    """The clock of the machine jumps back ten days between two refreshes."""
    arguments = ["refresh", "area", "--again", "--data", str(live_data)]
    arguments += ["--base-url", server.address]
    assert main(arguments) == 0
    right = clock.now
    monkeypatch.setattr(clock, "now", lambda: right() - timedelta(days=10))
    server.twist = twisted("/data", with_body(lambda text: text.replace("86,6", "86,7")))
    capsys.readouterr()
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "replaced, 98 → 98 rows, 1 of the rows before have other values" in said
    assert "The clock of this machine stands before the last answer" in said
    records = Archive(live_data.parent / "archive").records()
    assert [record.number for record in records] == [1, 2, 3, 4]
    assert records[-1].retrieved_at < records[0].retrieved_at
    all_verify(live_data)
    server.asked.clear()
    assert main([*arguments[:2], *arguments[3:]]) == 0
    assert "area.csv: unchanged" in capsys.readouterr().out, "the last answer, not the latest date"
    record(1, "done, and a line on the clock", "the newer answer counts, by its number")


def test_refresh_on_a_full_disk(disk, live_data, refreshing, record):
    """A refresh finds the disk of the archive or of the data full."""
    rooms = (0, 4, 8, 40, 120, 200)
    for whole in ("archive", "data"):
        there = disk.folder / "data"
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(live_data, there)
        archive = disk.folder / "archive" if whole == "archive" else live_data.parent / "elsewhere"
        before = content(there)
        for room in rooms:
            shutil.rmtree(archive, ignore_errors=True)
            disk(f"size={used(disk.folder) + room}k")
            process = refreshing("population", "accounts", data=there, SAMSPIL_ARCHIVE=str(archive))
            said, message = process.communicate()
            assert "Traceback" not in message
            if process.returncode == 0:
                break
            assert process.returncode == 1, said
            assert "No space left on device" in said + message
            assert content(there).keys() == before.keys()
            for name in before.keys() - {"accepted.json", *SOURCES}:
                assert content(there)[name] == before[name]
            found = {name: checksum(there / "snapshots" / name) for name in SOURCES}
            files = read_accepted(there / "accepted.json").settled(found).files
            assert {name: files[name] for name in SOURCES} == found
            assert unfinished(disk.folder) == []
        disk("size=64m")
    record(2 * len(rooms), "one line each", "an accepted snapshot, every time")


def test_refresh_in_a_folder_that_refuses(disk, live_data, refreshing, record):
    """A refresh finds the data or the archive read-only."""
    there = shutil.copytree(live_data, disk.folder / "data")
    (disk.folder / "archive").mkdir()
    disk("ro")
    before = content(disk.folder)
    elsewhere = str(live_data.parent / "elsewhere")
    for archive in (elsewhere, str(disk.folder / "archive")):
        process = refreshing("area", data=there, SAMSPIL_ARCHIVE=archive)
        said, message = process.communicate()
        assert process.returncode == 1
        assert "(Read-only file system)" in said + message
        assert (said + message).count("\n") == 1
        assert content(disk.folder) == before
    record(2, "one line each", "every file as it was, byte by byte")
