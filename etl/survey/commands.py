"""The command `survey` and its options: write | import."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from etl.hearing.options import add_importing, add_writing
from etl.hearing.outgoing import Wanted
from etl.say import Say
from etl.survey.importing import import_forms
from etl.survey.write import write_forms

COMMAND = "survey"


def add_commands(commands: Any) -> None:
    """Add `survey` with its actions to the commands of a parser."""
    survey = commands.add_parser(COMMAND, help="ask associations, and show what five or more say")
    actions = survey.add_subparsers(dest="action", required=True)
    writing = actions.add_parser("write", help="a form for the associations of each municipality")
    add_writing(writing, of_whom="of which; all, if none is named")
    importing = actions.add_parser("import", help="take in forms that were filled in")
    add_importing(importing)
    importing.add_argument(
        "--answers",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="where the answers of single associations are kept, outside the project and its data",
    )
    importing.add_argument(
        "--alike",
        action="store_true",
        help="forms with the same answers are of different associations",
    )


def run_survey(options: argparse.Namespace, say: Say, today: date) -> None:
    """Run one action; raises DataError or CodebookError."""
    if options.action == "write":
        wanted = Wanted(options.round, options.out, options.codes, options.language)
        write_forms(options.data, wanted, say)
    else:
        answered_on = options.answered_on or today
        given = (options.data, options.answers, options.files, answered_on)
        import_forms(*given, say, alike=options.alike)
