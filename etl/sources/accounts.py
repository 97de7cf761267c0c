"""Spending on associations under the folkeoplysning act (StatBank Denmark, REGK31)."""

import re

import pandas as pd

from etl import schemas
from etl.errors import DataError, shown
from etl.live.compare import yearly
from etl.live.live import Live
from etl.live.yearly import by_year, only_table
from etl.sources.source import Known, Source, indicator_rows

FILE = "accounts.csv"
VALUE = "kr_per_inhabitant"

MAIN = "3.38.73"
"""Voluntary associations under the folkeoplysning act; other functions stand beside it."""

LABEL = re.compile(r"(\d\.\d\d\.\d\d)\s+(.+)")
"""How a function is labelled: 3.38.73 Frivilligt folkeoplysende foreningsarbejde."""


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Kroner per inhabitant as public statistics, one for each function."""
    rows = [
        indicator_rows(part, FILE, indicator(str(function)), VALUE, unit=VALUE)
        for function, part in frame.groupby("function", sort=True)
    ]
    return pd.concat(rows)


def indicator(function: str) -> str:
    """The name of the statistic on a function."""
    return "accounts_folkeoplysning" if function == MAIN else f"accounts_{function}"


def _fetch(live: Live, known: Known) -> pd.DataFrame:
    """Code, year, function, label and kroner per inhabitant, function by function."""
    wanted = only_table(live.plan)
    if len(wanted.each) != 1:
        raise DataError(f"sources.toml: the table {wanted.id} needs one variable under 'each'")
    (name,) = wanted.each
    frame = by_year(live, wanted, known.codes).dropna(subset=["value"])
    parts = {label: _taken_apart(label) for label in frame[name].unique()}
    return pd.DataFrame(
        {
            "code": frame["code"],
            "year": frame["year"],
            "function": [parts[label][0] for label in frame[name]],
            "label": [parts[label][1] for label in frame[name]],
            VALUE: frame["value"],
        }
    ).sort_values(["function", "code", "year"])


def _taken_apart(label: str) -> tuple[str, str]:
    match = LABEL.fullmatch(label)
    if match is None:
        raise DataError(f"{FILE}: the label {shown(label)} does not begin with a function")
    return match[1], match[2]


SOURCE = Source(
    FILE,
    needs=("codes",),
    schema=schemas.accounts,
    table="indicator",
    rows=_rows,
    fetch=_fetch,
    compare=yearly(VALUE, "function"),
)
"""Code, year, function, label and kroner per inhabitant."""
