"""Downloads: tables as CSV and XLSX, file names, and the text to cite."""

import io
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import xlsxwriter

from samspil.present.i18n import Translator

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "u", "é": "e", "ä": "ae", "ö": "oe"})

FORMULA = r"(?:^|(?<=[;\t\r\n]))%s(?='*[=+\-@\uff1d\uff0b\uff0d\uff20\x00-\x1f\x7f-\x9f])"
"""Where a spreadsheet may begin to read a formula: at the front of a cell, and after whatever it
may take for the end of one. Apostrophes in front belong to it, so that `original` can tell."""

NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")


@dataclass(frozen=True)
class Citation:
    """Where a figure or table comes from; travels with every download."""

    title: str
    source: str
    licence: str
    build: str
    address: str

    def text(self, t: Translator) -> str:
        """One line to quote."""
        return t("{title}. Kilde: {source}. Licens: {licence}. Bygning {build}. {address}").format(
            title=self.title.rstrip("."),
            source=self.source.rstrip("."),
            licence=self.licence,
            build=self.build,
            address=self.address,
        )

    def rows(self, t: Translator) -> list[tuple[str, str]]:
        """The same as a small table."""
        return [
            (t("Titel"), self.title),
            (t("Kilde"), self.source),
            (t("Licens"), self.licence),
            (t("Bygning"), self.build),
            (t("Adresse"), self.address),
            (t("Sådan citerer du"), self.text(t)),
        ]


def file_stem(*parts: str | date) -> str:
    """A file name without its ending, of municipality, indicator and date."""
    joined = "-".join(str(part) for part in parts if part)
    return re.sub(r"[^a-z0-9-]+", "-", joined.lower().translate(LETTERS)).strip("-")


def harmless(text: str) -> str:
    """The text with an apostrophe where a spreadsheet would read a formula; numbers stay."""
    return text if NUMBER.fullmatch(text) else re.sub(FORMULA % "", "'", text)


def original(text: str) -> str:
    """The text that `harmless` was given; what is read back from a file goes through this."""
    return re.sub(FORMULA % "'", "", text)


def _harmless_cell(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value


def to_csv(frame: pd.DataFrame) -> bytes:
    """The table as CSV: UTF-8 with a byte order mark, commas, decimal points; NA is empty.

    Text begins no formula. Lines end as RFC 4180 says, so that a lone CR or LF in a cell is quoted.
    """
    safe = frame.rename(columns=_harmless_cell)
    texts = safe.select_dtypes(exclude=["number", "datetime"]).columns
    safe = safe.assign(**{name: safe[name].map(_harmless_cell) for name in texts})
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def to_xlsx(frame: pd.DataFrame, citation: Citation, t: Translator) -> bytes:
    """The table as a workbook, with the citation on a second sheet.

    Text stays text: a cell that begins like a formula or an address is never made into one.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as workbook:
        bold = workbook.add_format({"bold": True})
        data = workbook.add_worksheet(t("Data"))
        data.freeze_panes(1, 0)
        data.write_row(0, 0, list(frame.columns), bold)
        for number, row in enumerate(frame.itertuples(index=False), 1):
            data.write_row(number, 0, [_cell(value) for value in row])
        data.autofit(max_width=420)
        about = workbook.add_worksheet(t("Kilde"))
        for number, stated in enumerate(citation.rows(t)):
            about.write_row(number, 0, stated)
        about.set_column(0, 0, 18, bold)
        about.set_column(1, 1, 100)
    return buffer.getvalue()


def _cell(value: Any) -> Any:
    """A value that a worksheet takes: numbers and text, nothing for NA."""
    if pd.isna(value):
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    if hasattr(value, "item"):
        return value.item()
    return value
