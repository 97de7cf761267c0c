"""Faults on purpose: what they share, and the record of what came of them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from faults.disk import mount
from live.contract_server import ContractServer
from live.refreshing import SETTINGS

from samspil.paths import PROJECT
from samspil.warehouse.builds import newest_build, open_warehouse

RECORD = "SAMSPIL_RELIABILITY"
"""The setting that names the file which a whole run writes; `make faults` sets it."""

HEAD = """# What was broken on purpose, and what came of it

Written by `make faults`, a row for each test of `tests/faults/`. Kills come at seeded moments.

| fault | test | tries | outcome | what stood afterwards |
|---|---|---|---|---|
"""

rows = {}


@pytest.fixture
def record(request):
    """A function that tells docs/RELIABILITY.md what came of a fault."""

    def tell(tries, outcome, stood):
        fault = request.function.__doc__.strip().rstrip(".")
        name = request.function.__name__
        rows[name] = f"| {fault} | {name} | {tries} | {outcome} | {stood} |"

    return tell


def pytest_sessionfinish(session, exitstatus):
    """Write the record when every fault was tried and told of, and nothing failed."""
    target = os.environ.get(RECORD)
    if not target or exitstatus:
        return
    if untold := sorted({item.originalname for item in session.items} - set(rows)):
        print(f"\n{target} stays as it was: nothing was told of {', '.join(untold)}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        return
    Path(target).write_text(HEAD + "".join(f"{rows[name]}\n" for name in sorted(rows)), "utf-8")


@pytest.fixture
def tries(request):
    """A function that says how often to try: many times, or some where only a few are asked for."""
    few = "faults_few" in request.config.getoption("markexpr")
    return lambda many, some: some if few else many


@pytest.fixture
def start(builds):
    """A function that starts `python -m etl` as a process: its output comes a line at a time."""
    started = []
    # What runs in the background hears no Ctrl-C, and what it starts would not either.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def command(*arguments, **environment):
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "etl", *map(str, arguments)],
            cwd=PROJECT,
            env=os.environ | {"SAMSPIL_WAREHOUSE": str(builds)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield command
    signal.signal(signal.SIGINT, before)
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def outcome(start):
    """A function that runs a command to its end: (status, message)."""

    def command(*arguments, **environment):
        process = start(*arguments, **environment)
        _, message = process.communicate()
        assert "Traceback" not in message
        return process.returncode, message

    return command


@pytest.fixture
def server():
    """A server that answers as StatBank is documented to."""
    with ContractServer() as running:
        yield running


@pytest.fixture
def live_data(data):
    """A data folder with settings that wait for nothing; its archive lies beside it."""
    (data / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return data


@pytest.fixture
def refreshing(start, server, live_data):
    """A function that starts a refresh from the server, or from where the arguments say."""

    def command(*arguments, data=live_data, **environment):
        where = () if "--base-url" in arguments else ("--base-url", server.address)
        return start("refresh", *arguments, *where, "--data", data, **environment)

    return command


@pytest.fixture
def refreshed(refreshing):
    """A function that refreshes as a process: (status, what was said)."""

    def command(*arguments, **environment):
        process = refreshing(*arguments, **environment)
        said, message = process.communicate()
        assert message == ""
        return process.returncode, said

    return command


@pytest.fixture
def disk(tmp_path):
    """A folder that is a disk of its own, and a function that changes it: disk("size=2m")."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", folder).returncode:
        pytest.skip("mounting a small disk needs the rights of root")

    def remount(options):
        assert mount("-o", f"remount,{options}", folder).returncode == 0

    remount.folder = folder
    yield remount
    subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.fixture
def stands(builds):
    """A function that opens the newest build, and gives its name and how many records it holds."""

    def opened(folder=builds):
        path = newest_build(folder)
        warehouse = open_warehouse(path)
        (records,) = warehouse.query("SELECT count(*) AS n FROM evidence")["n"]
        warehouse.close()
        return path.name, records

    return opened


@pytest.fixture
def unfinished():
    """A function that lists what was left unfinished in a folder."""
    return lambda folder: [path.name for path in folder.iterdir() if "unfinished" in path.name]
