"""What is logged: a line a request and a line a step of a command, on standard error.

No line holds anything of a person: no address of a visitor, no query, no words of an objector.
"""

import logging
import os
import sys
from typing import TextIO

OURS = ("components", "etl", "samspil", "web")
"""The packages whose loggers are ours; libraries keep their own ways."""

LEVEL = "SAMSPIL_LOG"
"""The setting that names the least important level that is written."""

LEVELS = ("debug", "info", "warning", "error")
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class StandardError(logging.StreamHandler):
    """Writes to whatever is standard error at the time; where it takes nothing, nothing is lost."""

    def __init__(self) -> None:
        """Bound to no stream."""
        logging.Handler.__init__(self)
        self.setFormatter(logging.Formatter(FORMAT))

    @property
    def stream(self) -> TextIO | None:
        """Standard error, None where there is none."""
        return sys.stderr

    def handleError(self, record: logging.LogRecord) -> None:
        """A line that cannot be written stops nobody's work."""


HANDLER = StandardError()


def start() -> None:
    """Write our log lines from the level that SAMSPIL_LOG names; info where it names none.

    Raises:
        ValueError: it names no level.
    """
    level = (os.environ.get(LEVEL) or "info").lower()
    if level not in LEVELS:
        raise ValueError(f"{LEVEL}: {level[:20]!r} is not one of {', '.join(LEVELS)}")
    for name in OURS:
        logger = logging.getLogger(name)
        logger.setLevel(level.upper())
        logger.addHandler(HANDLER)
