"""The time of this machine. It may be wrong or jump; order and waits never depend on it."""

from datetime import UTC, datetime


def now() -> datetime:
    """The time that answers are stamped with (UTC)."""
    return datetime.now(UTC)
