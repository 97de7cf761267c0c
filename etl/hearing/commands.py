"""The command `hearing` and its options: write | import | status."""

import argparse
import re
from datetime import date
from pathlib import Path
from typing import Any

from etl.hearing.importing import import_workbooks
from etl.hearing.outgoing import Wanted
from etl.hearing.status import hearing_status
from etl.hearing.write import write_round
from etl.say import Say
from samspil.paths import DATA
from samspil.present.i18n import LANGUAGES

COMMAND = "hearing"


def add_commands(commands: Any) -> None:
    """Add `hearing` with its actions to the commands of a parser."""
    hearing = commands.add_parser(COMMAND, help="ask municipalities, and take in what they answer")
    actions = hearing.add_subparsers(dest="action", required=True)
    writing = actions.add_parser("write", help="a letter and a workbook for each municipality")
    writing.add_argument("--round", required=True, help="the round, such as 2027-1")
    writing.add_argument("--out", type=Path, required=True, help="the folder they are written to")
    writing.add_argument("--language", choices=LANGUAGES, default="da")
    writing.add_argument("codes", nargs="*", metavar="CODE", help="of whom; all, if none is named")
    importing = actions.add_parser("import", help="take in workbooks that were filled in")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    importing.add_argument(
        "--answered-on", type=day, help="the day of the answers; today (UTC) if none is given"
    )
    standing = actions.add_parser("status", help="who was asked, who answered, who is near a rank")
    for command in (writing, importing, standing):
        command.add_argument("--data", type=Path, default=DATA, help="the data folder")
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS)
    for command in (writing, standing):
        command.add_argument("--database", type=Path, help="one explicit file")


def day(text: str) -> date:
    """A day such as 2026-11-22, as an option of a command takes it."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-11-22")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day") from error


def run_hearing(options: argparse.Namespace, say: Say, today: date) -> None:
    """Run one action; raises DataError, CodebookError or WarehouseError."""
    if options.action == "write":
        wanted = Wanted(
            options.round, options.out, options.codes, options.language, options.database
        )
        write_round(options.data, wanted, say, today)
    elif options.action == "import":
        import_workbooks(options.data, options.files, options.answered_on, say, today)
    else:
        hearing_status(options.data, options.database, say)
