"""What is odd about a new snapshot, measured by the one that stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from etl.errors import DataError, shown

Compare = Callable[[pd.DataFrame, pd.DataFrame, Mapping[str, Any]], list[str]]
"""Old rows, new rows and the plan of sources.toml; a sentence for each thing that is odd."""

SHOWN = 3
"""Of what is odd in the same way, so many are named."""


def limit(plan: Mapping[str, Any], name: str, least: float) -> float:
    """A number of the plan; raises DataError where it is none, or below `least`."""
    value = plan.get(name)
    if not isinstance(value, int | float) or value < least:
        raise DataError(
            f"sources.toml: a refresh has {shown(value)} in {name!r}, no number of at least {least:g}"
        )
    return float(value)


def yearly(value: str, *keys: str) -> Compare:
    """The comparison of figures by code, year and further keys, in the column `value`.

    The plan states `factor` (by which the same figure may differ from before), `slack` (a
    difference that is always allowed) and `year_factor` (by which the median municipality may
    differ from one year to the next, where the later year is new).
    """

    def compare(old: pd.DataFrame, new: pd.DataFrame, plan: Mapping[str, Any]) -> list[str]:
        index = [*keys, "code", "year"]
        return [
            *_fewer(old, new),
            *_lost(old, new, ["year", *keys]),
            *_uncovered(new, keys),
            *_gone(old.set_index(index)[value], new.set_index(index)[value]),
            *_moved(old.set_index(index)[value], new.set_index(index)[value], plan),
            *_jumped(old, new, value, keys, plan),
        ]

    return compare


def _fewer(old: pd.DataFrame, new: pd.DataFrame) -> list[str]:
    return [f"has {len(new)} rows instead of {len(old)}"] if len(new) < len(old) else []


def _lost(old: pd.DataFrame, new: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    found = []
    for column in columns:
        if gone := sorted(set(old[column]) - set(new[column])):
            found.append(f"has lost the {column} {', '.join(map(str, gone[:SHOWN]))}")
    return found


def _uncovered(new: pd.DataFrame, keys: Sequence[str]) -> list[str]:
    """Years with fewer municipalities than another year."""
    counts = new.groupby([*keys, "year"])["code"].nunique()
    most = new["code"].nunique()
    short = counts[counts < most]
    if keys or short.empty:
        return []  # a further key may be unknown for some
    return [f"has {count} municipalities in {year} instead of {most}" for year, count in
            short.head(SHOWN).items()]  # fmt: skip


def _gone(old: pd.Series, new: pd.Series) -> list[str]:
    gone = old.index.difference(new.index)
    return [f"lacks {named(gone[0])}{more(len(gone))}"] if len(gone) else []


def _moved(old: pd.Series, new: pd.Series, plan: Mapping[str, Any]) -> list[str]:
    factor, slack = limit(plan, "factor", 1), limit(plan, "slack", 0)
    both = pd.DataFrame({"old": old, "new": new}).dropna().astype(float)
    apart = (both["new"] - both["old"]).abs() > slack
    same_sign = both["new"] * both["old"] > 0
    ratio = (both["new"] / both["old"]).abs().where(same_sign, float("inf"))
    moved = both[apart & ((ratio > factor) | (ratio < 1 / factor))]
    if moved.empty:
        return []
    first = moved.iloc[0]
    return [
        f"{named(moved.index[0])} is {first['new']:g} instead of {first['old']:g}, more than the "
        f"factor {factor:g}{more(len(moved))}"
    ]


def _jumped(
    old: pd.DataFrame, new: pd.DataFrame, value: str, keys: Sequence[str], plan: Mapping[str, Any]
) -> list[str]:
    """New years whose median is far from that of the nearest year that was known before."""
    factor, found = limit(plan, "year_factor", 1), []
    groups = new.groupby(list(keys)) if keys else [("", new)]
    for key, rows in groups:
        medians = rows.groupby("year")[value].median().astype(float)
        known = [year for year in medians.index if year in set(old["year"])]
        for year in medians.index:
            if not known or year in known:
                continue
            nearest = min(known, key=lambda each: (abs(each - year), -each))
            ratio = medians[year] / medians[nearest] if medians[nearest] else float("inf")
            if not 1 / factor <= ratio <= factor:
                what = " ".join(map(str, key)) if isinstance(key, tuple) else str(key)
                found.append(
                    f"the median {what} of {year} is {medians[year]:g}, of {nearest} "
                    f"{medians[nearest]:g}, more than the factor {factor:g}".replace("  ", " ")
                )
    return found[:SHOWN]


def named(index: Any) -> str:
    """The place of a figure: '101 in 2019'."""
    *others, year = index if isinstance(index, tuple) else (index,)
    return f"{' '.join(map(str, others))} in {year}" if others else str(year)


def more(count: int) -> str:
    """How many others there are like the one that was named."""
    return f" (and {count - 1:,} more)" if count > 1 else ""
