"""The commands and their options."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

from etl.accept import accept
from etl.build.assemble import build
from etl.coverage import coverage
from etl.describe import describe
from etl.diff import diff
from etl.errors import DataError
from etl.freeze import run_release
from etl.hearing.commands import COMMAND as HEARING
from etl.hearing.commands import add_commands as add_hearing
from etl.hearing.commands import run_hearing
from etl.links.commands import COMMAND as LINKS
from etl.links.commands import add_command as add_links
from etl.links.commands import run_links
from etl.live.commands import COMMANDS as LIVE
from etl.live.commands import add_commands as add_live
from etl.live.commands import run_live
from etl.live.replace import take_candidates
from etl.register.add import add_objection, import_objections
from etl.say import Say
from etl.status import status
from etl.survey.commands import COMMAND as SURVEY
from etl.survey.commands import add_commands as add_survey
from etl.survey.commands import run_survey
from samspil import logs
from samspil.model.codebook import CodebookError
from samspil.paths import DATA
from samspil.warehouse.builds import WarehouseError

OBJECTION = {
    "code": (True, "the municipality, such as 101"),
    "criterion": (True, "the criterion, by its id in the codebook"),
    "objection": (True, "what is wrong, in short"),
    "by_role": (True, "who objects, by role and never by name"),
    "evidence_id": (False, "the record it is about; leave it out where one is missing"),
    "field": (False, "what changes: level, value, year, source_url, …, or withdraw"),
    "old": (False, "what the record says now"),
    "new": (False, "what it should say"),
    "source_url": (False, "the public page that shows it"),
    "outcome": (False, "open (as long as nothing is said), accepted or rejected"),
    "reason": (False, "why it was settled as it was"),
    "date": (False, "the day of that, such as 2026-11-24; today (UTC) if none is given"),
}
"""The columns that `object` takes: whether needed, and what they mean."""

ADD, FIGURES = "add", "publish-figures"


def run(arguments: list[str]) -> int:
    """Run one command; returns the exit status, 1 after a sentence on what is wrong."""
    options = _parser().parse_args(_spelt_out(arguments))
    today = datetime.now(UTC).date()
    try:
        _start_logging()
        return CALLS[options.command](options, print, today) or 0
    except (DataError, CodebookError, WarehouseError) as error:
        if options.debug:
            raise
        print(f"samspil: {error}", file=sys.stderr)
        return 1


def _build(options: argparse.Namespace, say: Say, today: date) -> None:
    build(options.data, options.database, say)


def _accept(options: argparse.Namespace, say: Say, today: date) -> None:
    if options.candidates:
        take_candidates(options.data, options.candidates, options.note, say)
    else:
        accept(options.data, options.note, say, today)


def _diff(options: argparse.Namespace, say: Say, today: date) -> None:
    diff(options.old, options.new, as_data=options.json, say=say)


def _object(options: argparse.Namespace, say: Say, today: date) -> None:
    if options.action == "import":
        import_objections(options.data, options.files, say, today)
    else:
        given = {name: getattr(options, name) for name in OBJECTION}
        add_objection(options.data, given, say, today)


def _coverage(options: argparse.Namespace, say: Say, today: date) -> None:
    coverage(options.database, options.csv, say)


def _draw(options: argparse.Namespace, say: Say, today: date) -> None:
    # What draws takes half a second to load, which no other command needs.
    publish = import_module("etl.figures.publish").publish_figures
    publish(options.release, options.database, say)


def _describe(options: argparse.Namespace, say: Say, today: date) -> None:
    describe(options.into, say)


def _live(options: argparse.Namespace, say: Say, today: date) -> int:
    return run_live(options, say)


def _status(options: argparse.Namespace, say: Say, today: date) -> None:
    status(options.database, say, today)


CALLS: dict[str, Callable[[argparse.Namespace, Say, date], int | None]] = {
    "build": _build,
    "accept": _accept,
    "status": _status,
    "coverage": _coverage,
    "diff": _diff,
    "object": _object,
    "describe": _describe,
    FIGURES: _draw,
    "release": run_release,
    HEARING: run_hearing,
    SURVEY: run_survey,
    LINKS: run_links,
    **dict.fromkeys(LIVE, _live),
}
"""What runs each command; it returns the exit status, or nothing where all went well."""


def _start_logging() -> None:
    try:
        logs.start()
    except ValueError as error:
        raise DataError(str(error)) from error


def _spelt_out(arguments: list[str]) -> list[str]:
    """`object --code …` is short for `object add --code …`."""
    words = [word for word in arguments if word != "--debug"]
    if words[:1] != ["object"] or words[1:2] in ([ADD], ["import"], ["-h"], ["--help"]):
        return arguments
    after = arguments.index("object") + 1
    return [*arguments[:after], ADD, *arguments[after:]]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m etl", description="Public data into the warehouse."
    )
    parser.add_argument("--debug", action="store_true", help="show where an error happened")
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="build the warehouse from the snapshots")
    accepting = commands.add_parser("accept", help="accept changed snapshots")
    accepting.add_argument("--note", default="", help="why they changed")
    accepting.add_argument(
        "candidates", nargs="*", metavar="FILE", help="only what a refresh has held back"
    )
    showing = commands.add_parser("status", help="what the newest build holds")
    covering = commands.add_parser(
        "coverage", help="what is known, why the rest is not, and what to ask first"
    )
    covering.add_argument("--csv", type=Path, metavar="DIR", help="a folder for the tables as CSV")
    differing = commands.add_parser("diff", help="what moved between two builds, and why")
    differing.add_argument("old", type=Path, help="the file of the older build")
    differing.add_argument("new", type=Path, help="the file of the newer build")
    differing.add_argument("--json", action="store_true", help="as JSON instead of text")
    objecting = commands.add_parser("object", help="take objections into the register")
    actions = objecting.add_subparsers(dest="action", required=True)
    adding = actions.add_parser(ADD, help="add one; this word may be left out")
    for name, (needed, explanation) in OBJECTION.items():
        adding.add_argument(
            f"--{name.replace('_', '-')}", required=needed, default="", help=explanation
        )
    importing = actions.add_parser("import", help="add all of files as the form prepares them")
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE")
    add_hearing(commands)
    freezing = commands.add_parser("release", help="freeze the newest build as a release")
    freezing.add_argument(
        "--notices", action="store_true", help="only tell all releases what was corrected since"
    )
    add_survey(commands)
    add_live(commands)
    add_links(commands)
    drawing = commands.add_parser(
        FIGURES, help="draw ahead the figures of other sites, and the pictures of shared links"
    )
    drawing.add_argument("--release", help="a frozen release instead, such as 2026.1")
    describing = commands.add_parser("describe", help="what every table and column means")
    describing.add_argument("--into", type=Path, metavar="FILE", help="a document to write it to")
    for command in (building, accepting, adding, importing, freezing):
        command.add_argument("--data", type=Path, default=DATA, help="the data folder")
    for command in (building, showing, covering, drawing):
        command.add_argument("--database", type=Path, help="one explicit file")
    for command in (*commands.choices.values(), *actions.choices.values()):
        command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS)
    return parser
