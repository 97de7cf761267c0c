"""Reading a snapshot in CSV strictly, and saying where it is wrong."""

import csv
import io
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pandas as pd

from etl.errors import DataError, shown

HEADER_ROW = 1

UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What no cell may hold: control characters, line separators, and bytes that are not UTF-8."""


@dataclass(frozen=True)
class Column:
    """What the values of a column must satisfy.

    kind: text, integer, number, date (2026-11-22) or address (http or https, with a host).
    low, high: bounds of a number, both allowed. choices: the only values allowed.
    optional: may be empty, which then stands for null.
    """

    name: str
    kind: str = "text"
    low: float | None = None
    high: float | None = None
    choices: Collection[str] | None = None
    optional: bool = False


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


def read_table(path: Path, columns: Collection[Column]) -> pd.DataFrame:
    """The rows of a CSV file, checked and typed; the index is the row's number in the file.

    Empty optional values are NA. Raises DataError naming file, row, column and value.
    """
    names = [column.name for column in columns]
    text = _content(path).decode("utf-8-sig", "surrogateescape")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, numbers = [], []
    try:
        header = next(reader, [])
        _check_characters(path, header, HEADER_ROW, names)
        _check_header(path, header, names)
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
    frame = pd.DataFrame(rows, columns=names, index=numbers, dtype=str)
    return pd.DataFrame(
        {column.name: _typed(path, frame[column.name], column) for column in columns},
        index=frame.index,
    )


def _check_characters(path: Path, row: list[str], number: int, names: list[str]) -> None:
    for position, value in enumerate(row):
        if found := UNPRINTED.search(value):
            code = ord(found.group())
            wrong = f"holds the control character U+{code:04X}"
            if 0xD800 <= code <= 0xDFFF:
                wrong = "is not UTF-8 text"
            column = names[position] if position < len(names) else position + 1
            raise DataError(f"{path.name}: row {number}, column {column!r}: {shown(value)} {wrong}")


def _check_header(path: Path, header: list[str], names: list[str]) -> None:
    for position, name in enumerate(names):
        found = header[position] if position < len(header) else ""
        if found != name:
            raise DataError(
                f"{path.name}: row {HEADER_ROW}, column {position + 1} must be headed {name!r}, "
                f"not {shown(found)}"
            )
    if len(header) > len(names):
        extra = shown(header[len(names)])
        raise DataError(f"{path.name}: row {HEADER_ROW} has an unknown column {extra}")


def _typed(path: Path, values: pd.Series, column: Column) -> pd.Series:
    empty = values == ""
    if not column.optional:
        refuse(path, values, empty, "must not be empty")
    kept = values.where(~empty)
    if column.choices is not None:
        wrong = ~empty & ~values.isin(list(column.choices))
        refuse(path, values, wrong, _allowed(column.choices))
    return _PARSERS[column.kind](path, kept, column)


def _allowed(choices: Collection[str]) -> str:
    few = len(choices) <= len("ABCDEFGH")
    return f"is not one of {', '.join(sorted(choices))}" if few else "is not known here"


def _parse_text(path: Path, values: pd.Series, column: Column) -> pd.Series:
    refuse(path, values, values.fillna("") != values.fillna("").str.strip(), "has outer blanks")
    return values


def _parse_number(path: Path, values: pd.Series, column: Column) -> pd.Series:
    integer = column.kind == "integer"
    pattern = r"-?\d+" if integer else r"-?\d+(\.\d+)?"
    wrong = values.notna() & ~values.fillna("0").str.fullmatch(pattern)
    refuse(path, values, wrong, f"is not {'a whole' if integer else 'a'} number")
    numbers = pd.to_numeric(values).astype("Int64" if integer else "Float64")
    if column.low is not None:
        refuse(path, values, numbers < column.low, f"is below {column.low:g}")
    if column.high is not None:
        refuse(path, values, numbers > column.high, f"is above {column.high:g}")
    return numbers


def _parse_date(path: Path, values: pd.Series, column: Column) -> pd.Series:
    dates = pd.to_datetime(values, format="%Y-%m-%d", errors="coerce")
    refuse(path, values, values.notna() & dates.isna(), "is not a date like 2026-11-22")
    return dates


def _parse_address(path: Path, values: pd.Series, column: Column) -> pd.Series:
    given = values.dropna()
    refuse(path, given, ~given.map(is_address).astype(bool), "is not an http or https address")
    return values


_PARSERS: dict[str, Callable[[Path, pd.Series, Column], pd.Series]] = {
    "text": _parse_text,
    "integer": _parse_number,
    "number": _parse_number,
    "date": _parse_date,
    "address": _parse_address,
}


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


def refuse(path: Path, values: pd.Series, wrong: pd.Series, why: str) -> None:
    """Raise DataError for the first wrong value, saying how many more there are."""
    places = wrong.index[wrong.fillna(False).astype(bool)]
    if len(places):
        value = values.loc[places[0]]
        more = f" (and {len(places) - 1} more rows)" if len(places) > 1 else ""
        given = "" if pd.isna(value) else value
        raise DataError(
            f"{path.name}: row {places[0]}, column {values.name!r}: {shown(given)} {why}{more}"
        )


def refuse_duplicates(path: Path, frame: pd.DataFrame, key: list[str]) -> None:
    """Raise DataError where two rows share a key."""
    again = frame.duplicated(key)
    if again.any():
        joined = frame[key].astype("string").fillna("").agg("|".join, axis=1)
        refuse(path, joined.rename("+".join(key)), again, "stands there already")
