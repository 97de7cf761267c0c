"""Every reading on a municipality, behind one click."""

import streamlit as st

from components.text import show
from samspil.present import marks as present
from samspil.present.i18n import Translator


def older_records(records: list[dict], t: Translator, *, named: bool = False) -> None:
    """Every record behind one click; `named` says of which criterion each one speaks."""
    label = t("Alle {n} oplysninger").format(n=len(records))
    if len(records) == 1:
        label = t("Se oplysningen")
    with st.expander(label):
        shown = present.records(records, t, named=named)
        show("records", records=shown, counting=t("afgør vurderingen"))
