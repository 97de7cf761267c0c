"""The command check-links and its options."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from etl.links.check import Order, check_links
from samspil.paths import DATA

COMMAND = "check-links"


def add_command(commands: Any) -> None:
    """Add the command to those of a parser."""
    checking = commands.add_parser(COMMAND, help="ask whether the addresses still answer")
    checking.add_argument(
        "--days", type=int, default=Order.days, help="leave alone what was asked within so many"
    )
    checking.add_argument("--most", type=int, help="ask so many at most")
    checking.add_argument(
        "--private", action="store_true", help="also hosts of private networks, to try it out"
    )
    checking.add_argument("--data", type=Path, default=DATA, help="the data folder")


def run_links(options: argparse.Namespace, say: Callable[[str], None], today: date) -> None:
    """Run it; raises DataError or CodebookError."""
    order = Order(options.days, options.most, options.private)
    check_links(options.data, order, say, today)
