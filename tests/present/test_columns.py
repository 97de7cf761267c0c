"""Every heading of a table, on whichever page and in whichever section, is explained."""

import ast
from pathlib import Path

import pytest

from samspil.paths import PROJECT
from samspil.present.i18n import translator
from samspil.present.tables.columns import explained

MODULES = sorted((PROJECT / "samspil/present/tables").glob("*.py"))


def texts(nodes):
    """The Danish texts among nodes that are calls of the translator."""
    for node in nodes:
        inner = node.func.value if is_format(node) else node
        if (
            isinstance(inner, ast.Call)
            and isinstance(inner.func, ast.Name)
            and inner.func.id == "t"
        ):
            yield inner.args[0].value


def is_format(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)


def headings_in(path: Path) -> set[str]:
    """What a module puts over a column: keys of a dict, subscripts, lists of columns."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Dict):
            found |= set(texts(key for key in node.keys if key))
        elif isinstance(node, ast.Assign):
            target = node.targets[0]
            if isinstance(target, ast.Subscript):
                found |= set(texts([target.slice]))
            elif isinstance(target, ast.Attribute) and target.attr == "columns":
                found |= set(texts(node.value.elts))
    return found


HEADINGS = {path.stem: headings_in(path) for path in MODULES if path.stem != "columns"}


def test_headings_were_found():
    assert "Kode" in HEADINGS["overview"]
    assert "Kendt (andel)" in HEADINGS["intervals"]
    assert "Point i {year}" in HEADINGS["trends"]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("module", HEADINGS)
def test_every_heading_is_explained(module, language):
    t = translator(language)
    shown = {t(heading) for heading in HEADINGS[module]}
    assert sorted(shown - set(explained(shown, {}, t))) == []
