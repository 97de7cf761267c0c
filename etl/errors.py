"""What can be wrong with the data, said in one sentence."""

from datetime import datetime

SHOWN = 60
"""Characters of a wrong value that a message shows."""


class DataError(Exception):
    """A snapshot or the list of sources cannot be used; the message names the place."""


def shown(value: object) -> str:
    """A value as a message shows it: quoted, whole (17, not 17.0), printable, cut when long."""
    if isinstance(value, datetime):
        value = value.date()
    text = repr(f"{value:.12g}" if isinstance(value, float) else str(value))
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
