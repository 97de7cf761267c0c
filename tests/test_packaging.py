"""`pip install .` brings all that the packages need, and says what they need from others."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from samspil.paths import PROJECT

SETTINGS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = SETTINGS["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
UNDER_ANOTHER_NAME = {"docx": "python-docx"}
"""Libraries that are imported by another name than they are installed by."""

NAMED = re.compile(r"[A-Za-z0-9_-]+")


def names(lines):
    """What requirements ask for, without versions."""
    return {NAMED.match(line).group().lower() for line in lines if NAMED.match(line)}


def requirements(name):
    lines = (PROJECT / name).read_text(encoding="utf-8").splitlines()
    return names(line for line in lines if not line.startswith(("#", "-")))


def imported():
    """The libraries that the project's own code imports."""
    paths = [PROJECT / "dashboard.py", PROJECT / "server.py"]
    for folder in (*PACKAGES, "pages"):
        paths += (PROJECT / folder).rglob("*.py")
    found = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add(node.module.split(".")[0])
    found -= {*sys.stdlib_module_names, *PACKAGES, "pages"}
    return {UNDER_ANOTHER_NAME.get(name, name) for name in found}


def test_every_library_that_is_imported_is_a_direct_dependency_and_no_other():
    assert names(SETTINGS["project"]["dependencies"]) == imported()


def test_the_direct_dependencies_are_pinned_and_nothing_else_is_called_direct():
    assert requirements("requirements.txt") == names(SETTINGS["project"]["dependencies"])
    direct = requirements("requirements.txt") | requirements("requirements-dev.txt")
    assert not direct & requirements("constraints.txt")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder into which the project was installed, as pip does it."""
    target = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--target", str(target)]
    command = [sys.executable, "-m", "pip", "install", "--quiet", *options, str(PROJECT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return target


@pytest.mark.slow
def test_every_file_of_the_packages_is_installed(installed):
    there = {
        path.relative_to(PROJECT)
        for package in PACKAGES
        for path in (PROJECT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert {path.suffix for path in there} >= {".py", ".sql", ".html", ".css", ".po"}
    assert sorted(path for path in there if not (installed / path).is_file()) == []
    assert not (installed / "data").exists()


@pytest.mark.slow
def test_what_is_installed_builds_from_data_that_lie_elsewhere(installed, data, tmp_path):
    kept = {name: os.environ[name] for name in os.environ if not name.startswith("SAMSPIL_")}
    script = (
        "import samspil.present.html, etl.__main__ as command; from pathlib import Path;"
        "from samspil.present.i18n import translator; print(translator('en')('Metode'));"
        "print(Path(samspil.present.html.__file__).resolve()); command.main(['build'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=kept | {"PYTHONPATH": str(installed), "SAMSPIL_DATA": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    english, module, *_ = done.stdout.splitlines()
    assert english == "Method"
    assert Path(module).is_relative_to(installed.resolve())
    assert (data.parent / "warehouse" / "newest.json").is_file()
