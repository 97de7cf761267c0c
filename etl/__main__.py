"""The command line: python -m etl build | accept | status."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from etl.accept import accept
from etl.build import build
from etl.errors import DataError
from etl.status import status
from samspil.codebook import CodebookError
from samspil.warehouse import PROJECT, WarehouseError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status, 1 after a sentence on what is wrong."""
    options = _parser().parse_args(arguments)
    today = datetime.now(UTC).date()
    try:
        if options.command == "build":
            build(options.data, options.database, print)
        elif options.command == "accept":
            accept(options.data, options.note, print, today)
        else:
            status(options.database, print, today)
    except (DataError, CodebookError, WarehouseError) as error:
        print(f"samspil: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m etl", description="Public data into the warehouse."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="build the warehouse from the snapshots")
    accepting = commands.add_parser("accept", help="accept changed snapshots")
    accepting.add_argument("--note", default="", help="why they changed")
    showing = commands.add_parser("status", help="what the newest build holds")
    for command in (building, accepting):
        command.add_argument("--data", type=Path, default=PROJECT / "data", help="the data folder")
    for command in (building, showing):
        command.add_argument("--database", type=Path, help="one explicit file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
