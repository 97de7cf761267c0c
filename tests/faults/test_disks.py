"""A disk may be full or refuse to be written: one sentence, and what stood before stays."""

import subprocess

import pytest
from faults.disk import used
from frozen import DAY
from live.refreshing import content

from samspil.present.objection import as_file

pytestmark = pytest.mark.faults

ROOM = (0, 4, 64, 400, 1_000, 2_000, 3_000, 5_000, 8_000, 10_000, 12_000, 12_500)
"""Kilobytes that are left when the next build begins; a build has about 12,600."""


def test_build_on_a_full_disk(disk, outcome, stands, unfinished, record):
    """A build finds the disk full, at twelve different points."""
    where = {"SAMSPIL_WAREHOUSE": str(disk.folder)}
    assert outcome("build", **where)[0] == 0
    before = content(disk.folder)
    for room in ROOM:
        disk(f"size={used(disk.folder) + room}k")
        status, message = outcome("build", **where)
        assert status == 1, room
        assert message.startswith("samspil: samspil-"), message
        assert message.endswith("(No space left on device)\n"), message
        assert message.count("\n") == 1
        assert content(disk.folder) == before
        stands(disk.folder)
    disk("size=64m")
    assert outcome("build", **where)[0] == 0
    assert unfinished(disk.folder) == []
    record(
        len(ROOM),
        "one sentence each",
        "every file as it was, byte by byte; with room again the next build was made",
    )


def test_build_on_a_disk_that_refuses(disk, outcome, stands, record):
    """A build finds the disk read-only."""
    where = {"SAMSPIL_WAREHOUSE": str(disk.folder)}
    assert outcome("build", **where)[0] == 0
    before = content(disk.folder)
    disk("ro")
    status, message = outcome("build", **where)
    assert status == 1
    assert message.endswith("(Read-only file system)\n")
    assert content(disk.folder) == before
    stands(disk.folder)
    record(1, "one sentence", "every file as it was; the build before opened")


def test_import_on_a_full_disk(disk, outcome, data, tmp_path, record):
    """Taking objections into the register finds the disk full."""
    there = disk.folder / "data"
    subprocess.run(["cp", "-r", data, there], check=True)
    file = tmp_path / "indsigelse.csv"
    words = {"code": "101", "criterion": "charter", "by_role": "kommune", "objection": "x" * 5_000}
    words["date"] = DAY
    file.write_bytes(as_file(words))
    before = content(there)
    rooms = (0, 4)
    for room in rooms:
        disk(f"size={used(disk.folder) + room}k")
        status, message = outcome("object", "import", file, "--data", there)
        assert status == 1, room
        assert message == "samspil: corrections.csv: cannot be written (No space left on device)\n"
        assert content(there) == before
    disk("size=64m")
    assert outcome("object", "import", file, "--data", there)[0] == 0
    record(len(rooms), "one sentence each", "the register as it was; with room again it came in")
