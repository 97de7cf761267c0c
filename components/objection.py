"""The form for an objection: it prepares a file and an e-mail, and stores nothing."""

import os
from datetime import UTC, datetime
from urllib.parse import quote

import pandas as pd
import streamlit as st

from samspil.present.i18n import Translator
from samspil.present.objection import as_file

RECIPIENT = "SAMSPIL_OBJECTIONS_TO"
"""The setting that names who receives objections by e-mail."""

MISSING = ""


def objection_form(
    code: str, name: str, criteria: pd.DataFrame, records: pd.DataFrame, t: Translator
) -> None:
    """Ask what is wrong, and prepare a row of the register to send in.

    Args:
        code: of the municipality.
        name: of the municipality.
        criteria: as `queries.criteria` gives them.
        records: the records on the municipality, as `queries.records` gives them.
        t: the translator.
    """
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    with st.expander(t("Gør indsigelse")), st.container():
        st.caption(t("Intet gemmes her. Du får en fil, som du selv sender."))
        criterion = st.selectbox(
            t("Hvilket kriterium?"), list(names), format_func=names.get, key="indsigelse_kriterium"
        )
        own = records[records["criterion"] == criterion]
        about = {MISSING: t("Der mangler en oplysning")}
        about |= dict(zip(own["id"], own["source_url"].fillna(own["source_ref"]), strict=True))
        record = st.selectbox(
            t("Hvilken oplysning?"), list(about), format_func=about.get, key="indsigelse_om"
        )
        objection = st.text_area(t("Hvad er forkert?"), key="indsigelse_tekst", max_chars=1000)
        url = st.text_input(t("Offentlig side, der viser det rigtige"), key="indsigelse_side")
        role = st.text_input(t("Din rolle (ikke dit navn)"), key="indsigelse_rolle")
        row = {
            "code": code,
            "criterion": criterion,
            "evidence_id": record,
            "objection": " ".join(objection.split()),
            "source_url": url.strip(),
            "by_role": role.strip(),
            "outcome": "open",
            "date": datetime.now(UTC).date().isoformat(),
        }
        if not (row["objection"] and row["by_role"]):
            st.caption(t("Skriv, hvad der er forkert, og din rolle, så er filen klar."))
            return
        st.download_button(t("Hent indsigelsen som fil"), lambda: as_file(row),
                           f"indsigelse-{code}-{criterion}.csv", "text/csv", on_click="ignore",
                           key="indsigelse_fil")  # fmt: skip
        if recipient := os.environ.get(RECIPIENT):
            subject = quote(t("Indsigelse: {name}").format(name=name))
            body = quote(as_file(row).decode())
            address = f"mailto:{quote(recipient, safe='@.')}?subject={subject}&body={body}"
            st.link_button(t("Send som e-mail"), address)
