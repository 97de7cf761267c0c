"""A table as a workbook: the numbers, what every column means, and where they come from."""

import io
from datetime import date
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from samspil.present.export import Table
from samspil.present.i18n import Translator

WIDEST = 420
"""Pixels of a column at most."""

WHOLE, TENTHS, HUNDREDTHS, DAY = "0", "0.0", "0.00", "yyyy-mm-dd"
"""How a spreadsheet shows a column; its own language puts the decimal comma or point.

Whole numbers are years and counts, which take no separators."""


def to_xlsx(table: Table, t: Translator) -> bytes:
    """The table as a workbook of three sheets: data, columns, source.

    Text stays text: a cell that begins like a formula or an address is never made into one.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as workbook:
        head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        _data(workbook, workbook.add_worksheet(t("Data")), table.rows, head)
        explained = [(name, table.columns.get(name, "")) for name in table.rows.columns]
        about = workbook.add_worksheet(t("Kolonner"))
        _pairs(about, [(t("Kolonne"), t("Forklaring")), *explained], head)
        _pairs(workbook.add_worksheet(t("Kilde")), table.citation.rows(t), head)
    return buffer.getvalue()


def _data(workbook: Workbook, sheet: Worksheet, frame: pd.DataFrame, head: Format) -> None:
    """The table with a filter on every column, under headings that stay in sight."""
    sheet.write_row(0, 0, list(frame.columns), head)
    for place, name in enumerate(frame.columns):
        pattern = number_format(frame[name])
        shown = workbook.add_format({"num_format": pattern}) if pattern else None
        sheet.write_column(1, place, [_cell(value) for value in frame[name]], shown)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # codes such as 0101
    sheet.autofit(max_width=WIDEST)


def _pairs(sheet: Worksheet, rows: list[tuple[str, str]], head: Format) -> None:
    """Two columns: a term, and what is said of it."""
    for number, stated in enumerate(rows):
        sheet.write_row(number, 0, stated)
    sheet.set_column(0, 0, 28, head)
    sheet.set_column(1, 1, 100)


def number_format(values: pd.Series) -> str:
    """How a spreadsheet shows the numbers or days of a column; empty for text."""
    if pd.api.types.is_datetime64_any_dtype(values):
        return DAY
    if pd.api.types.is_bool_dtype(values) or not pd.api.types.is_numeric_dtype(values):
        return ""
    if pd.api.types.is_integer_dtype(values):
        return WHOLE
    known = values.dropna()
    return TENTHS if (known.round(1) == known).all() else HUNDREDTHS


def _cell(value: Any) -> Any:
    """A value that a worksheet takes: numbers, days and text, nothing for NA."""
    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.tz_localize(None).to_pydatetime()
    if isinstance(value, date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value
