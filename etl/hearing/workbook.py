"""A hearing's workbook as .xlsx: locked but for the answers, with title, language and headings."""

import io
import zipfile
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from etl.schemas import FIRST_YEAR
from samspil.present.document import LANGUAGE_TAGS
from samspil.present.hearing.sheets import (
    ADDRESS,
    ADOPTED,
    ANSWER,
    FIGURE,
    FIRST_ROW,
    REMARK,
    YEAR,
    Column,
    Line,
    Sheet,
)
from samspil.present.hearing.workbook import Workbook
from samspil.present.i18n import Translator

KEY_COLUMN = 0
"""Where the keys stand, hidden."""

LARGEST_FIGURE = 1000
LONGEST_REMARK = 1000
"""Characters."""

CORE = "docProps/core.xml"
LOOKS = {"valign": "top", "text_wrap": True, "font_name": "Arial", "font_size": 10}


def as_xlsx(book: Workbook, latest: int, t: Translator) -> bytes:
    """The workbook; `latest` is the last year that an answer is likely to speak of."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as out:
        out.set_properties({"title": book.title, "author": "Samspil", "company": ""})
        formats = {
            "told": out.add_format({**LOOKS, "bg_color": "#F4F6F7"}),
            "answer": out.add_format({**LOOKS, "locked": False, "border": 1}),
            "head": out.add_format({**LOOKS, "bold": True, "bottom": 1}),
        }
        for number, sheet in enumerate(book.sheets, 1):
            _write(out.add_worksheet(sheet.name), f"Samspil{number}", sheet, formats)
            _rules(out.worksheets()[-1], sheet, latest, t)
    return _in_language(buffer.getvalue(), LANGUAGE_TAGS[t.language])


def _write(at: Worksheet, table: str, sheet: Sheet, formats: dict[str, Format]) -> None:
    """Headings and rows of one sheet, as a table that a screen reader knows by its headings."""
    asks = any(column.asks for column in sheet.columns)
    headings = ["id", *(column.heading for column in sheet.columns)]
    at.set_column(KEY_COLUMN, KEY_COLUMN, 4, None, {"hidden": True})
    for number, column in enumerate(sheet.columns, 1):
        at.set_column(number, number, column.width)
    at.write_row(0, 0, headings, formats["head"])
    for row, line in enumerate(sheet.lines, FIRST_ROW - 1):
        at.write_string(row, KEY_COLUMN, str(line.key or ""), formats["told"])
        for number, text in enumerate(line.tells, 1):
            at.write_string(row, number, text, formats["told"])
        for number in range(len(line.tells) + 1, len(headings)):
            at.write_blank(row, number, None, formats["answer"])
    if sheet.lines:
        named = [{"header": heading, "header_format": formats["head"]} for heading in headings]
        area = (0, 0, len(sheet.lines), len(headings) - 1)
        options = {"name": table, "columns": named, "autofilter": False, "style": None}
        at.add_table(*area, options)
    at.freeze_panes(1, 2)
    at.repeat_rows(0)
    at.set_landscape()
    at.set_paper(9)
    at.fit_to_pages(1, 0)
    at.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    if asks:
        at.set_selection(1, sheet.telling + 1, 1, sheet.telling + 1)


def _rules(at: Worksheet, sheet: Sheet, latest: int, t: Translator) -> None:
    """What can stand in each cell that asks."""
    for number, column in enumerate(sheet.columns, 1):
        for row, line in enumerate(sheet.lines, FIRST_ROW - 1):
            if column.asks:
                at.data_validation(row, number, row, number, _rule(column, line, latest, t))


def _rule(column: Column, line: Line, latest: int, t: Translator) -> dict[str, Any]:
    """The rule of one cell: a choice, a year, a figure, or a text of a certain length."""
    kind = line.key.kind if line.key else ""
    if column.asks == YEAR or (column.asks == ANSWER and kind == ADOPTED):
        rule = {"validate": "integer", "criteria": "between", "minimum": FIRST_YEAR,
                "maximum": latest}  # fmt: skip
        said = t("Skriv et årstal fra {first} til {last}.").format(first=FIRST_YEAR, last=latest)
    elif column.asks == ANSWER and kind == FIGURE:
        rule = {"validate": "decimal", "criteria": "between", "minimum": 0,
                "maximum": LARGEST_FIGURE}  # fmt: skip
        said = t("Skriv et tal fra 0 til {most}.").format(most=t.number(LARGEST_FIGURE))
    elif column.asks == ANSWER:
        rule = {"validate": "list", "source": list(line.choices)}
        said = t("Vælg på listen.")
    else:
        rule = {"validate": "length", "criteria": "<=", "value": LONGEST_REMARK}
        said = t("Skriv højst {most} tegn.").format(most=t.number(LONGEST_REMARK))
    return {**rule, "error_title": "Samspil", "error_message": said, **_hint(column, said, t)}


def _hint(column: Column, said: str, t: Translator) -> dict[str, str]:
    """What is said when the cell is chosen."""
    hints = {
        ADDRESS: t("En adresse, som alle kan åbne, med https:// foran."),
        REMARK: t("Bliver offentlig. Skriv ingen navne."),
    }
    return {"input_title": column.heading[:32], "input_message": hints.get(column.asks, said)}


def _in_language(content: bytes, tag: str) -> bytes:
    """The workbook with its language in its properties, which xlsxwriter cannot set."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(out, "w") as taken:
        for entry in given.infolist():
            part = given.read(entry)
            if entry.filename == CORE:
                end = b"</cp:coreProperties>"
                part = part.replace(end, f"<dc:language>{tag}</dc:language>".encode() + end)
            taken.writestr(entry, part)
    return out.getvalue()
