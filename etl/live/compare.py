"""What is odd about a new snapshot, measured by the one that stands."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
            f"sources.toml: a refresh has {shown(value)} in {name!r}, no number from {least:g} up"
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
            *_uncovered(old, new, keys),
            *_gone(old.set_index(index)[value], new.set_index(index)[value]),
            *_moved(old.set_index(index)[value], new.set_index(index)[value], plan),
            *_jumped(old, new, value, keys, plan),
        ]

    return compare


def first(new: pd.DataFrame, codes: Collection[str]) -> list[str]:
    """What is odd about figures that nothing can be measured by, since none stood before.

    That alone is odd; so is each year that lacks a municipality of the register.
    """
    counts = new.groupby("year")["code"].nunique()
    few = [
        f"has {count} of the {len(codes)} municipalities in {year}"
        for year, count in counts.items()
        if count < len(codes)
    ]
    return ["has no predecessor", *few[:SHOWN]]


def _fewer(old: pd.DataFrame, new: pd.DataFrame) -> list[str]:
    return [f"has {len(new)} rows instead of {len(old)}"] if len(new) < len(old) else []


def _lost(old: pd.DataFrame, new: pd.DataFrame, columns: Sequence[str]) -> list[str]:
    gone = {column: sorted(set(old[column]) - set(new[column])) for column in columns}
    return [
        f"has lost the {column} {', '.join(map(str, values[:SHOWN]))}"
        for column, values in gone.items()
        if values
    ]


def _uncovered(old: pd.DataFrame, new: pd.DataFrame, keys: Sequence[str]) -> list[str]:
    """New years with fewer municipalities than the nearest year that was known before."""
    found = []
    for what, rows, known in _groups(old, new, keys):
        counts = rows.groupby("year")["code"].nunique()
        for year, nearest in _new_years(counts.index, known):
            if counts[year] < counts[nearest]:
                found.append(
                    f"has {counts[year]} municipalities {what}in {year}, and {counts[nearest]} in "
                    f"{nearest}"
                )
    return found[:SHOWN]


def _groups(
    old: pd.DataFrame, new: pd.DataFrame, keys: Sequence[str]
) -> Iterator[tuple[str, pd.DataFrame, set[int]]]:
    """The new rows by further keys: how they are called, the rows, the years known before."""
    if not keys:
        yield "", new, set(old["year"])
        return
    before = {key: set(rows["year"]) for key, rows in old.groupby(list(keys))}
    for key, rows in new.groupby(list(keys)):
        yield f"of {' '.join(map(str, key))} ", rows, before.get(key, set())


def _new_years(years: pd.Index, known: set[int]) -> list[tuple[int, int]]:
    """Each year that was not known, and the nearest one that was; none where none was."""
    held = sorted(known & set(years))
    return [
        (year, min(held, key=lambda each: (abs(each - year), -each)))
        for year in years
        if held and year not in known
    ]


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
    old: pd.DataFrame,
    new: pd.DataFrame,
    value: str,
    keys: Sequence[str],
    plan: Mapping[str, Any],
) -> list[str]:
    """New years whose median is far from that of the nearest year that was known before."""
    factor, found = limit(plan, "year_factor", 1), []
    for what, rows, known in _groups(old, new, keys):
        medians = rows.groupby("year")[value].median().astype(float)
        for year, nearest in _new_years(medians.index, known):
            ratio = medians[year] / medians[nearest] if medians[nearest] else float("inf")
            if not 1 / factor <= ratio <= factor:
                found.append(
                    f"has a median {what}of {medians[year]:g} in {year}, and of "
                    f"{medians[nearest]:g} in {nearest}, more than the factor {factor:g} apart"
                )
    return found[:SHOWN]


def named(index: Any) -> str:
    """The place of a figure: '101 in 2019'."""
    *others, year = index if isinstance(index, tuple) else (index,)
    return f"{' '.join(map(str, others))} in {year}" if others else str(year)


def more(count: int) -> str:
    """How many others there are like the one that was named."""
    return f" (and {count - 1:,} more)" if count > 1 else ""
