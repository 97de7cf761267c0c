"""The figures of a StatBank answer in BULK or CSV: one line a figure, checked to the letter."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

import pandas as pd

from etl.errors import DataError, shown

VALUE = "INDHOLD"
"""The heading over the figures, the last one."""

MISSING = ".."
NUMBER = re.compile(r"-?\d+(,\d+)?")
"""With a decimal comma, as Danish answers have it, and without marks between thousands."""


def read_figures(table: str, text: str, chosen: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """A column of codes for each variable and `value`; every combination asked for stands once.

    Args:
        table: named in messages.
        text: the answer.
        chosen: the codes that were asked for, by variable.

    Raises:
        DataError: a heading, code or figure is not as documented, a line stands twice, or one is
            missing, as where the answer was cut short.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    rows = []
    try:
        header = next(reader, [])
        order = _order(table, header, list(chosen))
        for row in reader:
            if not row:
                continue
            if len(row) != len(header):
                raise DataError(
                    f"{table}: row {reader.line_num} of the answer has {len(row)} values instead "
                    f"of {len(header)}, so it may be cut short"
                )
            rows.append([row[place] for place in order])
    except csv.Error as error:
        raise DataError(f"{table}: row {reader.line_num} of the answer: {error}") from error
    frame = pd.DataFrame(rows, columns=[*chosen, "value"], dtype=str)
    for variable, codes in chosen.items():
        frame[variable] = _codes(table, frame[variable], codes)
    _check_whole(table, frame, chosen)
    return frame.assign(value=_numbers(table, frame["value"]))


def _order(table: str, header: list[str], variables: list[str]) -> list[int]:
    """Where each variable stands, and the figure; raises DataError."""
    places = {heading.upper(): place for place, heading in enumerate(header)}
    needed = [*(variable.upper() for variable in variables), VALUE]
    if missing := [heading for heading in needed if heading not in places]:
        raise DataError(
            f"{table}: the answer has no column {missing[0]}, but {shown(';'.join(header))}"
        )
    if len(header) != len(needed):
        more = sorted(set(places) - set(needed)) or ["twice the same"]
        raise DataError(f"{table}: the answer has a column that was not asked for, {more[0]}")
    return [places[heading] for heading in needed]


def _codes(table: str, column: pd.Series, codes: Sequence[str]) -> pd.Series:
    """The codes as they were asked for; numbers may lack leading zeros."""
    known = {code: code for code in codes}
    bare = {code.lstrip("0") or "0": code for code in codes}
    found = column.map(lambda code: known.get(code) or bare.get(code))
    if found.isna().any():
        row = _first(found.isna())
        raise DataError(
            f"{table}: row {row + 2} of the answer has {shown(column[row])} in {column.name}, "
            "which is no code that was asked for"
        )
    return found


def _first(wrong: pd.Series) -> int:
    """The position of the first row that is wrong."""
    return int(wrong.to_numpy(dtype=bool).argmax())


def _check_whole(table: str, frame: pd.DataFrame, chosen: Mapping[str, Sequence[str]]) -> None:
    keys = list(chosen)
    twice = frame.duplicated(keys)
    if twice.any():
        row = _first(twice)
        raise DataError(f"{table}: row {row + 2} of the answer stands there already")
    expected = 1
    for codes in chosen.values():
        expected *= len(codes)
    if len(frame) == expected:
        return
    for variable, codes in chosen.items():
        if gone := [code for code in codes if code not in set(frame[variable])]:
            raise DataError(
                f"{table}: the answer has {len(frame)} figures instead of {expected}; "
                f"all of {variable} {gone[0]} are missing"
            )
    raise DataError(
        f"{table}: the answer has {len(frame)} figures instead of {expected}, so it is cut short "
        "or has gaps"
    )


def _numbers(table: str, column: pd.Series) -> pd.Series:
    """Figures with a decimal comma; `..` is missing, and nothing else is."""
    given = column.where(column != MISSING)
    wrong = given.notna() & ~given.fillna("0").str.fullmatch(NUMBER)
    if wrong.any():
        row = _first(wrong)
        raise DataError(
            f"{table}: row {row + 2} of the answer has {shown(column[row])} in {VALUE}, which is "
            f"neither a number with a decimal comma nor {MISSING}"
        )
    return pd.to_numeric(given.str.replace(",", ".")).astype("Float64")
