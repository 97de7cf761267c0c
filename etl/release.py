"""data/release.toml: which release the data make, and the newest year."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.errors import DataError, shown
from etl.tables import read_text

FILE = "release.toml"


@dataclass(frozen=True)
class Release:
    """A release: its name, its newest year, its day, and what is to be said of it.

    Nothing that was read, decided or answered after `date` belongs to it.
    """

    name: str
    year: int
    date: date
    note: str


def read_release(path: Path) -> Release:
    """The release that the data folder makes; raises DataError."""
    try:
        content = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: is not valid TOML ({error})") from error
    for field, kind in (("name", str), ("year", int), ("date", date), ("note", str)):
        value = content.get(field)
        if type(value) is not kind or value == "":
            raise DataError(f"{path.name}: has {shown(value)} in {field!r}, no {kind.__name__}")
    if unknown := sorted(set(content) - {"name", "year", "date", "note"}):
        raise DataError(f"{path.name}: has an unknown field {unknown[0]!r}")
    if content["date"].year != content["year"]:
        raise DataError(
            f"{path.name}: year is {content['year']}, but date is {content['date'].isoformat()}"
        )
    return Release(**content)
