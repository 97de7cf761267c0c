"""The commands on public sources and their options: refresh | labels | verify."""

import argparse
from pathlib import Path
from typing import Any

from etl.live.labels import labels
from etl.live.refresh import Order, refresh
from etl.say import Say
from etl.verify import verify
from samspil.paths import DATA

REFRESH, LABELS, VERIFY = "refresh", "labels", "verify"
COMMANDS = (REFRESH, LABELS, VERIFY)


def add_commands(commands: Any) -> None:
    """Add the commands to those of a parser."""
    refreshing = commands.add_parser(REFRESH, help="fetch sources, and replace what passes")
    refreshing.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="such as population; all, if none is named"
    )
    refreshing.add_argument(
        "--from",
        dest="files",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a file put down by hand, for the one source that is named",
    )
    refreshing.add_argument(
        "--dry-run", action="store_true", help="say what would change, and change no snapshot"
    )
    refreshing.add_argument(
        "--again", action="store_true", help="ask even for what the archive holds already"
    )
    looking = commands.add_parser(LABELS, help="look for words in the labels of StatBank's tables")
    looking.add_argument("words", nargs="+", metavar="WORD", help="all in one label")
    looking.add_argument(
        "--table", dest="tables", action="append", default=[], help="a table, such as REGK100"
    )
    for command in (refreshing, looking):
        command.add_argument(
            "--base-url",
            action="append",
            default=[],
            metavar="[SOURCE=]URL",
            help="ask another server, for one source or for all",
        )
    verifying = commands.add_parser(
        VERIFY, help="prove that archive, snapshots and warehouse are what they were"
    )
    verifying.add_argument("--database", type=Path, help="one explicit file")
    for command in (refreshing, looking, verifying):
        command.add_argument("--data", type=Path, default=DATA, help="the data folder")


def run_live(options: argparse.Namespace, say: Say) -> int:
    """Run one of the commands; returns the exit status; raises DataError or CodebookError."""
    if options.command == VERIFY:
        return verify(options.data, options.database, say)
    if options.command == LABELS:
        return labels(options.data, options.words, options.tables, tuple(options.base_url), say)
    order = Order(
        sources=options.sources,
        files=options.files,
        base_urls=tuple(options.base_url),
        dry_run=options.dry_run,
        again=options.again,
    )
    return refresh(options.data, order, say)
