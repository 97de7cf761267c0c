"""The marks of a municipality, criterion by criterion, each with the source it rests on."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.text import plain, short, source_link
from samspil.i18n import Translator
from samspil.wording import level_name, level_symbol, source_kind_name, year_name


def mark(row: Mapping[str, Any], records: list[dict], t: Translator) -> None:
    """One criterion: the mark in words, the note, its year, kind of source and link.

    Args:
        row: as `queries.marks` gives it.
        records: every record on the cell, as `queries.records` gives them.
        t: the translator.
    """
    name, level = plain(t.pick(row, "name")), level_name(row["level"], t)
    st.markdown(f"**{level_symbol(row['level'])} {name}** – {level}")
    if pd.isna(row["level"]):
        if records:
            st.caption(t("Kun fundet i kilder, der er for gamle til at tælle med."))
            older_records(records, t)
        return
    st.text(short(t.pick(row, "note")))
    about = [
        year_name(row["evidence_year"], t),
        source_kind_name(row["source_kind"], t),
        source_link(row["source_url"], t),
    ]
    st.markdown(" · ".join(about))
    if caveat := t.pick(row, "caveat"):
        st.markdown(f"⚠ {t('Usikkert')}: {plain(caveat)}")
    if len(records) > 1:
        older_records(records, t)


def older_records(records: list[dict], t: Translator) -> None:
    """Every record on a cell behind one click."""
    label = t("Alle {n} registreringer").format(n=len(records))
    if len(records) == 1:
        label = t("Se registreringen")
    with st.expander(label):
        for record in records:
            st.markdown("\n\n".join([_facts(record, t), plain(t.pick(record, "note"))]))


def _facts(record: Mapping[str, Any], t: Translator) -> str:
    """Level, year, kind of source and link of a record in one line."""
    says = f"{level_symbol(record['level'])} {level_name(record['level'], t)}"
    if pd.notna(record["value"]):
        says = t("angiver {value}").format(value=f"{record['value']:g}")
    facts = [
        says,
        year_name(record["year"], t),
        source_kind_name(record["source_kind"], t),
        source_link(record["source_url"], t),
    ]
    if record["counts"]:
        facts.append(f"**{t('bærer vurderingen')}**")
    if caveat := t.pick(record, "caveat"):
        facts.append(f"⚠ {plain(caveat)}")
    return " · ".join(facts)


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
