"""The command `hearing` and its options: write | import | status."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from etl.hearing.importing import import_workbooks
from etl.hearing.options import add_data, add_importing, add_writing
from etl.hearing.outgoing import Wanted
from etl.hearing.status import hearing_status
from etl.hearing.write import write_round
from etl.say import Say

COMMAND = "hearing"


def add_commands(commands: Any) -> None:
    """Add `hearing` with its actions to the commands of a parser."""
    hearing = commands.add_parser(COMMAND, help="ask municipalities, and take in what they answer")
    actions = hearing.add_subparsers(dest="action", required=True)
    writing = actions.add_parser("write", help="a letter and a workbook for each municipality")
    add_writing(writing, of_whom="of whom; all, if none is named")
    importing = actions.add_parser("import", help="take in workbooks that were filled in")
    add_importing(importing)
    standing = actions.add_parser("status", help="who was asked, who answered, who is near a rank")
    add_data(standing)
    for command in (writing, standing):
        command.add_argument("--database", type=Path, help="one explicit file")


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
