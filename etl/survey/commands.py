"""The command `survey` and its options: write | import."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from etl.hearing.commands import day
from etl.hearing.outgoing import Wanted
from etl.say import Say
from etl.survey.importing import import_forms
from etl.survey.write import write_forms
from samspil.paths import DATA
from samspil.present.i18n import LANGUAGES

COMMAND = "survey"


def add_commands(commands: Any) -> None:
    """Add `survey` with its actions to the commands of a parser."""
    survey = commands.add_parser(COMMAND, help="ask associations, and show what five or more say")
    actions = survey.add_subparsers(dest="action", required=True)
    writing = actions.add_parser("write", help="a form for the associations of each municipality")
    writing.add_argument("--round", required=True, help="the round, such as 2027-1")
    writing.add_argument("--out", type=Path, required=True, help="the folder they are written to")
    writing.add_argument("--language", choices=LANGUAGES, default="da")
    writing.add_argument("codes", nargs="*", metavar="CODE", help="of which; all, if none is named")
    importing = actions.add_parser("import", help="take in forms that were filled in")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    importing.add_argument(
        "--answers",
        type=Path,
        required=True,
        metavar="FOLDER",
        help="where the answers of single associations are kept, outside the project and its data",
    )
    importing.add_argument(
        "--answered-on", type=day, help="the day of the answers; today (UTC) if none is given"
    )
    for command in (writing, importing):
        command.add_argument("--data", type=Path, default=DATA, help="the data folder")
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS)


def run_survey(options: argparse.Namespace, say: Say, today: date) -> None:
    """Run one action; raises DataError or CodebookError."""
    if options.action == "write":
        wanted = Wanted(options.round, options.out, options.codes, options.language)
        write_forms(options.data, wanted, say)
    else:
        answered_on = options.answered_on or today
        import_forms(options.data, options.answers, options.files, answered_on, say)
