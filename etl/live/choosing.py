"""What a table of StatBank holds, and the codes in it that a label stands for."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from etl.errors import DataError, shown

CHRISTIANSO = "411"
"""Christiansø has a code and is no municipality."""

TOTAL = re.compile(r"\b(i alt|total)\b", re.IGNORECASE)
"""How the label of a value says that it holds the others; nothing is added up over such a one."""

MUNICIPALITIES = ("101", "899")
"""Between these lie the codes of municipalities; other areas have others."""


@dataclass(frozen=True)
class Variable:
    """One of the variables of a table: its id, its label, whether it is time, labels by code."""

    id: str
    text: str
    time: bool
    values: Mapping[str, str]

    def called(self, name: str) -> bool:
        """Whether the name, in any letters, is its id or its label."""
        return name.casefold() in (self.id.casefold(), self.text.casefold())


@dataclass(frozen=True)
class Table:
    """What StatBank says of a table."""

    id: str
    text: str
    unit: str
    updated: str
    variables: tuple[Variable, ...]


@dataclass(frozen=True)
class Wanted:
    """Which figures of a table are wanted, as sources.toml says it.

    Attributes:
        id: the table.
        time: how a year is written in its codes, such as "{year}K1".
        choose: words that the label of exactly one value has, by variable.
        each: the same, but one value for each of several words.
        add: variables over all of whose values, none of them a total, the figures are added up.
        unit: of the figures, "" where it is not known beforehand.
    """

    id: str
    time: str
    choose: Mapping[str, str]
    each: Mapping[str, Sequence[str]]
    add: Collection[str]
    unit: str


def area_variable(table: Table, codes: Collection[str]) -> tuple[Variable, dict[str, str]]:
    """The variable that lists the municipalities, and its codes by ours.

    Raises:
        DataError: none lists all of them, or one lists a municipality that the register lacks.
    """
    found = []
    for variable in table.variables:
        own = {code.zfill(3): code for code in variable.values}
        found.append((len(set(codes) & set(own)), variable, own))
    count, variable, own = max(found, key=lambda each: each[0])
    if not count:
        raise DataError(f"{table.id}: no variable lists municipalities")
    if missing := sorted(set(codes) - set(own)):
        raise DataError(
            f"{table.id}: {variable.id} lists {count} of the {len(codes)} municipalities; "
            f"{missing[0]} is missing"
        )
    first, last = MUNICIPALITIES
    more = {c for c in own if len(c) == 3 and first <= c <= last} - set(codes) - {CHRISTIANSO}
    if more:
        code = min(more)
        raise DataError(
            f"{table.id}: {variable.id} lists {len(codes) + len(more)} municipalities; "
            f"{code} ({variable.values[own[code]]}) is not in the register"
        )
    return variable, {code: own[code] for code in codes}


def choices(table: Table, wanted: Wanted, area: Variable) -> dict[str, list[str]]:
    """The codes of every variable but area and time, read from the table by their labels.

    Raises:
        DataError: a variable is missing, or one is there that nothing is chosen for, or the words
            fit no label or several, or a total would be added up with its parts.
    """
    rest = [v for v in table.variables if not v.time and v is not area]
    chosen = {}
    for name in (*wanted.choose, *wanted.each, *wanted.add):
        fitting = [v for v in rest if v.called(name)]
        if not fitting:
            there = ", ".join(v.id for v in table.variables)
            raise DataError(f"{table.id}: has no variable {name!r}, but {there}")
        variable = fitting[0]
        if name in wanted.choose:
            chosen[variable.id] = [labelled(table, variable, wanted.choose[name])]
        elif name in wanted.each:
            chosen[variable.id] = [labelled(table, variable, word) for word in wanted.each[name]]
        else:
            chosen[variable.id] = _parts(table, variable)
    for variable in rest:
        if variable.id not in chosen:
            raise DataError(
                f"{table.id}: has a variable {variable.id} ({variable.text}), for which "
                "sources.toml chooses nothing"
            )
    return chosen


def _parts(table: Table, variable: Variable) -> list[str]:
    """The codes of all values, which add up; raises DataError where one of them is their total."""
    for code, label in variable.values.items():
        if TOTAL.search(label):
            raise DataError(
                f"{table.id}: {variable.id} has a total, {code} = {label}, so its values cannot be "
                "added up; name the total under choose in sources.toml"
            )
    return list(variable.values)


def labelled(table: Table, variable: Variable, words: str) -> str:
    """The code of the one value whose label has these words, or is them; raises DataError."""
    sought = words.casefold()
    exact = [code for code, label in variable.values.items() if label.casefold() == sought]
    some = [code for code, label in variable.values.items() if sought in label.casefold()]
    found = exact or some
    if len(found) == 1:
        return found[0]
    many = "; ".join(f"{code} = {variable.values[code]}" for code in found[:3])
    raise DataError(
        f"{table.id}: {variable.id} has {len(found) or 'no'} values labelled {shown(words)}"
        + (f" ({many})" if found else "")
    )


def years(table: Table, time: str) -> tuple[Variable, dict[int, str]]:
    """The variable of time, and its codes by year; raises DataError."""
    found = [variable for variable in table.variables if variable.time]
    if len(found) != 1:
        raise DataError(f"{table.id}: has {len(found)} variables of time instead of one")
    pattern = re.compile(re.escape(time).replace(re.escape("{year}"), r"(\d{4})"))
    matches = {code: pattern.fullmatch(code) for code in found[0].values}
    codes = {int(match[1]): code for code, match in matches.items() if match}
    if not codes:
        raise DataError(f"{table.id}: {found[0].id} has no codes like {time!r}")
    return found[0], codes
