"""What readers take along: tables as CSV, and the names of files."""

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from samspil.harmless import harmless

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "u", "é": "e", "ä": "ae", "ö": "oe"})

PREFIX = "samspil"


def file_stem(*parts: str | date) -> str:
    """A file name without its ending: of municipality or country, indicator and year.

    A date counts as its year; the parts are joined by underscores, as "samspil_vejle_score_2026".
    """
    named = [str(part.year) if isinstance(part, date) else part for part in parts if part]
    return "_".join([PREFIX, *map(_plain, named)])


def whole_stem(stem: str, place: str, year: int) -> str:
    """The stem with place and year, where it does not name them; an empty place is named already.

    Args:
        stem: as `file_stem` gives it.
        place: municipality or country.
        year: the newest of the figures.
    """
    parts = stem.removeprefix(f"{PREFIX}_").split("_")
    place = _plain(place)
    before = [place] if place and place not in parts else []
    after = [] if any(re.fullmatch(r"(19|20)\d\d", part) for part in parts) else [str(year)]
    return "_".join([PREFIX, *before, *parts, *after])


def _plain(text: str) -> str:
    """The text in small letters a to z, numbers and hyphens."""
    return re.sub(r"[^a-z0-9-]+", "-", text.lower().translate(LETTERS)).strip("-")


def _harmless_cell(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Dialect:
    """How a country's spreadsheets read CSV: what parts the cells, and what the decimals."""

    separator: str
    decimal: str


DIALECTS = {"da": Dialect(";", ","), "en": Dialect(",", ".")}
"""By the language of the reader's country."""


def to_csv(frame: pd.DataFrame, language: str) -> bytes:
    """The table as CSV, as spreadsheets of that language's country read it; NA is empty.

    UTF-8 with a byte order mark. Text begins no formula. Lines end as RFC 4180 says, so that a
    lone CR or LF in a cell is quoted.
    """
    safe = frame.rename(columns=_harmless_cell)
    texts = safe.select_dtypes(exclude=["number", "datetime"]).columns
    safe = safe.assign(**{name: safe[name].map(_harmless_cell) for name in texts})
    dialect = DIALECTS[language]
    text = safe.to_csv(
        index=False, lineterminator="\r\n", sep=dialect.separator, decimal=dialect.decimal
    )
    return text.encode("utf-8-sig")
