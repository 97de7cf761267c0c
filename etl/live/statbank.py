"""StatBank Denmark: what a table holds, and figures of it, by the codes that the table itself lists.

Every variable is named, nothing is left to be summed away. Answers are asked for in Danish, with
codes in place of labels; whatever else comes back is refused in a sentence.
"""

import json
import logging
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from etl.errors import DataError, shown
from etl.live.figures import read_figures
from etl.live.live import Live

LANGUAGE = "da"
LIMIT = "REQUEST-LIMIT"
"""What StatBank calls a question that asks for more figures than it gives at once."""

MEANINGS = {
    "EXTRACT-NOTFOUND": "does not know the table, or a variable or value of it",
    "EXTRACT-NOTALLOWED": "wants a value for every variable",
    "REQUEST-MISSING": "misses the table or the format in the question",
    "REQUEST-EMPTY": "could not read the question",
    LIMIT: "gives fewer figures at once",
}
"""The codes of its errors; their messages change with the language and are only repeated."""

CHRISTIANSO = "411"
"""Christiansø has a code and is no municipality."""

MUNICIPALITIES = ("101", "899")
"""Between these lie the codes of municipalities; other areas have others."""

log = logging.getLogger(__name__)


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
        add: variables over all of whose values the figures are added up.
    """

    id: str
    time: str
    choose: Mapping[str, str]
    each: Mapping[str, Sequence[str]]
    add: Collection[str]


class Refused(DataError):
    """StatBank answered with an error; `code` is its errorTypeCode."""

    def __init__(self, message: str, code: str) -> None:
        """The sentence, and the code."""
        super().__init__(message)
        self.code = code


def table_info(live: Live, name: str) -> Table:
    """What a table holds: variables with their codes and labels, unit, last update.

    Raises:
        DataError: there is no answer, or it has not the shape that is documented.
    """
    status, body = live.ask("tableinfo", {"table": name, "lang": LANGUAGE, "format": "JSON"})
    _check_status(name, status, body)
    try:
        table = _as_table(name, json.loads(_text(name, body)))
    except json.JSONDecodeError as error:
        raise DataError(f"{name}: {_no_json(body)}") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(
            f"{name}: the description of the table has another shape than documented ({error!r})"
        ) from error
    live.units[table.id] = table.unit
    return table


def figures(
    live: Live,
    table: Table,
    chosen: Mapping[str, Sequence[str]],
    area: Variable,
    form: str,
) -> pd.DataFrame:
    """Figures of a table: a column of codes for each variable, by its id, and `value`.

    More than the limit are asked for in parts, of some areas each. `..` is a missing value.

    Args:
        live: to ask through.
        table: as `table_info` gives it.
        chosen: the codes by variable, for every variable.
        area: the variable by whose values the question is taken apart.
        form: BULK or CSV.

    Raises:
        DataError: there is no answer, or it has not the shape that is documented.
    """
    cells = 1
    for codes in chosen.values():
        cells *= len(codes)
    areas = chosen[area.id]
    size = max(1, len(areas) * live.cells // max(cells, 1))
    parts = [
        _part(live, table, {**chosen, area.id: areas[start : start + size]}, area, form)
        for start in range(0, len(areas), size)
    ]
    return pd.concat(parts, ignore_index=True)


def _part(
    live: Live,
    table: Table,
    chosen: Mapping[str, Sequence[str]],
    area: Variable,
    form: str,
) -> pd.DataFrame:
    asked: dict[str, Any] = {
        "table": table.id,
        "lang": LANGUAGE,
        "format": form,
        "valuePresentation": "Code",
    }
    asked |= {"delimiter": "Semicolon"} if form == "CSV" else {}
    asked["variables"] = [{"code": id_, "values": list(codes)} for id_, codes in chosen.items()]
    status, body = live.ask("data", asked, table.updated)
    try:
        _check_status(table.id, status, body)
    except Refused as error:
        areas = chosen[area.id]
        if error.code != LIMIT or len(areas) == 1:
            raise
        half = len(areas) // 2
        log.info("%s: fewer figures at once, of %d areas", table.id, half)
        halves = [{**chosen, area.id: part} for part in (areas[:half], areas[half:])]
        return pd.concat([_part(live, table, each, area, form) for each in halves])
    text = _text(table.id, body)
    if _is_page(text):
        raise DataError(f"{table.id}: the answer is an HTML page in place of figures")
    return read_figures(table.id, text, chosen)


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
            fit no label or several.
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
            chosen[variable.id] = list(variable.values)
    for variable in rest:
        if variable.id not in chosen:
            raise DataError(
                f"{table.id}: has a variable {variable.id} ({variable.text}), for which "
                "sources.toml chooses nothing"
            )
    return chosen


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


def _as_table(name: str, content: Mapping[str, Any]) -> Table:
    if content["id"].casefold() != name.casefold():
        raise DataError(f"{name}: the answer describes {shown(content['id'])}")
    variables = tuple(
        Variable(
            str(each["id"]),
            str(each["text"]),
            each["time"] is True,
            {str(value["id"]): str(value["text"]) for value in each["values"]},
        )
        for each in content["variables"]
    )
    unit, updated = content.get("unit"), content.get("updated")
    if not isinstance(unit, str) or not isinstance(updated, str) or not variables:
        raise DataError(f"{name}: the table says nothing of its unit, last update or variables")
    return Table(content["id"], str(content["text"]), unit, updated, variables)


def _check_status(name: str, status: int, body: bytes) -> None:
    """Nothing for an answer; raises DataError or Refused for an error."""
    if status == 200:
        if not body.strip():
            raise DataError(f"{name}: the answer is empty")
        return
    if status == 404:
        raise DataError(f"{name}: StatBank answers 404, so the table or the address is unknown")
    try:
        error = json.loads(body.decode("utf-8-sig"))
        code, message = str(error["errorTypeCode"]), str(error.get("message", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        kind = "an HTML page" if _is_page(body.decode("latin-1")) else "something unreadable"
        raise DataError(f"{name}: StatBank answers {status} with {kind}") from None
    meaning = MEANINGS.get(code, "refuses the question")
    raise Refused(f"{name}: StatBank {meaning} ({code}: {shown(message)})", code)


def _text(name: str, body: bytes) -> str:
    """The body as text, with or without a byte order mark; raises DataError."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = body.count(b"\n", 0, error.start) + 1
        raise DataError(
            f"{name}: row {row} of the answer is not UTF-8 "
            f"({shown(body[error.start : error.start + 8])})"
        ) from error


def _is_page(text: str) -> bool:
    return text.lstrip()[:100].lower().startswith(("<!doctype", "<html", "<?xml", "<head"))


def _no_json(body: bytes) -> str:
    text = body.decode("utf-8", "replace")
    if _is_page(text):
        return "the answer is an HTML page in place of JSON"
    return f"the answer is no JSON, or is broken off after {len(body):,} bytes"
