"""What is written for many municipalities, one after the other, with a bar that tells how far."""

import logging
import re
import sys
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from etl.errors import DataError, shown
from etl.fields import ROUND
from etl.hearing.printing import Printer, printer
from samspil.present.hearing.workbook import Workbook

log = logging.getLogger(__name__)

BAR = 40
"""Signs of a full bar."""


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


def write_each(books: Sequence[Workbook], write: Callable[[Workbook, Printer | None], None]) -> str:
    """Write the files of every workbook; returns why no PDF was written, or nothing.

    Args:
        books: one for each municipality.
        write: writes the files of one; its printer is None where there is no Chromium.
    """
    lacking = ""
    with ExitStack() as stack:
        prints: Printer | None = None
        try:
            prints = stack.enter_context(printer())
        except DataError as error:
            lacking = str(error)
        for number, book in enumerate(books, 1):
            write(book, prints)
            _tell(number, len(books))
    return lacking


def _tell(number: int, of: int) -> None:
    """How far it is: a bar where somebody watches, else a line for every tenth."""
    if sys.stderr.isatty():
        done = BAR * number // of
        end = "\n" if number == of else ""
        bar = f"\r[{'#' * done}{'.' * (BAR - done)}] {number}/{of}{end}"
        print(bar, end="", file=sys.stderr, flush=True)
    elif number % 10 == 0 or number == of:
        log.info("%d/%d", number, of)
