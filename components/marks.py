"""The marks of a municipality, criterion by criterion, each with the source it rests on."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.text import plain, show
from samspil.present import marks as present
from samspil.present.i18n import Translator


def mark(row: Mapping[str, Any], records: list[dict], t: Translator) -> None:
    """One criterion: the mark in words, its note, age, kind of source and link, or why unknown.

    Args:
        row: as `queries.marks` gives it.
        records: every record on the cell, as `queries.records` gives them.
        t: the translator.
    """
    known = pd.notna(row["level"])
    show("mark", **present.mark(row, t))
    if (known and len(records) > 1) or (not known and records):
        older_records(records, t)


def older_records(records: list[dict], t: Translator) -> None:
    """Every record on a cell behind one click."""
    label = t("Alle {n} oplysninger").format(n=len(records))
    if len(records) == 1:
        label = t("Se oplysningen")
    with st.expander(label):
        show("records", records=present.records(records, t), counting=t("bærer vurderingen"))


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
