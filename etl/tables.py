"""Reading a snapshot in CSV strictly, and saying where it is wrong."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import pandera.pandas as pa

from etl.errors import DataError, shown

HEADER_ROW = 1
DIGITS = 18
"""Digits before the point that a number may have, so that it fits into 64 bits."""

Place = Callable[[object], str]
"""From the index of a row to where it stands, as a message says it."""

UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What no cell may hold: control characters, line separators, and bytes that are not UTF-8."""


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataError(f"{path.name}: cannot be read ({error.strerror})") from error


def read_text(path: Path) -> str:
    """The content of a text file in UTF-8, with or without a byte order mark.

    Raises:
        DataError: it is missing, cannot be read or is no text.
    """
    content = _content(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        value = shown(content[error.start : error.start + 8])
        raise DataError(f"{path.name}: row {row} is not UTF-8 text ({value})") from error
    if "\0" in text:
        row = text.count("\n", 0, text.index("\0")) + 1
        raise DataError(f"{path.name}: row {row} holds a NUL character, so it is not a text file")
    return text


def read_table(
    path: Path, schema: pa.DataFrameSchema, *, may_be_empty: bool = False
) -> pd.DataFrame:
    """The rows of a CSV file, typed and checked; the index is the row's number in the file.

    Raises:
        DataError: names file, row, column and value, or says that there is no row.
    """
    rows = read_rows(path, schema)
    if rows.empty and not may_be_empty:
        raise DataError(f"{path.name}: has no rows")
    return checked(rows, schema, lambda row: f"{path.name}: row {row}")


def read_rows(path: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    """The rows of a CSV file with the headings of the schema, as text; the index as above.

    Headings that the schema does not require may be absent.

    Raises:
        DataError: it cannot be read, or a heading or the number of values of a row is wrong.
    """
    text = _content(path).decode("utf-8-sig", "surrogateescape")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, numbers = [], []
    try:
        header = next(reader, [])
        _check_characters(path, header, HEADER_ROW, list(schema.columns))
        names = _header(path, header, schema)
        for row in reader:
            _check_characters(path, row, reader.line_num, names)
            if len(row) != len(names):
                raise DataError(
                    f"{path.name}: row {reader.line_num} has {len(row)} values instead of "
                    f"{len(names)}, starting with {shown(row[0] if row else '')}"
                )
            rows.append(row)
            numbers.append(reader.line_num)
    except csv.Error as error:
        raise DataError(f"{path.name}: row {reader.line_num} is broken off ({error})") from error
    return pd.DataFrame(rows, columns=names, index=numbers, dtype=str)


def checked(rows: pd.DataFrame, schema: pa.DataFrameSchema, place: Place) -> pd.DataFrame:
    """Rows of text, typed and checked; empty values are NA, or the default of their column.

    Raises:
        DataError: names the place of the row, the column and the value.
    """
    frame = pd.DataFrame(index=rows.index)
    for name, column in schema.columns.items():
        given = rows[name] if name in rows else pd.Series("", rows.index, str, name=name)
        frame[name] = typed(given, column, place)
    return check(frame, schema, place)


def _check_characters(path: Path, row: list[str], number: int, names: list[str]) -> None:
    for position, value in enumerate(row):
        if found := UNPRINTED.search(value):
            code = ord(found.group())
            wrong = f"holds the control character U+{code:04X}"
            if 0xD800 <= code <= 0xDFFF:
                wrong = "is not UTF-8 text"
            column = names[position] if position < len(names) else position + 1
            raise DataError(f"{path.name}: row {number}, column {column!r}: {shown(value)} {wrong}")


def _header(path: Path, header: list[str], schema: pa.DataFrameSchema) -> list[str]:
    """The names of the columns: the required ones in order, then any of the others."""
    needed = [name for name, column in schema.columns.items() if column.required]
    for position, name in enumerate(needed):
        found = header[position] if position < len(header) else ""
        if found != name:
            raise DataError(
                f"{path.name}: row {HEADER_ROW}, column {position + 1} must be headed {name!r}, "
                f"not {shown(found)}"
            )
    for position, name in enumerate(header):
        if name not in schema.columns or name in header[:position]:
            raise DataError(f"{path.name}: row {HEADER_ROW} has an unknown column {shown(name)}")
    return header


def typed(text: pd.Series, column: pa.Column, place: Place) -> pd.Series:
    """Text as the type of its column: whole numbers, numbers, days or text; empty is the default.

    Raises:
        DataError: a value that cannot be of that type.
    """
    text = text.where(text != "").fillna(column.default) if column.default else text
    kept = text.where(text != "")
    kind: Any = str(column.dtype)  # the stubs take no name of a type that is not written out
    if kind.startswith("datetime"):
        days = pd.to_datetime(kept, format="%Y-%m-%d", errors="coerce").astype(kind)
        refuse(text, kept.notna() & days.isna(), "is not a date like 2026-11-22", place)
        return days
    if kind in ("Int64", "Float64"):
        whole = kind == "Int64"
        pattern = f"-?[0-9]{{1,{DIGITS}}}" + ("" if whole else r"(\.[0-9]+)?")
        wrong = kept.notna() & ~kept.fillna("0").str.fullmatch(pattern)
        name = f"{'a whole' if whole else 'a'} number of at most {DIGITS} digits"
        refuse(text, wrong, f"is not {name}", place)
        return pd.to_numeric(kept).astype(kind)
    refuse(text, text != text.str.strip(), "has outer blanks", place)
    return kept


def check(frame: pd.DataFrame, schema: pa.DataFrameSchema, place: Place) -> pd.DataFrame:
    """The frame, if it satisfies the schema; raises DataError for the first rule that fails."""
    if frame.empty:
        return frame  # no row can break a rule, and many a file has none for long
    try:
        return schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        failures = errors.failure_cases
    own = failures[failures["schema_context"] == "Column"]
    if not own.empty:
        order = list(schema.columns)
        first = own.iloc[own["column"].map(order.index).argsort(kind="stable").iloc[0]]
        column, why = first["column"], first["check"]
        why = "must not be empty" if why == "not_nullable" else why
        rows = own.loc[(own["column"] == column) & (own["check"] == first["check"]), "index"]
    else:
        rule = failures["check"].iloc[0]
        column, why = rule.split(": ", 1)
        rows = failures.loc[failures["check"] == rule, "index"].drop_duplicates()
    values = frame[column] if column in frame else _joined(frame, column)
    refuse(values, pd.Series(values.index.isin(rows), values.index), why, place)
    raise DataError(f"{place(rows.iloc[0])}: {why}")


def _joined(frame: pd.DataFrame, columns: str) -> pd.Series:
    """The values of "a+b" as one text for each row."""
    texts = frame[columns.split("+")].astype("string").fillna("")
    return texts.agg("|".join, axis=1).rename(columns)


def is_address(text: str) -> bool:
    """Whether the text is an http or https address with a host and without blanks."""
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and text.isprintable()
            and " " not in text
        )
    except ValueError:
        return False


def refuse(values: pd.Series, wrong: pd.Series, why: str, place: Place) -> None:
    """Raise DataError for the first wrong value, saying how many more there are."""
    places = values.index[wrong]
    if len(places):
        value = values.loc[places[0]]
        more = f" (and {len(places) - 1} more rows)" if len(places) > 1 else ""
        given = "" if pd.isna(value) else value
        raise DataError(f"{place(places[0])}, column {values.name!r}: {shown(given)} {why}{more}")
