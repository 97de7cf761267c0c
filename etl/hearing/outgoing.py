"""What is written for many municipalities, one after the other, with a bar that tells how far."""

import re
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from etl.chromium import Chromium, NoChromiumError, chromium
from etl.errors import DataError, shown
from etl.fields import ROUND
from etl.files import sole_writer
from etl.progress import tell
from samspil.present.export import file_stem
from samspil.present.hearing.workbook import Workbook


@dataclass(frozen=True)
class Wanted:
    """What is to be written: the round, where to, for whom (nobody named: all), in which language.

    database: the build to ask from, where one is asked; the newest where it is None.
    """

    round: str
    folder: Path
    codes: Collection[str] = ()
    language: str = "da"
    database: Path | None = None


def check_round(name: str) -> None:
    """Raise DataError where this is not how a round is named."""
    if not re.fullmatch(ROUND, name):
        raise DataError(f"{shown(name)} is not a round such as 2027-1")


def chosen(places: pd.DataFrame, codes: Collection[str]) -> list[dict[Any, Any]]:
    """The municipalities of these codes, all where none is named; raises DataError."""
    if unknown := sorted(set(codes) - set(places["code"])):
        raise DataError(f"there is no municipality {', '.join(map(shown, unknown))}")
    return places[places["code"].isin(codes) if codes else places["code"] != ""].to_dict("records")


def write_each(
    folder: Path, books: Sequence[Workbook], write: Callable[[Workbook, Chromium | None], None]
) -> str:
    """Write the files of every workbook; returns why no PDF was written, or nothing.

    Args:
        folder: where they go; what a killed process left unfinished there is removed.
        books: one for each municipality.
        write: writes the files of one; its printer is None where there is no Chromium.

    Raises:
        OSError: something cannot be written.
    """
    lacking = ""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(sole_writer(folder, (file_stem(),)))
        prints: Chromium | None = None
        try:
            prints = stack.enter_context(chromium())
        except NoChromiumError as error:
            lacking = f"no PDF was written, since {error}; all else was"
        except DataError as error:
            lacking = str(error)
        for number, book in enumerate(books, 1):
            write(book, prints)
            tell(number, len(books))
    return lacking
