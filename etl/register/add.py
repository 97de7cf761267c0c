"""Taking objections into the register of corrections, checked as the build would check them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from etl.errors import DataError, shown
from etl.files import sole_writer
from etl.register.apply import apply_corrections
from etl.say import Say
from etl.snapshots import Snapshots, read_snapshots
from etl.sources import corrections
from etl.tables import checked, read_rows, read_text
from samspil.files import replace_file
from samspil.harmless import original
from samspil.present.objection import COLUMNS, SETTLED, WORDS, as_line

Row = Mapping[str, str]

FILE = corrections.SOURCE.name

HEADINGS = pa.DataFrameSchema({name: pa.Column(str) for name in COLUMNS})


@dataclass(frozen=True)
class Stated:
    """An objection as it was handed in: its columns as text, and where it stands."""

    values: Row
    where: str


def add_objection(folder: Path, given: Row, say: Say, today: date) -> None:
    """Append one row to corrections.csv; it stays as it was where the row cannot be used.

    Args:
        folder: the data folder.
        given: the columns that were stated; id, date and outcome ("open") are filled in.
        say: is told what was added, or that it is there already.
        today: the date (UTC) of a row that states none.

    Raises:
        DataError: the row, or something that was there before, is wrong.
        CodebookError: the codebook is.
    """
    _take_in(folder, [Stated(given, "")], [], say, today)


def import_objections(folder: Path, files: Iterable[Path], say: Say, today: date) -> None:
    """Append the rows of files as the form prepares them: all of them, or none.

    An objection that the register holds already is not added again. Ids are filled in, and an
    outcome is not for the objector to say.

    Raises:
        DataError: names all that is wrong, a line each.
        CodebookError: the codebook is wrong.
    """
    stated, wrong = [], []
    for file in files:
        try:
            stated += _handed_in(file)
        except DataError as error:
            wrong.append(str(error))
    _take_in(folder, stated, wrong, say, today)


def _handed_in(file: Path) -> list[Stated]:
    """The rows of one file."""
    rows = read_rows(file, HEADINGS)
    if rows.empty:
        raise DataError(f"{file.name}: has no rows")
    stated = []
    for number, row in rows.iterrows():
        values = {str(name): original(value) for name, value in row.items()}
        where = f"{file.name}: row {number}"
        if values["outcome"] not in ("", "open"):
            raise DataError(
                f"{where}, column 'outcome': {shown(values['outcome'])} cannot be imported; an "
                "objection comes in open and is settled in the register"
            )
        stated.append(Stated(values | {"id": ""}, where))
    return stated


def _take_in(folder: Path, stated: list[Stated], wrong: list[str], say: Say, today: date) -> None:
    """Add to the register what it does not hold, if nothing is wrong with any of it."""
    path = folder / "snapshots" / FILE
    try:
        with sole_writer(path.parent, (path.name,)):
            taken = taken_in(read_snapshots(folder), stated, today)
            if mistakes := [*wrong, *taken.wrong]:
                raise DataError("\n".join(mistakes))
            if taken.added:
                replace_file(path, taken.register)
    except OSError as error:
        raise DataError(f"{FILE}: cannot be written ({error.strerror})") from error
    for line in taken.said:
        say(line)
    say("To use it: python -m etl accept --note …" if taken.added else "Nothing was added.")


@dataclass(frozen=True)
class Taken:
    """What objections make of the register: its content, how many came in, what is to be said."""

    register: bytes
    added: int
    said: list[str]
    wrong: list[str]


def taken_in(content: Snapshots, stated: Iterable[Stated], today: date) -> Taken:
    """The register with all objections that it does not hold; nothing is written.

    Raises:
        DataError: the register as it stands is wrong.
    """
    path = content.folder / "snapshots" / FILE
    before, register = read_text(path), read_rows(path, HEADINGS)
    added, said, wrong = [], [], []
    for one in stated:
        if held := _held(register, one.values):
            said.append(f"{one.where or FILE}: is there already as {held}")
            continue
        row = _filled_in(one.values, register, today)
        after = _with(register, row)
        if mistakes := _mistakes(content, after, one.where):
            wrong += mistakes
            continue
        register = after
        added.append(row)
        said.append(f"Added {row['id']} ({row['outcome']})")
    joined = before if before.endswith("\n") else before + "\n"
    text = joined + "".join(map(as_line, added))
    return Taken(text.encode(), len(added), said, wrong)


def _held(register: pd.DataFrame, values: Row) -> str:
    """Id and outcome of the same objection in the register, or nothing.

    The same are the objector's own words on the same cell; what is settled later (field, old and
    new) has to agree only as far as it was stated.
    """
    same = pd.Series(True, index=register.index)
    for name in WORDS:
        same &= register[name] == values.get(name, "")
    for name in SETTLED:
        if values.get(name):
            same &= register[name] == values[name]
    found = register[same]
    return "" if found.empty else f"{found['id'].iloc[0]} ({found['outcome'].iloc[0]})"


def _filled_in(values: Row, register: pd.DataFrame, today: date) -> dict[str, str]:
    """All columns of a new row: id, date and outcome where they are not stated."""
    numbers = register["id"].str.extract(r"^c([0-9]{1,9})$")[0].dropna().astype(int)
    following = max(numbers, default=0) + 1
    row = {"id": f"c{following:04d}", "date": today.isoformat(), "outcome": "open"}
    return (
        dict.fromkeys(COLUMNS, "") | row | {name: value for name, value in values.items() if value}
    )


def _with(register: pd.DataFrame, row: Row) -> pd.DataFrame:
    """The register with a further row, numbered as it will be in the file."""
    number = max(register.index, default=1) + 1
    return pd.concat([register, pd.DataFrame([row], index=[number], columns=COLUMNS)])


def _mistakes(content: Snapshots, register: pd.DataFrame, where: str) -> list[str]:
    """All that is wrong with the last row; told as standing at `where`, if that is not empty."""
    schema = corrections.SOURCE.schema_for(content.known)
    last = register.index[-1]

    def place(row: object) -> str:
        return where if where and row == last else f"{FILE}: row {row}"

    def whole() -> None:
        apply_corrections(content, checked(register, schema, place))

    found = [
        message
        for name, column in schema.columns.items()
        if (message := _message(_check_one, register.loc[[last], [name]], column, place))
    ]
    if not found and (message := _message(whole)):
        found = [message.replace(f"{FILE}: row {last}", place(last), 1)]
    return found


def _check_one(rows: pd.DataFrame, column: pa.Column, place: Callable[[object], str]) -> None:
    checked(rows, pa.DataFrameSchema({rows.columns[0]: column}), place)


def _message(run: Callable[..., object], *arguments: object) -> str:
    """What is wrong, or nothing."""
    try:
        run(*arguments)
    except DataError as error:
        return str(error)
    return ""
