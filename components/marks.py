"""Every reading on a municipality or a cell, behind one click."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.text import show, source_link
from samspil.present.i18n import Translator
from samspil.present.wording import level_name, level_symbol, source_kind_name, year_name


def older_records(records: list[dict], t: Translator, *, named: bool = False) -> None:
    """Every record behind one click; `named` says of which criterion each one speaks."""
    label = t("Alle {n} registreringer").format(n=len(records))
    if len(records) == 1:
        label = t("Se registreringen")
    with st.expander(label):
        shown = [
            _record(record, _read(record, t), t)
            | {"says": _says(record, t, named=named), "counts": record["counts"]}
            for record in records
        ]
        show("records", records=shown, counting=t("bærer vurderingen"))


def _record(row: Mapping[str, Any], age: str, t: Translator) -> dict:
    """What the templates show of a record: facts in our own words, then what evidence says."""
    return {
        "facts": [age, source_kind_name(row["source_kind"], t)],
        "source": source_link(row["source_url"], t),
        "note": t.pick(row, "note"),
        "caveat": t.pick(row, "caveat"),
    }


def _read(record: Mapping[str, Any], t: Translator) -> str:
    """The year that a record speaks of, and the day it was read."""
    return t("{year}, læst {day}").format(
        year=year_name(record["year"], t), day=t.date(record["retrieved_on"].date())
    )


def _says(record: Mapping[str, Any], t: Translator, *, named: bool) -> str:
    """The level of a record, or the value it states."""
    about = f"{t.pick(record, 'criterion')}: " if named else ""
    if pd.notna(record["value"]):
        return about + t("angiver {value}").format(value=f"{record['value']:g}")
    return f"{about}{level_symbol(record['level'])} {level_name(record['level'], t)}"
