"""Reading what a workbook answers, and naming everything that is wrong with it."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from etl.errors import DataError, shown
from etl.hearing.cells import Unusable, figure, level_or_choice, one_line, public_address, year
from etl.hearing.safety import MOST_COLUMNS, MOST_ROWS, check_safe
from samspil.present.hearing.sheets import (
    ADDRESS,
    ADOPTED,
    ANSWER,
    FIGURE,
    FIRST_ROW,
    REMARK,
    STATEMENT,
    YEAR,
    Column,
    Key,
    Sheet,
    choices,
    empty_sheets,
    seal,
)
from samspil.present.i18n import LANGUAGES, Translator, translator

Sheets = Callable[[Translator], tuple[Sheet, ...]]
"""Makes the sheets of a workbook, in the language of a translator and without rows."""


@dataclass(frozen=True)
class Answer:
    """What one row answers.

    Attributes:
        key: what it asked.
        answer: a level, a year or a figure as text, or one of the words of `sheets`.
        year: that it speaks of, where it says so.
        address: a public page, or "".
        remark: in one line, or "".
        where: file, sheet and row.
    """

    key: Key
    answer: str
    year: int | None
    address: str
    remark: str
    where: str


@dataclass
class Answers:
    """What one workbook answers: the keys of all its rows in order, and the answers."""

    file: str
    language: str
    keys: list[Key] = field(default_factory=list)
    given: list[Answer] = field(default_factory=list)


def read_answers(file: Path, newest_year: int, sheets: Sheets = empty_sheets) -> Answers:
    """All that a workbook answers.

    Args:
        file: the workbook.
        newest_year: the year of the release; no answer speaks of a later one.
        sheets: what such a workbook consists of; that of a hearing where nothing else is said.

    Raises:
        DataError: a line for everything that is wrong with its form or its answers.
    """
    check_safe(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(file)
    except Exception as error:  # whatever a damaged file makes of the library
        raise DataError(f"{file.name}: cannot be read as a workbook (.xlsx)") from error
    t = _language(book.sheetnames, sheets)
    if t is None:
        names = ", ".join(map(shown, book.sheetnames))
        raise DataError(f"{file.name}: has the sheets {names}, not those that were sent")
    found, wrong = Answers(file.name, t.language), []
    for sheet in sheets(t):
        wrong += _read_sheet(book[sheet.name], sheet, found, newest_year, t)
    wrong += [f"{file.name}: {said}" for said in _strange_keys(found.keys)]
    if wrong:
        raise DataError("\n".join(wrong))
    return found


def _language(names: list[str], sheets: Sheets) -> Translator | None:
    """The translator whose sheets these are; None where they are nobody's."""
    for language in LANGUAGES:
        t = translator(language)
        if names == [sheet.name for sheet in sheets(t)]:
            return t
    return None


def _read_sheet(
    at: Worksheet, sheet: Sheet, found: Answers, newest_year: int, t: Translator
) -> list[str]:
    """Take the answers of one sheet; returns all that is wrong with it."""
    where = f"{found.file}: sheet {sheet.name!r}"
    if not isinstance(at, Worksheet):
        return [f"{where} is no sheet of cells"]
    if at.max_row > MOST_ROWS or at.max_column > MOST_COLUMNS:
        return [f"{where}: has {at.max_row} rows and {at.max_column} columns, far more than ours"]
    wrong = [f"{where}: the cells {area} are merged" for area in at.merged_cells.ranges]
    headings = ["id", *(column.heading for column in sheet.columns)]
    rows = list(at.iter_rows())
    for cell in (cell for row in rows for cell in row):
        place = f"{where}, row {cell.row}"
        if cell.data_type == "f":
            wrong.append(f"{place}, cell {cell.coordinate}: holds a formula")
        elif cell.column > len(headings) and cell.value is not None:
            wrong.append(f"{place}, cell {cell.coordinate}: {shown(cell.value)} stands beside")
    first = [cell.value for cell in rows[0]][: len(headings)] if rows else []
    if first != headings:
        return [*wrong, f"{where}, row 1: the headings are not those that were sent"]
    if not sheet.kinds:
        return wrong
    for row in rows[FIRST_ROW - 1 :]:
        wrong += _read_row(row[: len(headings)], sheet, found, newest_year, t)
    return wrong


def _read_row(
    row: tuple[Cell, ...], sheet: Sheet, found: Answers, newest_year: int, t: Translator
) -> list[str]:
    """Take the answer of one row; returns all that is wrong with it."""
    where = f"{found.file}: sheet {sheet.name!r}, row {row[0].row}"
    texts = ["" if cell.value is None else str(cell.value) for cell in row]
    if not any(texts):
        return []
    key = Key.read(texts[0])
    if key is None or key.kind not in sheet.kinds:
        return [f"{where}: {shown(' '.join(filter(None, texts)))} stands where nothing is asked"]
    found.keys.append(key)
    if seal(texts[1 : sheet.telling + 1]) != key.seal:
        return [f"{where}: what was sent in this row was moved or changed"]
    said: dict[str, Any] = {}
    wrong = []
    for column, cell in zip(sheet.columns, row[1:], strict=True):
        if column.asks and cell.value is not None and cell.data_type != "f":
            try:
                said[column.asks] = _value(column, key, cell.value, newest_year, t)
            except Unusable as error:
                place = f"{where}, column {column.heading!r}"
                wrong.append(f"{place}: {shown(cell.value)} {error}")
    if not wrong and ANSWER not in said and any(said.values()):
        wrong.append(f"{where}: has no answer, but {_what_else(said, sheet)}")
    if not wrong and ANSWER in said:
        if key.kind == STATEMENT and YEAR in said:
            wrong.append(f"{where}: a statement has no year")
        found.given.append(
            Answer(
                key,
                said[ANSWER],
                said.get(YEAR),
                said.get(ADDRESS, ""),
                said.get(REMARK, ""),
                where,
            )
        )
    return wrong


def _what_else(said: dict[str, Any], sheet: Sheet) -> str:
    given = [column.heading for column in sheet.columns if said.get(column.asks)]
    return f"something in {' and '.join(map(repr, given))}"


def _value(column: Column, key: Key, value: Any, newest_year: int, t: Translator) -> Any:
    """What one cell answers; raises Unusable."""
    if column.asks == YEAR or (column.asks == ANSWER and key.kind == ADOPTED):
        found = year(value, newest_year)
        return str(found) if column.asks == ANSWER else found
    if column.asks == ANSWER and key.kind == FIGURE:
        return figure(value)
    if column.asks == ANSWER:
        return level_or_choice(value, choices(key.kind, t))
    if column.asks == ADDRESS:
        return public_address(value)
    return one_line(value)


def _strange_keys(keys: list[Key]) -> Iterator[str]:
    """What the keys of one workbook may not be: of several rounds or municipalities, or twice."""
    if not keys:
        yield "holds no row that asks"
        return
    sent = {(key.round, key.code) for key in keys}
    if len(sent) > 1:
        said = ", ".join(sorted(f"{round_} to {code}" for round_, code in sent))
        yield f"has rows of several workbooks: {said}"
    about = [(key.kind, key.about) for key in keys]
    for kind, id_ in dict.fromkeys(one for one in about if about.count(one) > 1):
        yield f"asks twice about {kind} {id_}"
