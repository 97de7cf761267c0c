"""The lines that a scheduler, a container and whoever copies are given do what they say."""

import json
import os
import re
import subprocess

import pytest

from etl.live.archive import Archive
from etl.live.replace import holding
from samspil.paths import PROJECT

RECIPES = {
    name: (PROJECT / name).read_text(encoding="utf-8")
    for name in ("docs/REFRESH.md", "docs/OPERATIONS.md", "Containerfile")
}


@pytest.fixture
def sh(tmp_path):
    """A function that runs a line where each command only notes its arguments: (status, noted).

    `ends` gives the status of a command of the ETL; the others end with 0.
    """
    noted = tmp_path / "noted"
    folder = tmp_path / ".venv" / "bin"
    folder.mkdir(parents=True)

    def run(line, **ends):
        cases = "".join(f"*' {name.replace('_', '-')}') exit {n};; " for name, n in ends.items())
        stub = f'#!/bin/sh\necho "$*" >> {noted}\ncase " $*" in {cases}esac\n'
        for name in ("python", "streamlit"):
            (folder / name).write_text(stub)
            (folder / name).chmod(0o755)
        path = f"{folder}:{os.environ['PATH']}"
        done = subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, env=os.environ | {"PATH": path}, check=False
        )
        return done.returncode, noted.read_text().splitlines()

    return run


@pytest.mark.parametrize("name", ["docs/REFRESH.md", "docs/OPERATIONS.md"])
@pytest.mark.parametrize(
    ("ends", "status"),
    [
        ({}, 0),
        ({"refresh": 1}, 1),
        ({"refresh": 3, "check_links": 1}, 3),
        ({"build": 1}, 1),
        ({"publish_figures": 1}, 0),
    ],
)
def test_the_scheduler_builds_always_and_ends_as_the_refresh(sh, tmp_path, name, ends, status):
    (line,) = re.findall(r"^0 5 \* \* 1 +(.+)$", RECIPES[name], re.MULTILINE)
    found = sh(line.replace("/srv/samspil", str(tmp_path)), **ends)
    ran = ["refresh", "check-links", "build", *([] if "build" in ends else ["publish-figures"])]
    assert found == (status, [f"-m etl {word}" for word in ran])


@pytest.mark.parametrize("build", [0, 1])
def test_a_container_serves_the_last_build_where_a_new_one_fails(sh, build):
    (command,) = re.findall(r"^CMD (.+)$", RECIPES["Containerfile"], re.MULTILINE)
    status, noted = sh(json.loads(command)[2], build=build)
    assert (status, noted[0]) == (0, "-m etl build")
    assert noted[1].startswith("run server.py")


def test_a_copy_waits_for_whoever_writes(data):
    (line,) = re.findall(r"^(flock .+) rsync", RECIPES["docs/OPERATIONS.md"], re.MULTILINE)
    locked = re.findall(r"flock (\S+)/", line)
    assert locked == ["archive", "data", "data/snapshots", "releases"]
    with Archive(data.parent / "archive").holding(), holding(data):
        for folder in locked[:3]:
            wait = subprocess.run(["flock", "-n", data.parent / folder, "true"], check=False)
            assert wait.returncode == 1
