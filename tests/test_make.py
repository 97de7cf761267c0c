"""`make` notices what changed around it and says in a sentence what a machine lacks.

A copy of the Makefile runs with a python3 of our own, which writes down what it is asked to do.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent

PYTHON = """#!/bin/sh
version={version}
here=$(basename "$0")
case "$*" in
--version) echo "Python $version"; exit ;;
-c*version_info*) [ "$version" != 3.9.1 ]; exit ;;
-c*ensurepip*) [ ! -e {bin}/no-venv ]; exit ;;
esac
echo "$*" >> {log}
case "$*" in
*"-m venv"*)
    mkdir -p .venv/bin
    sed "s/^version=.*/version=$version/" "$0" > .venv/bin/python
    chmod +x .venv/bin/python
    ln -sf /bin/true .venv/bin/ruff ;;
"-m etl build") mkdir -p warehouse; echo '{{"file": "b.duckdb"}}' > warehouse/newest.json
    : > warehouse/b.duckdb ;;
esac
"""


class Copy:
    """A copy of what make reads, with a PATH of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bin, self.log = folder / "copy", folder / "bin", folder / "log"
        self.bin.mkdir()
        shutil.copytree(PROJECT / "scripts", self.folder / "scripts")
        for name in ("Makefile", "requirements.txt", "requirements-dev.txt", "constraints.txt"):
            shutil.copy(PROJECT / name, self.folder)
        for name in ("data/snapshots", "etl", "samspil"):
            (self.folder / name).mkdir(parents=True)
        for tool in ("sh", "make", "sed", "cat", "mkdir", "chmod", "ln", "rm", "touch", "find",
                     "basename", "grep", "expand"):  # fmt: skip
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.has_python("3.12.4")
        self.has("id", "echo 1000")

    def has(self, name: str, script: str) -> None:
        """Put a command on the PATH."""
        path = self.bin / name
        path.write_text(script if script.startswith("#!") else f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def has_python(self, version: str) -> None:
        """Let python3 be of that version."""
        self.has("python3", PYTHON.format(version=version, log=self.log, bin=self.bin))

    def run(self, *command: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            command,
            cwd=self.folder,
            env={"PATH": str(self.bin)},
            capture_output=True,
            text=True,
            check=False,
        )

    def make(self, target: str) -> list[str]:
        """What python is asked to do for the target."""
        self.log.write_text("")
        done = self.run("make", target)
        assert done.returncode == 0, done.stderr
        return self.log.read_text().splitlines()

    def age(self) -> None:
        """Let all that stands here be an hour older, as if nothing had changed since."""
        for path in self.folder.rglob("*"):
            then = path.stat().st_mtime - 3600
            os.utime(path, (then, then), follow_symlinks=False)


@pytest.fixture
def copy(tmp_path):
    copy = Copy(tmp_path)
    copy.make("build")
    copy.make(".venv/dev")
    copy.age()
    return copy


def test_nothing_is_done_twice(copy):
    assert copy.make("build") == []
    assert copy.make(".venv/dev") == []


def test_another_python_makes_a_new_environment(copy):
    copy.has_python("3.13.1")
    done = copy.make("build")
    assert done[0] == "-m venv --clear .venv"
    assert "-m pip install" in done[1]
    assert copy.make("build") == []


def test_an_environment_whose_python_is_gone_is_made_anew(copy):
    (copy.folder / ".venv" / "bin" / "python").unlink()
    assert copy.make("build")[0] == "-m venv --clear .venv"


@pytest.mark.parametrize("name", ["requirements.txt", "constraints.txt", "requirements-dev.txt"])
def test_changed_requirements_are_installed(name, copy):
    (copy.folder / name).touch()
    done = copy.make(".venv/dev")
    assert any("-r requirements-dev.txt" in line for line in done)
    assert any("-r requirements.txt" in line for line in done) == (name != "requirements-dev.txt")


def test_a_build_that_vanished_is_built_again(copy):
    (copy.folder / "warehouse" / "b.duckdb").unlink()
    assert copy.make("build") == ["-m etl build"]
    assert copy.make("build") == []


def test_a_pointer_that_names_nothing_is_built_again(copy):
    (copy.folder / "warehouse" / "newest.json").write_text("")
    assert copy.make("build") == ["-m etl build"]


def sentence(done: subprocess.CompletedProcess) -> str:
    """What is said on failing, make's own line left out."""
    assert done.returncode != 0
    lines = [line for line in done.stderr.splitlines() if not line.startswith("make: ***")]
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_system_without_venv_is_told_what_to_install(tmp_path):
    copy = Copy(tmp_path)
    (copy.bin / "no-venv").touch()
    assert "apt-get install python3-venv" in sentence(copy.run("make", "build"))
    assert not (copy.folder / ".venv").exists()


def test_an_old_python_is_told_which_is_needed(tmp_path):
    copy = Copy(tmp_path)
    copy.has_python("3.9.1")
    assert "3.11 or newer" in sentence(copy.run("make", "build"))


def test_a_system_without_python_is_told_what_to_install(tmp_path):
    copy = Copy(tmp_path)
    (copy.bin / "python3").unlink()
    assert "apt-get install python3 python3-venv" in sentence(copy.run("make", "build"))


def test_without_the_right_to_install_chromium_the_tests_run_all_the_same(copy):
    done = copy.run("make", "test")
    assert done.returncode == 0, done.stderr
    assert "apt-get install chromium" in done.stderr
    assert (
        copy.log.read_text().splitlines()[-1]
        == "-m pytest -n auto --maxprocesses 8 --dist worksteal -m not faults or faults_few"
    )


@pytest.mark.parametrize("user", ["0", "1000"])
def test_chromium_that_cannot_be_installed_is_asked_for_in_a_sentence(user, copy):
    copy.has("id", f"echo {user}")
    copy.has("apt-get", "echo 'E: Unable to fetch some archives' >&2; exit 100")
    done = copy.run("scripts/ensure_chromium.sh")
    assert "apt-get install chromium" in sentence(done)


NPM = """#!/bin/sh
mkdir package && echo other > package/axe.min.js
tar -czf axe-core-{version}.tgz package
"""


@pytest.mark.parametrize("npm", ["exit 1", NPM])
def test_axe_that_is_missing_or_another_is_never_used(npm, copy):
    script = (copy.folder / "scripts/ensure_axe.sh").read_text()
    version = re.search(r"^version=(.+)$", script, re.MULTILINE)[1]
    for tool in ("mktemp", "tar", "gzip", "sha256sum", "mv"):
        (copy.bin / tool).symlink_to(shutil.which(tool))
    copy.has("npm", npm.format(version=version))
    said = sentence(copy.run("scripts/ensure_axe.sh"))
    assert ("install npm" if npm == "exit 1" else "nothing is used") in said
    assert not list(copy.folder.glob(".cache/axe-core-*"))


@pytest.mark.slow
@pytest.mark.parametrize(("ci", "outcome"), [("true", "error"), ("", "skipped")])
def test_browser_tests_without_chromium_fail_in_ci_and_are_skipped_loudly_elsewhere(ci, outcome):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider",
         "tests/browser/test_journeys.py::test_the_picker_works_by_keyboard"],
        cwd=PROJECT,
        env={"PATH": "/nonexistent", "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert f"1 {outcome}" in done.stdout
    assert done.returncode == (1 if ci else 0)
    assert "install it (Debian: apt-get install chromium)" in done.stdout
    assert "Traceback" not in done.stdout
    assert "def browser" not in done.stdout
