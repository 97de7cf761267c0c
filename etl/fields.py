"""What schemas are made of: columns by the kind of their values, and rules over whole rows.

Every column takes the options of a pandera column: nullable, required, default.
"""

from collections.abc import Callable, Collection
from typing import Any

import pandas as pd
import pandera.pandas as pa

from etl.release import Release
from etl.tables import is_address


def text(choices: Collection[str] | None = None, **options: Any) -> pa.Column:
    """Text, one of `choices` where they are given."""
    checks = [] if choices is None else [pa.Check.isin(list(choices), error=_allowed(choices))]
    return pa.Column(str, checks, **options)


def _allowed(choices: Collection[str]) -> str:
    few = len(choices) <= len("ABCDEFGH")
    return f"is not one of {', '.join(sorted(choices))}" if few else "is not known here"


def number(
    kind: str, low: float | None = None, high: float | None = None, **options: Any
) -> pa.Column:
    """A number from `low` to `high`, both included; `kind` is "Int64" or "Float64"."""
    checks = []
    if low is not None:
        checks.append(pa.Check.ge(low, error=f"is below {low:g}"))
    if high is not None:
        checks.append(pa.Check.le(high, error=f"is above {high:g}"))
    return pa.Column(kind, checks, **options)


def integer(low: int | None = None, high: int | None = None, **options: Any) -> pa.Column:
    """A whole number from `low` to `high`, both included."""
    return number("Int64", low, high, **options)


def day(release: Release | None = None, **options: Any) -> pa.Column:
    """A day, such as 2026-11-22, not after that of the release where one is given."""
    checks = []
    if release:
        checks.append(
            pa.Check.le(
                pd.Timestamp(release.date),
                error=after_release(release),
            )
        )
    return pa.Column("datetime64[us]", checks, **options)


def after_release(release: Release) -> str:
    """What is said of a later day."""
    return (
        f"is after the release {release.name} of {release.date.isoformat()}; "
        "move data/release.toml first"
    )


ROUND = r"20\d{2}-[1-9]\d?"
"""How a round of questions is named: the year and the number in it, such as 2027-1."""


def round_name() -> pa.Column:
    """The name of a round."""
    named = pa.Check.str_matches(rf"^{ROUND}$", error="is not a round such as 2027-1")
    return pa.Column(str, named)


def address(**options: Any) -> pa.Column:
    """An http or https address."""
    valid = pa.Check(is_address, element_wise=True, error="is not an http or https address")
    return pa.Column(str, [valid], **options)


def rule(column: str, why: str, holds: Callable[[pd.DataFrame], pd.Series]) -> pa.Check:
    """A rule over whole rows; `holds` says of each row whether it does.

    A message blames `column` (or several, joined by +) and says `why`.
    """
    return pa.Check(lambda frame: holds(frame).fillna(False).astype(bool), error=f"{column}: {why}")


def once(*columns: str) -> pa.Check:
    """No two rows share these columns."""
    return rule("+".join(columns), "stands there already", lambda f: ~f.duplicated(list(columns)))
