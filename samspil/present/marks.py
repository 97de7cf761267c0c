"""A mark and the readings behind it, as the templates of samspil.present.html show them."""

from typing import Any

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.items import source_link
from samspil.present.wording import (
    age_text,
    implied_text,
    level_name,
    level_symbol,
    level_text,
    source_kind_name,
    unknown_text,
    year_name,
)


def mark(row: Row, t: Translator) -> dict[str, Any]:
    """The template `mark`: a level in words with its wording and evidence, or why it is unknown.

    Args:
        row: as `queries.marks` gives it.
        t: the translator.
    """
    known = pd.notna(row["level"])
    return {
        "symbol": level_symbol(row["level"]),
        "name": t.pick(row, "name"),
        "level": level_name(row["level"], t),
        "wording": t.pick(row, "level_text"),
        "record": _record(row, age_text(row, t), t) if known else None,
        "reason": implied_text(row, t) if known else unknown_text(row, t),
        "uncertain": t("Usikkert"),
    }


def records(rows: list[dict[str, Any]], t: Translator) -> list[dict[str, Any]]:
    """The template `records`: every reading on a cell.

    Args:
        rows: as `queries.records` gives them.
        t: the translator.
    """
    return [
        _record(row, _read(row, t), t) | {"says": _says(row, t), "counts": row["counts"]}
        for row in rows
    ]


def _record(row: Row, age: str, t: Translator) -> dict[str, Any]:
    """What the templates show of a reading: facts in our own words, then what evidence says."""
    return {
        "facts": [age, source_kind_name(row["source_kind"], t)],
        "source": source_link(row["source_url"], t),
        "note": t.pick(row, "note"),
        "caveat": t.pick(row, "caveat"),
    }


def _read(record: Row, t: Translator) -> str:
    """The year that a reading speaks of, and the day it was read."""
    return t("{year}, læst {day}").format(
        year=year_name(record["year"], t), day=t.date(record["retrieved_on"].date())
    )


def _says(record: Row, t: Translator) -> str:
    """The level of a reading, or the value it states."""
    if pd.notna(record["value"]):
        return t("angiver {value}").format(value=f"{record['value']:g}")
    return level_text(record["level"], t)
