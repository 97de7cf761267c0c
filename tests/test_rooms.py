"""The rooms: who may know whom, how long a file is, and who knows a criterion by name."""

import ast
import re
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from samspil.model.codebook import ADOPTION_YEAR, DERIVED, load_codebook
from samspil.paths import PROJECT

ROOMS = ("samspil", "etl", "web", "components", "pages", "bench")
ENTRANCES = [PROJECT / "dashboard.py", PROJECT / "server.py"]
MODULES = [*ENTRANCES, *(path for room in ROOMS for path in sorted((PROJECT / room).rglob("*.py")))]

MAY_NOT_KNOW = {
    "samspil": {"streamlit", "starlette", "etl", "pages", "components", "web"},
    "samspil/model": {"samspil.analysis", "samspil.present"},
    "samspil/warehouse": {"samspil.analysis", "samspil.present"},
    "samspil/analysis": {"samspil.present"},
    "etl": {"streamlit", "starlette", "pages", "components", "web"},
    "web": {"streamlit", "etl", "pages", "components"},
    "components": {"etl", "pages", "web"},
    "pages": {"etl", "web"},
}
"""What no module of a room imports."""

LONGEST = 300
"""Lines of a file of Python, SQL or a template."""

CONTEXT_SHOWN = "s18_amount"
"""The context value that Kommunen shows, and the query that reads it."""

KNOWN_BY_NAME = {
    "samspil/model/codebook.py": {DERIVED, ADOPTION_YEAR},
    "samspil/warehouse/queries/places.py": {CONTEXT_SHOWN},
    "samspil/present/items.py": {CONTEXT_SHOWN},
}
"""Which module may know which criterion by name."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(source: str) -> set[str]:
    """Every module that a module may import: of `from a import b` both a and a.b."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert not node.level, "imports name the whole module"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        if isinstance(node, ast.Call) and "import_module" in ast.unparse(node.func):
            found |= {arg.value for arg in node.args if isinstance(arg, ast.Constant)}
    return found


@cache
def graph() -> dict[str, set[str]]:
    """What each module imports, by its name."""
    return {name_of(path): imports_of(path.read_text(encoding="utf-8")) for path in MODULES}


def inside(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def broken(imports: dict[str, set[str]], room: str, strangers: set[str]) -> list[str]:
    """Every import from inside a room that leads to one of the strangers."""
    return [
        f"{module} imports {target}"
        for module, targets in imports.items()
        if inside(module, room.replace("/", "."))
        for target in sorted(targets)
        if any(inside(target, stranger) for stranger in strangers)
    ]


def cycle_in(imports: dict[str, set[str]]) -> list[str]:
    """The modules of a cycle, in order; empty where there is none."""
    own = {module: targets & imports.keys() - {module} for module, targets in imports.items()}
    try:
        TopologicalSorter(own).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def literals(source: str) -> set[str]:
    """The words of every string of a module, what it says of itself included."""
    strings = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {word for text in strings if isinstance(text, str) for word in re.findall(r"\w+", text)}


@pytest.mark.parametrize("room", MAY_NOT_KNOW)
def test_a_room_knows_only_those_it_may(room):
    assert any(inside(module, room.replace("/", ".")) for module in graph())
    assert broken(graph(), room, MAY_NOT_KNOW[room]) == []


def test_an_import_that_is_not_allowed_is_found():
    source = "def f():\n    from streamlit.web import cli\n    import etl.commands"
    found = broken({"samspil.model.x": imports_of(source)}, "samspil", MAY_NOT_KNOW["samspil"])
    assert "samspil.model.x imports streamlit.web" in found
    assert "samspil.model.x imports etl.commands" in found


def test_no_module_imports_itself_through_others():
    assert cycle_in(graph()) == []


def test_a_cycle_is_found():
    assert set(cycle_in({"a": {"b"}, "b": {"c", "json"}, "c": {"a"}})) == {"a", "b", "c"}


def test_no_file_is_too_long():
    lines = {
        str(path.relative_to(PROJECT)): len(path.read_text(encoding="utf-8").splitlines())
        for room in (*ROOMS, "tests")
        for ending in ("py", "sql", "html", "css")
        for path in (PROJECT / room).rglob(f"*.{ending}")
    }
    assert len(lines) > 100
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_no_module_knows_a_criterion_by_name():
    ids = {criterion.id for criterion in load_codebook().criteria}
    found = {
        str(path.relative_to(PROJECT)): literals(path.read_text(encoding="utf-8")) & ids
        for path in MODULES
    }
    assert {name: known for name, known in found.items() if known} == KNOWN_BY_NAME
