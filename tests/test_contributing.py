"""The recipes of CONTRIBUTING.md, followed to the letter in a copy of the project."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from samspil.paths import PROJECT
from samspil.warehouse.builds import newest_build, open_warehouse

COPIED = ("bench", "components", "data", "etl", "pages", "samspil", "static", "web", ".streamlit",
          "dashboard.py", "server.py", "pyproject.toml")  # fmt: skip
TOOLS = Path(sys.executable).parent

VISIT = """
import json, sys
import streamlit as st
from streamlit.testing.v1 import AppTest

menus, navigation = [], st.navigation

def noted(pages, **options):
    menus.append([page.title for page in pages])
    return navigation(pages, **options)

st.navigation = noted

def visit(page, **asked):
    app = AppTest.from_file("dashboard.py", default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, app.exception
    words = [str(getattr(element, "value", "")) for element in app.main]
    words += [element.proto.body for element in app.get("html")]
    words += [option for box in app.selectbox for option in box.options]
    return "\\n".join([*words, *(f.value.to_csv() for f in [*app.dataframe, *app.table])])

pages = {name: visit(name, **asked) for name, asked in json.loads(sys.argv[1])}
print(json.dumps({"pages": pages, "menus": menus}))
"""
"""Prints all that is said on the pages it is asked for, and every menu that was drawn."""

VISITS = [
    ("method", {}),
    ("criteria", {"kriterium": "web_calendar"}),
    ("municipality", {"kommune": "101"}),
    ("regions", {"lang": "en"}),
]


class Step(NamedTuple):
    """One fenced block: its language, the file it names (empty for a command), its lines."""

    language: str
    file: str
    lines: list[str]


def steps_in(document: str) -> list[Step]:
    """The fenced blocks of the recipes, in order."""
    recipes = document.split("\n## The recipes\n")[1]
    blocks = re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", recipes, re.MULTILINE | re.DOTALL)
    return [Step(language, file, body.splitlines()) for language, file, body in blocks]


def asked_of(step: Step) -> set[str]:
    """The commands of a block, whatever note they are given."""
    return {line.partition(" --note")[0] for line in step.lines}


def needed(steps: list[Step]) -> list[Step]:
    """All steps but the commands that a later recipe runs again, which then see what both added."""
    return [
        step
        for n, step in enumerate(steps)
        if step.language != "sh"
        or not any(asked_of(step) <= asked_of(later) for later in steps[n + 1 :])
    ]


def follow(step: Step, project: Path) -> str:
    """Do what the step says; returns what a command printed."""
    if step.language == "sh":
        return run(["bash", "-euo", "pipefail", "-c", "\n".join(step.lines)], project)
    file = project / step.file
    if step.language == "diff":
        replace(file, step.lines)
    else:
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        assert before == "" or before.endswith("\n")
        file.write_text(before + "\n".join(step.lines) + "\n", encoding="utf-8")
    return ""


def replace(file: Path, difference: list[str]) -> None:
    """Replace the lines of a file as the difference says; the old ones stand there once."""
    lines = file.read_text(encoding="utf-8").splitlines()
    old = [line[1:] for line in difference if line[0] in " -"]
    new = [line[1:] for line in difference if line[0] in " +"]
    (start,) = (n for n in range(len(lines)) if lines[n : n + len(old)] == old)
    lines[start : start + len(old)] = new
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(command: list[str], project: Path) -> str:
    own = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPIL_")}
    environment = own | {"PATH": f"{TOOLS}:{os.environ['PATH']}", "PYTHONPATH": str(project)}
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project, as far as it runs."""
    folder = tmp_path_factory.mktemp("contributing")
    for name in COPIED:
        copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
        copy(PROJECT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def printed(project):
    """What the commands of the recipes printed, all steps done."""
    steps = steps_in((PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert {step.language for step in steps} == {"toml", "sh", "csv", "python", "diff", "po"}
    return "".join(follow(step, project) for step in needed(steps))


@pytest.fixture(scope="module")
def shown(project, printed):
    """What the pages say after that, and the menus."""
    return json.loads(run([sys.executable, "-c", VISIT, json.dumps(VISITS)], project))


def test_a_new_criterion_is_on_its_pages(shown, embedded):
    (before,) = embedded.query("SELECT count(*) FROM criterion WHERE dimension <> 'context'").iloc[
        0
    ]
    method, criteria, municipality = (
        shown["pages"][page] for page in ("method", "criteria", "municipality")
    )
    assert f"{before + 1} kriterier" in method
    assert "Foreningerne i kalenderen" in method
    assert "Foreningerne i kalenderen" in criteria
    assert "Foreningerne skriver selv i kalenderen" in criteria
    assert "Foreningerne i kalenderen" in municipality


def test_a_new_criterion_counts_in_the_score(project, printed, embedded):
    count = "(SELECT count(*) FROM criterion WHERE dimension = 'transparent')"
    before, criteria = embedded.query(
        f"SELECT documented, {count} FROM score WHERE code = '101' AND dimension = 'transparent'"
        " AND year = (SELECT newest_year FROM build)"
    ).iloc[0]
    warehouse = open_warehouse(newest_build(project / "warehouse"))
    (after,) = warehouse.query(
        "SELECT documented FROM score WHERE code = '101' AND dimension = 'transparent'"
        " AND year = (SELECT newest_year FROM build)"
    )["documented"]
    warehouse.close()
    assert after == pytest.approx((before * criteria + 100) / (criteria + 1))


def test_a_new_source_is_in_the_status_and_in_the_provenance(shown, printed):
    (line,) = (line for line in printed.splitlines() if line.startswith("unemployment.csv "))
    assert line.split()[1:3] == ["2", "2026-11-22"]
    assert "Fuldtidsledige i procent af arbejdsstyrken" in shown["pages"]["method"]


def test_a_new_page_is_in_the_menu(shown):
    assert shown["menus"][0][-1] == "Regionerne"
    assert shown["menus"][-1][-1] == "The regions"
    assert "Syddanmark,22" in shown["pages"]["regions"]


def test_what_the_recipes_write_is_in_the_house_style(project, printed):
    run([sys.executable, "-m", "ruff", "check", "."], project)
    run([sys.executable, "-m", "ruff", "format", "--check", "."], project)
