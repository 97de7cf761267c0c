"""What readers take along: tables as CSV and JSON, and the names of files.

A CSV tells its title, what Samspil measures, source, licence, release, address and caveat in
columns of its own, at the end and in every row: a comment over the headings would break whatever
reads the file, and rows at the end would be taken for data. So it loads as it is, and what is cut
out of it still says where it is from.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from samspil.harmless import harmless
from samspil.present.citation import Citation
from samspil.present.i18n import Translator

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "u", "é": "e", "ä": "ae", "ö": "oe"})

PREFIX = "samspil"


def file_stem(*parts: str | date) -> str:
    """A file name without its ending: of municipality or country, indicator and year.

    A date counts as its year, and a year is named once; the parts are joined by underscores, as
    "samspil_vejle_score_2026".
    """
    named = [str(part.year) if isinstance(part, date) else part for part in parts if part]
    return "_".join([PREFIX, *dict.fromkeys(map(_plain, named))])


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


@dataclass(frozen=True)
class Table:
    """A table with all that its files tell beside the numbers.

    rows: under the headings that readers see. finding: what it shows. columns: what each heading
    means. citation: where it comes from.
    """

    rows: pd.DataFrame
    finding: str
    columns: Mapping[str, str]
    citation: Citation


def to_csv(table: Table, language: str, t: Translator) -> bytes:
    """The table as CSV, as spreadsheets of that language's country read it; NA is empty.

    UTF-8 with a byte order mark. Text begins no formula. Lines end as RFC 4180 says, so that a
    lone CR or LF in a cell is quoted. Where the table comes from stands in its last columns.
    """
    frame = table.rows.assign(**table.citation.columns(t))
    safe = frame.rename(columns=_harmless_cell)
    texts = safe.select_dtypes(exclude=["number", "datetime"]).columns
    safe = safe.assign(**{name: safe[name].map(_harmless_cell) for name in texts})
    dialect = DIALECTS[language]
    text = safe.to_csv(
        index=False, lineterminator="\r\n", sep=dialect.separator, decimal=dialect.decimal
    )
    return text.encode("utf-8-sig")


def to_json(table: Table, t: Translator) -> bytes:
    """The table as JSON: where it comes from, what every column means, and a row for each.

    Fields: title, finding, about (what Samspil measures), source, licence, release, build, address,
    caveat, citation, columns (by heading) and rows (each by heading). NA is null, a day is text as
    2026-11-22.
    """
    cited = table.citation
    content = {
        "title": cited.title,
        "finding": table.finding,
        "about": cited.about,
        "source": cited.source,
        "licence": cited.licence,
        "release": cited.version(t),
        "build": cited.build,
        "address": cited.address,
        "caveat": cited.caveat,
        "citation": cited.text(t),
        "columns": {name: table.columns.get(name, "") for name in table.rows.columns},
        "rows": [
            {str(name): _json_value(value) for name, value in row.items()}
            for row in table.rows.to_dict("records")
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode()


def _json_value(value: Any) -> Any:
    """A value that JSON takes."""
    if pd.isna(value):
        return None
    if isinstance(value, date):  # a Timestamp too
        return value.strftime("%Y-%m-%d")
    return value.item() if hasattr(value, "item") else value
