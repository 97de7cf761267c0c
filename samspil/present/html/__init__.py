"""HTML from templates, in which text from evidence is shown letter by letter.

Every value is escaped on its way into a template, and the macro `text` puts it into an element of
its own, so that its writing direction reorders nothing around it.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from samspil.present import palette

FOLDER = Path(__file__).resolve().parent

LONGEST = 600
"""Characters of a text that a page shows; downloads hold all of it."""

OPENED, CLOSED = "\u2066\u2067\u2068", "\u2069"
"""The characters that begin an isolate in the text itself, and the one that ends it."""


@dataclass(frozen=True)
class Link:
    """A link to a source, told by its host; `address` is empty where it is no web address."""

    label: str
    shown: str
    address: str = ""


@dataclass(frozen=True)
class Item:
    """A line of a list: what it is about, our own words on it, then text from evidence."""

    term: str
    says: str
    note: str = ""
    source: Link | None = None


def source_link(url: str, label: str) -> Link:
    """The link to a source; only http and https become links, all else is shown as it stands."""
    try:
        url.encode()  # fails where half of a surrogate pair stands alone
        parts = urlsplit(url)
    except ValueError:
        return Link(label, url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return Link(label, url)
    return Link(label, re.sub(r"[^\w.-]", "", parts.hostname), url)


def short(text: str, longest: int = LONGEST) -> str:
    """The text, cut with an ellipsis when it is too long for a page."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def isolated(text: str) -> str:
    """The text with every isolate in it opened and closed, by invisible characters at its ends.

    Browsers take an element's isolation for such characters too, so that a lone one in the text
    would end it, or keep it from ending.
    """
    depth = lone = 0
    for character in text:
        if character in OPENED:
            depth += 1
        elif character == CLOSED:
            lone, depth = lone + (depth == 0), max(depth - 1, 0)
    return OPENED[-1] * lone + text + CLOSED * depth


_ENVIRONMENT = Environment(
    loader=FileSystemLoader(FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {"short": short, "isolated": isolated}


def render(template: str, **values: Any) -> str:
    """The HTML of `template` (its name without the ending) filled with `values`."""
    return _ENVIRONMENT.get_template(f"{template}.html").render(values)


def part(template: str, **values: Any) -> Markup:
    """The HTML of `template`, to be put into another one as it stands."""
    return Markup(render(template, **values))  # noqa: S704 - escaped by the template


@cache
def style() -> str:
    """The style of all templates with its colours, as HTML; a page needs it once.

    The files of the folder `css` follow one another by name; a template has its rules in a file
    of its own.
    """
    files = sorted((FOLDER / "css").glob("*.css"))
    rules = "".join(file.read_text(encoding="utf-8") for file in files)
    return f"<style>{palette.css()}{rules}</style>"


@cache
def style_alone(*sheets: str) -> Markup:
    """The style of a page of ours that stands alone, as HTML: its face and these sheets.

    Args:
        sheets: names of files in the folder `css` or `css/alone`, in the order that they follow.
    """
    css = FOLDER / "css"
    files = [css / "alone" / "face.css", css / "01_text.css"]
    for name in sheets:
        shared = css / f"{name}.css"
        files.append(shared if shared.is_file() else css / "alone" / f"{name}.css")
    rules = "".join(file.read_text(encoding="utf-8") for file in files)
    return Markup(f"<style>{palette.css()}{rules}</style>")  # noqa: S704 - our own files
