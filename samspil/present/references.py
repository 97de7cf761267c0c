"""How a figure is cited: the line of a newspaper, and the entries of a reader's own library."""

import re
from datetime import date

from samspil.present.citation import Citation
from samspil.present.i18n import Translator

PUBLISHER = "Samspil"

TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
       **{sign: f"\\{sign}" for sign in "&%$#_{}"}}  # fmt: skip
"""What TeX would read as a command, and how it is written."""


def newspaper_line(cited: Citation, t: Translator) -> str:
    """What stands under a figure in a newspaper: what Samspil measures, release and address."""
    line = t("Kilde: {publisher}, {version}").format(publisher=PUBLISHER, version=cited.version(t))
    line = f"{line}, {cited.address}" if cited.address else line
    return f"{cited.about} {line}" if cited.about else line


def ris(cited: Citation, released: date, t: Translator) -> bytes:
    """The citation as RIS, which Zotero, EndNote and Mendeley read; a line for each field.

    Args:
        cited: what is cited.
        released: the day of the release.
        t: the translator.
    """
    fields = [
        ("TY", "DATA"),
        ("TI", cited.title),
        ("AU", f"{PUBLISHER},"),  # the comma says that it is no person
        ("PB", PUBLISHER),
        ("PY", f"{released:%Y}"),
        ("DA", f"{released:%Y/%m/%d}"),
        ("ET", cited.version(t)),
        ("LA", t.language),
        ("UR", cited.address),
        ("N1", cited.sources),
        ("N1", cited.terms(t)),
        ("AB", " ".join(filter(None, (cited.about, cited.caveat)))),
        ("ER", ""),
    ]
    lines = [f"{tag}  - {_one_line(text)}" for tag, text in fields if text or tag == "ER"]
    return "\r\n".join([*lines, ""]).encode()


def bibtex(cited: Citation, released: date, key: str, t: Translator) -> bytes:
    """The citation as BibTeX, for a reader who writes in LaTeX.

    Args:
        cited: what is cited.
        released: the day of the release.
        key: what the entry is cited by, such as the name of the file.
        t: the translator.
    """
    fields = {
        "author": f"{{{PUBLISHER}}}",  # braces: it is no person
        "title": f"{{{_tex(cited.title)}}}",  # braces: its capitals stay
        "year": f"{released:%Y}",
        "date": f"{released:%Y-%m-%d}",
        "version": _tex(cited.version(t)),
        "url": re.sub(r"[{}\\]", "", cited.address),
        "note": _tex(f"{cited.about} {cited.sources} {cited.terms(t)} {cited.caveat}"),
        "language": {"da": "danish", "en": "english"}[t.language],
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{key},", *lines, "}", ""]).encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(TEX.get(sign, sign) for sign in _one_line(text))
