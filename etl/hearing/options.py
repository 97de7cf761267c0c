"""The options that asking municipalities and asking associations have in common."""

import argparse
import re
from datetime import date
from pathlib import Path

from samspil.paths import DATA
from samspil.present.i18n import LANGUAGES


def add_writing(writing: argparse.ArgumentParser, *, of_whom: str) -> None:
    """What an action that writes a round takes, with `codes` as the help puts it."""
    writing.add_argument("--round", required=True, help="the round, such as 2027-1")
    writing.add_argument("--out", type=Path, required=True, help="the folder they are written to")
    writing.add_argument("--language", choices=LANGUAGES, default="da")
    writing.add_argument("codes", nargs="*", metavar="CODE", help=of_whom)
    add_data(writing)


def add_importing(importing: argparse.ArgumentParser) -> None:
    """What an action that takes in files takes."""
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    importing.add_argument(
        "--answered-on", type=day, help="the day of the answers; today (UTC) if none is given"
    )
    add_data(importing)


def add_data(action: argparse.ArgumentParser) -> None:
    """What every action takes: the data folder, and --debug, here as well as in front."""
    action.add_argument("--data", type=Path, default=DATA, help="the data folder")
    action.add_argument("--debug", action="store_true", default=argparse.SUPPRESS)


def day(text: str) -> date:
    """A day such as 2026-11-22, as an option of a command takes it."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-11-22")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day") from error
