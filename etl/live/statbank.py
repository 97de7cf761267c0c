"""StatBank Denmark: what a table holds, and figures of it by the codes that the table lists.

Every variable is named, nothing is left to be summed away. Answers are asked for in Danish, with
codes in place of labels; whatever else comes back is refused in a sentence.
"""

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from etl.errors import DataError, shown
from etl.live.choosing import Table, Variable
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

log = logging.getLogger(__name__)


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
