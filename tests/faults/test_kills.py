"""A process may end at any moment: what it would have replaced stands, whole."""

import random
import signal
import subprocess
import time

import pytest
from faults.killing import kill_after
from frozen import DAY

from samspil.present.objection import as_file

pytestmark = pytest.mark.faults

LINES = 8
"""So many lines does a build log; the moment of a kill is a line and a delay after it."""

DELAY = 0.15
"""Seconds after a line within which the kill comes, drawn evenly."""


def kill(process, moment, sign=signal.SIGKILL):
    """Kill a process at a moment drawn by `moment`; returns whether it was still running."""
    for _ in range(moment.randrange(LINES)):
        if not process.stderr.readline():
            break
    try:
        process.wait(moment.uniform(0, DELAY))
    except subprocess.TimeoutExpired:
        process.send_signal(sign)
    process.communicate()
    return process.returncode == -sign


@pytest.mark.faults_few
def test_build_killed(start, outcome, stands, standing, builds, unfinished, record, tries):
    """A build is killed (SIGKILL) at any moment."""
    moment, killed, left, times = random.Random(7), 0, 0, tries(60, 4)
    _, records = stands()
    for _ in range(times):
        before = set(unfinished(builds))
        killed += kill(start("build", SAMSPIL_LOG="info"), moment)
        left += bool(set(unfinished(builds)) - before)
        assert stands()[1] == records
    assert killed > times / 3
    assert left or times < 60, "no kill came while a file was written, so this shows nothing"
    assert outcome("build")[0] == 0
    assert unfinished(builds) == []
    assert len(list(builds.iterdir())) <= 4
    record(
        times,
        f"{killed} died, {left} left a file unfinished",
        "the pointer named a build that opened, every time; the next build removed what was left",
    )


def test_build_interrupted(start, outcome, stands, builds, unfinished, record, tries):
    """A build is interrupted (Ctrl-C) at any moment."""
    assert outcome("build")[0] == 0
    moment, times, statuses = random.Random(8), tries(30, 4), []
    for _ in range(times):
        process = start("build", SAMSPIL_LOG="info")
        for _ in range(1 + moment.randrange(LINES)):
            process.stderr.readline()
        try:
            process.wait(moment.uniform(0, DELAY))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        lines = process.communicate()[1].splitlines()
        message = [line for line in lines if " INFO etl." not in line]
        statuses.append(process.returncode)
        assert message in ([], ["samspil: interrupted"])
        assert process.returncode in ((130, -signal.SIGINT) if message else (0, -signal.SIGINT))
        stands()
        assert unfinished(builds) == []
    assert statuses.count(0) < times
    record(
        times,
        f"{times - statuses.count(0)} ended in one line, {statuses.count(0)} were done before",
        "the pointer named a build that opened; nothing was left unfinished",
    )


@pytest.mark.faults_few
def test_import_killed(start, outcome, data, tmp_path, unfinished, record, tries):
    """Taking objections into the register is killed at any moment."""
    file = tmp_path / "indsigelse.csv"
    objection = {"code": "101", "criterion": "charter", "objection": "x", "by_role": "kommune"}
    file.write_bytes(as_file(objection | {"date": DAY}))
    register = data / "snapshots" / "corrections.csv"
    before = register.read_bytes()
    arguments = ("object", "import", file, "--data", data)
    began = time.monotonic()
    assert outcome(*arguments)[0] == 0
    takes, after = time.monotonic() - began, register.read_bytes()
    moment, times, taken_in = random.Random(9), tries(40, 3), 0
    for _ in range(times):
        register.write_bytes(before)
        kill_after(moment.uniform(0.2, 1.1) * takes, start(*arguments))
        assert register.read_bytes() in (before, after)
        taken_in += register.read_bytes() == after
    assert outcome(*arguments)[0] == 0
    assert register.read_bytes() == after
    assert unfinished(register.parent) == []
    record(times, f"{taken_in} came in, the others did not", "the register, whole, every time")


@pytest.mark.parametrize("keep", ["1", "3"])
def test_builds_at_once(start, stands, builds, unfinished, record, keep):
    """Several builds run at once."""
    together, rounds = 4, 3
    for _ in range(rounds):
        running = [start("build", SAMSPIL_KEEP=keep) for _ in range(together)]
        for process in running:
            _, message = process.communicate()
            assert (process.returncode, message) == (0, "")
        stands()
        assert unfinished(builds) == []
        assert len(list(builds.glob("*.duckdb"))) == int(keep)
    record(
        2 * rounds * together,
        "all were made, one after the other",
        "the pointer named one that opened; as many were kept as are set",
    )
