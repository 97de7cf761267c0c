"""Workbooks of a hearing as a municipality fills them in, or spoils them."""

import re
import zipfile

import openpyxl
from frozen import DAY

from etl.hearing.books import ROUNDS
from samspil.present.hearing.sheets import ANSWER, Key, empty_sheets
from samspil.present.i18n import translator

ROUND = "2026-3"
"""The round that is sent and answered."""

BREADTH = "council_breadth"


def sent(run, data, folder, *codes, round_=ROUND, language="da"):
    """Write a round and tell it as sent on DAY, whatever day it is; gives the workbook of each."""
    options = ("--round", round_, "--out", str(folder), "--language", language)
    status, _, message = run("hearing", "write", *options, *codes)
    assert status == 0 or "no Chromium" in message, message
    path = data / ROUNDS
    dated = re.sub(r"(?m)^([^,]*,\d{3},)\d{4}-\d\d-\d\d", rf"\g<1>{DAY}", path.read_text("utf-8"))
    path.write_text(dated, encoding="utf-8")
    return {code: next(folder.glob(f"*{round_}_{code}_*.xlsx")) for code in codes}


def rows_of(book, language="da", sheets=empty_sheets):
    """Every row that asks: (kind, what about) to sheet, row and column of each thing asked."""
    found = {}
    for sheet in sheets(translator(language)):
        at = book[sheet.name]
        columns = {column.asks: n for n, column in enumerate(sheet.columns, 2) if column.asks}
        for row in range(2, at.max_row + 1):
            if key := Key.read(at.cell(row, 1).value or ""):
                found[key.kind, key.about] = (at, row, columns)
    return found


def fill(path, answers, language="da", sheets=empty_sheets):
    """Fill in a workbook: for each (kind, what about) the answer, or a dict of all that is said."""
    book = openpyxl.load_workbook(path)
    rows = rows_of(book, language, sheets)
    for asked, said in answers.items():
        at, row, columns = rows[asked]
        for asks, value in (said if isinstance(said, dict) else {ANSWER: said}).items():
            at.cell(row, columns[asks]).value = value
    book.save(path)
    return path


def groups(book_path, spoken_for):
    """The answers on all groups: yes for these, no for the others."""
    asked = [about for kind, about in rows_of(openpyxl.load_workbook(book_path)) if kind == "group"]
    return {("group", a): "ja" if a.partition("/")[2] in spoken_for else "nej" for a in asked}


def packed(path, target, packing=zipfile.ZIP_DEFLATED, /, **parts):
    """A copy of a workbook with further parts."""
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(target, "w", packing) as out:
        for entry in given.infolist():
            content = given.read(entry)
            out.writestr(entry.filename, parts.pop(entry.filename, content))
        for name, content in parts.items():
            out.writestr(name, content)
    return target


SHEET = "xl/worksheets/sheet1.xml"
ROWS = b"<worksheet><sheetData>" + b"<row/>" * 10**6 + b"</sheetData></worksheet>"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet_of(rows, after=b""):
    """A sheet with these rows, and what stands after them."""
    return b'<worksheet xmlns="%b"><sheetData>%b</sheetData>%b</worksheet>' % (MAIN, rows, after)


UNSAFE = {
    "macros": ({"xl/vbaProject.bin": b"x"}, "holds macros"),
    "external links": ({"xl/externalLinks/externalLink1.xml": b"<a/>"}, "links to other files"),
    "an embedded file": ({"xl/embeddings/a.bin": b"x"}, "holds other files"),
    "entities": ({"xl/a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "declares entities"),
    "another encoding": ({"xl/a.xml": "<a/>".encode("utf-16")}, "is not UTF-8"),
    "a million rows": ({SHEET: ROWS}, "packed too tightly"),
    "a cell far aside": ({SHEET: sheet_of(b'<row><c r="XFD40"/></row>')}, "reaches to XFD"),
    "an area that is merged": (
        {SHEET: sheet_of(b"", b'<mergeCells><mergeCell ref="A1:F1048576"/></mergeCells>')},
        "1048576 rows",
    ),
    "a link over a whole sheet": (
        {SHEET: sheet_of(b"", b'<hyperlinks><hyperlink ref="A:XFD"/></hyperlinks>')},
        "reaches to XFD",
    ),
    "a comment far away": (
        {"xl/comments9.xml": b'<comments><comment ref="A1:XFC9"/></comments>'},
        "reaches to XFC",
    ),
    "cells that say no place": (
        {SHEET: sheet_of(b"<row>" + b"<c/><c></c>" * 200 + b"</row>")},
        "has 1 rows and 400 columns",
    ),
    "a bomb": ({"xl/a.bin": b"\0" * 45_000_000}, "it is not opened"),
    "many parts": ({f"xl/{n}.bin": b"x" for n in range(250)}, "it is not opened"),
    "a broken sheet": ({SHEET: b"<worksheet><sheetData>"}, "cannot be read as a workbook"),
}
