"""Every Danish text that readers see, wherever it is kept."""

import ast
import csv
import re
import tomllib
from pathlib import Path

from samspil.paths import PROJECT
from samspil.present.html import FOLDER

CODE = [PROJECT / "dashboard.py"] + [
    path
    for folder in ("pages", "components", "samspil", "web")
    for path in (PROJECT / folder).rglob("*.py")
]
PROGRAM = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
"""What of a template is no text: Jinja2's own and the tags."""


def texts_in(path: Path) -> list[str]:
    """The Danish texts that a module hands to its translator `t`."""
    calls = (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call))
    own = (c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "t" and c.args)
    return [c.args[0].value for c in own if isinstance(c.args[0], ast.Constant)]


LISTS = {
    "vocabulary.csv": ["da"],
    "names.csv": ["official_da"],
    "dialogue.csv": ["da"],
    "national_counts.csv": ["says_da", "differs_da"],
}
"""The lists that are kept by hand, and their columns that hold texts of ours."""

USED = sorted({text for path in CODE for text in texts_in(path)})
"""The texts of the program; their English stands in the catalogue."""


def danish() -> dict[str, str]:
    """The texts of the program, the templates, the codebook, the lists and the notes on sources.

    By where they stand; the evidence and the published figures are the sources' own words.
    """
    found = {f"t({text[:30]!r})": text for text in USED}
    for path in sorted(FOLDER.glob("*.html")):
        found[path.name] = PROGRAM.sub(" ", path.read_text("utf-8"))
    for name in ("codebook.toml", "sources.toml"):
        found |= _of_toml(name, tomllib.loads((PROJECT / "data" / name).read_text("utf-8")))
    for name, columns in LISTS.items():
        with (PROJECT / "data" / name).open(encoding="utf-8", newline="") as file:
            found |= {f"{name}: {row[column]}": row[column]
                      for row in csv.DictReader(file) for column in columns}  # fmt: skip
    return found


def _of_toml(place: str, value: object) -> dict[str, str]:
    """The texts under keys that end in _da, by their place."""
    if isinstance(value, dict):
        parts = [(f"{place}: {key}", inner) for key, inner in value.items()]
    elif isinstance(value, list):
        parts = [(f"{place} {number}", inner) for number, inner in enumerate(value)]
    else:
        return {place: str(value)} if place.endswith("_da") else {}
    return {at: text for key, inner in parts for at, text in _of_toml(key, inner).items()}
