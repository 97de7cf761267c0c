"""Hvad er ændret: two builds compared, every moved score with its reason."""

from pathlib import Path

import pandas as pd
import streamlit as st

from components import address
from components.figure import table, words
from components.state import once, translate
from samspil.diff import (
    AGED,
    CORRECTED,
    ENDED,
    EXPIRED,
    METHOD,
    NEW,
    Difference,
    builds,
    compare,
)
from samspil.export import file_stem
from samspil.i18n import Translator
from samspil.warehouse import open_warehouse, warehouse_directory
from samspil.wording import level_name


def compared(old: str, new: str) -> Difference:
    """The two builds compared, from their files."""
    first, second = open_warehouse(Path(old)), open_warehouse(Path(new))
    try:
        return compare(first, second)
    finally:
        first.close()
        second.close()


def reason_names(t: Translator) -> dict[str, str]:
    """Why a mark moved, in plain words."""
    return {
        NEW: t("ny kilde"),
        EXPIRED: t("kilden er blevet for gammel"),
        CORRECTED: t("rettet registrering"),
        ENDED: t("siden findes ikke længere"),
        AGED: t("politikken er blevet ældre"),
        METHOD: t("ændret metode"),
    }


def scores(found: Difference, t: Translator) -> pd.DataFrame:
    """The moved scores under the headings that readers see."""
    rows, reasons = found.scores, reason_names(t)
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Dokumenteret før"): rows["before"].round(1),
            t("Dokumenteret nu"): rows["after"].round(1),
            t("Muligt før"): rows["before_possible"].round(1),
            t("Muligt nu"): rows["after_possible"].round(1),
            t("Hvorfor"): [
                t.listing(reasons[reason] for reason in joined.split("+"))
                for joined in rows["reasons"]
            ],
        }
    )


def cells(found: Difference, t: Translator) -> pd.DataFrame:
    """The moved marks under the headings that readers see."""
    rows = found.cells
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Kriterium"): t.texts(rows, "criterion"),
            t("Før"): [level_name(level, t) for level in rows["before"]],
            t("Nu"): [level_name(level, t) for level in rows["after"]],
            t("Hvorfor"): rows["reason"].map(reason_names(t)),
            t("Registrering"): rows["evidence_id"],
        }
    )


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Hvad er ændret?"))
    st.markdown(
        t("Hver gang data bygges, gemmes en ny udgave; de tre nyeste beholdes. Her sammenlignes to "
          "udgaver, og hvert tal, der har flyttet sig, får en forklaring.")
    )  # fmt: skip
    kept = builds(warehouse_directory())
    if len(kept) < 2:
        st.info(t("Der er kun én udgave endnu. Når data er bygget igen, kan de to sammenlignes."))
        return
    labels = {
        row.id: f"{t.date(row.built_at.date())} {row.built_at:%H:%M} UTC ({row.id})"
        for row in kept.itertuples()
    }
    paths = dict(zip(kept["id"], kept["path"], strict=True))
    new = address.choice(t("Ny udgave"), labels, "ny")
    older = {id_: labels[id_] for id_ in labels if id_ != new}
    old = address.choice(t("Gammel udgave"), older, "gammel")
    found = once(lambda _: compared(paths[old], paths[new]), "diff", old, new)
    st.markdown(
        t("{scores} tal og {cells} vurderinger har flyttet sig.").format(
            scores=len(found.scores), cells=len(found.cells))
    )  # fmt: skip
    if found.scores.empty and found.cells.empty:
        return
    st.header(t("Kommunerne"))
    title = t("Kommuner, hvis tal har flyttet sig")
    table(scores(found, t), words(title, ""), key="flyttet", stem=file_stem("aendret", old, new))
    st.header(t("Vurderingerne"))
    title = t("Vurderinger, der har flyttet sig")
    table(cells(found, t), words(title, ""), key="vurderinger",
          stem=file_stem("aendret-vurderinger", old, new))  # fmt: skip


main()
