"""A mark and the readings behind it, as the templates of samspil.present.html show them."""

from typing import Any

import pandas as pd

from samspil.present.corrected import NOTICE
from samspil.present.html import Link
from samspil.present.i18n import Row, Translator
from samspil.present.items import source_link
from samspil.present.links import said
from samspil.present.wording import (
    level_text,
    source_kind_name,
    year_name,
)


def records(
    rows: list[dict[str, Any]], t: Translator, *, named: bool = False
) -> list[dict[str, Any]]:
    """The template `records`: every reading on a cell.

    Args:
        rows: as `queries.records` gives them, and NOTICE where `noted` added it.
        t: the translator.
        named: whether each one says of which criterion it speaks.
    """
    return [
        _record(row, _read(row, t), t)
        | {"says": _says(row, t, named=named), "counts": row["counts"]}
        for row in rows
    ]


def _record(row: Row, age: str, t: Translator) -> dict[str, Any]:
    """What the templates show of a reading: facts in our own words, then what evidence says."""
    return {
        "facts": [age, source_kind_name(row["source_kind"], t), *said(row, t)],
        "source": _source(row, t),
        "corrected": row.get(NOTICE, ""),
        "note": t.pick(row, "note"),
        "caveat": t.pick(row, "caveat"),
    }


def _source(row: Row, t: Translator) -> Link | None:
    """The link to the page, or who answered where there is none."""
    if pd.notna(row["source_ref"]):
        return Link(t("kilde"), row["source_ref"])
    return source_link(row["source_url"], t)


def _read(record: Row, t: Translator) -> str:
    """The year that a reading speaks of, and the day it was read."""
    return t("{year}, læst {day}").format(
        year=year_name(record["year"], t), day=t.date(record["retrieved_on"].date())
    )


def _says(record: Row, t: Translator, *, named: bool) -> str:
    """The level of a reading, or the value it states."""
    about = f"{t.pick(record, 'criterion')}: " if named else ""
    if pd.notna(record["value"]):
        return about + t("angiver {value}").format(value=f"{record['value']:g}")
    return about + level_text(record["level"], t)
