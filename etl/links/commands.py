"""The command check-links and its options."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from etl.errors import shown
from etl.links.check import Order, check_links
from etl.say import Say
from samspil.paths import DATA

COMMAND = "check-links"


def add_command(commands: Any) -> None:
    """Add the command to those of a parser."""
    checking = commands.add_parser(COMMAND, help="ask whether the addresses still answer")
    checking.add_argument(
        "--days", type=_count, default=Order.days, help="leave alone what was asked within so many"
    )
    checking.add_argument("--most", type=_count, help="ask so many at most")
    checking.add_argument(
        "--private", action="store_true", help="also hosts of private networks, to try it out"
    )
    checking.add_argument("--data", type=Path, default=DATA, help="the data folder")


def _count(text: str) -> int:
    """A number of days or addresses; raises ArgumentTypeError for what is none."""
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"{shown(text)} is no whole number from 0 up")
    return int(text)


def run_links(options: argparse.Namespace, say: Say, today: date) -> None:
    """Run it; raises DataError or CodebookError."""
    order = Order(options.days, options.most, options.private)
    check_links(options.data, order, say, today)
