"""A template's rules reach its own markup; what several share stands in a shared sheet."""

import re
from collections import defaultdict

from samspil.present.html import FOLDER

SHARED = ("00_page", "01_text", "02_figure", "block", "interval", "print")
"""Sheets for whatever template uses their classes."""

FAMILIES = {("compare", "compare"), ("criteria", "grid"), ("method", "scale"), ("method", "worked")}
"""Sheet and class of templates that are meant to look alike."""


QUOTED = re.compile("'([^']*)'")


def classes_of_templates():
    """The templates that use each class."""
    users = defaultdict(set)
    for path in FOLDER.glob("*.html"):
        for value in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8")):
            written = re.sub(
                r"\{\{.*?\}\}", lambda m: " ".join(re.findall("'([^']*)'", m[0])), value
            )
            for name in re.findall(r"[A-Za-z][\w-]*", re.sub(r"\{%.*?%\}", " ", written)):
                users[name].add(path.stem)
    return users


def leading_classes(css):
    """The classes with which rules begin; a class of the root itself (.samspil.x) begins none."""
    css = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", css, flags=re.DOTALL)
    for selectors in re.findall(r"([^{}]+)\{", css):
        for selector in selectors.split(","):
            first = re.split(r"[\s>+~]", re.sub(r"^\.samspil\s+", "", selector.strip()))[0]
            if not first.startswith((".samspil.", ".st-key")):
                yield from re.findall(r"\.([A-Za-z][\w-]*)", first)[:1]


def test_the_classes_were_found():
    users = classes_of_templates()
    assert {"ranking", "strip", "moves"} <= users["dot"]
    assert set(leading_classes(".samspil .a b, .c.d > e {} @media print { .samspil.f .g {} }")) == {
        "a",
        "c",
    }


def test_no_sheet_of_one_template_styles_another():
    users = classes_of_templates()
    reached = {
        (path.stem, name)
        for path in (FOLDER / "css").glob("*.css")
        if path.stem not in SHARED
        for name in leading_classes(path.read_text(encoding="utf-8"))
        if len(users[name]) > 1
    }
    assert reached - FAMILIES == set()
