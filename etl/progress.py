"""How far a long command is, on standard error."""

import logging
import sys

log = logging.getLogger(__name__)

BAR = 40
"""Signs of a full bar."""


def tell(number: int, of: int, *, every: int = 10) -> None:
    """How far it is: a bar where somebody watches, else a line for each so many.

    Args:
        number: how many are done.
        of: how many there are.
        every: after how many a line is logged.
    """
    if sys.stderr.isatty():
        done = BAR * number // of
        end = "\n" if number == of else ""
        bar = f"\r[{'#' * done}{'.' * (BAR - done)}] {number}/{of}{end}"
        print(bar, end="", file=sys.stderr, flush=True)
    elif number % every == 0 or number == of:
        log.info("%d/%d", number, of)
