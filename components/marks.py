"""The marks of a municipality, criterion by criterion, each with the source it rests on."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.text import plain, show, source_link
from samspil.present.i18n import Translator
from samspil.present.wording import (
    age_text,
    implied_text,
    level_name,
    level_symbol,
    source_kind_name,
    unknown_text,
    year_name,
)


def mark(row: Mapping[str, Any], records: list[dict], t: Translator) -> None:
    """One criterion: the mark in words, its note, age, kind of source and link, or why unknown.

    Args:
        row: as `queries.marks` gives it.
        records: every record on the cell, as `queries.records` gives them.
        t: the translator.
    """
    known = pd.notna(row["level"])
    show(
        "mark",
        symbol=level_symbol(row["level"]),
        name=t.pick(row, "name"),
        level=level_name(row["level"], t),
        record=_record(row, age_text(row, t), t) if known else None,
        reason=implied_text(row, t) if known else unknown_text(row, t),
        uncertain=t("Usikkert"),
    )
    if (known and len(records) > 1) or (not known and records):
        older_records(records, t)


def _record(row: Mapping[str, Any], age: str, t: Translator) -> dict:
    """What the templates show of a record: facts in our own words, then what evidence says."""
    return {
        "facts": [age, source_kind_name(row["source_kind"], t)],
        "source": source_link(row["source_url"], t),
        "note": t.pick(row, "note"),
        "caveat": t.pick(row, "caveat"),
    }


def older_records(records: list[dict], t: Translator) -> None:
    """Every record on a cell behind one click."""
    label = t("Alle {n} registreringer").format(n=len(records))
    if len(records) == 1:
        label = t("Se registreringen")
    with st.expander(label):
        shown = [
            _record(record, _read(record, t), t)
            | {"says": _says(record, t), "counts": record["counts"]}
            for record in records
        ]
        show("records", records=shown, counting=t("bærer vurderingen"))


def _read(record: Mapping[str, Any], t: Translator) -> str:
    """The year that a record speaks of, and the day it was read."""
    return t("{year}, læst {day}").format(
        year=year_name(record["year"], t), day=t.date(record["retrieved_on"].date())
    )


def _says(record: Mapping[str, Any], t: Translator) -> str:
    """The level of a record, or the value it states."""
    if pd.notna(record["value"]):
        return t("angiver {value}").format(value=f"{record['value']:g}")
    return f"{level_symbol(record['level'])} {level_name(record['level'], t)}"


def dimension_marks(
    dimension: Mapping[str, Any],
    marks: list[dict],
    records: Mapping[str, list[dict]],
    t: Translator,
) -> None:
    """Every criterion of a dimension, under its heading and what it means.

    Args:
        dimension: as `queries.dimensions` gives it.
        marks: the rows of `queries.marks`, those of other dimensions too.
        records: the rows of `queries.records` by criterion.
        t: the translator.
    """
    st.subheader(plain(t.pick(dimension, "name")))
    st.caption(plain(t.pick(dimension, "description")))
    for row in marks:
        if row["dimension"] == dimension["id"]:
            with st.container(border=True, gap="xsmall"):
                mark(row, records.get(row["criterion"], []), t)
