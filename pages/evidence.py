"""Dokumentation: every record, what is not known, how old the evidence is, where it disagrees."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, table, words
from components.state import ask, chosen_municipality, once, translate, warehouse
from samspil.analysis import documentation
from samspil.model.codebook import SOURCE_KINDS
from samspil.present.address import ANY
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.bars import bars
from samspil.present.sentences import evidence as sentences
from samspil.present.tables import evidence as tables
from samspil.present.wording import level_name, source_kind_name, year_name
from samspil.warehouse import queries

UNDATED, SEARCH = "udateret", "tekst"


def stem(what: str) -> str:
    """A file name with the date of the build."""
    return file_stem("dokumentation", what, warehouse().build.built_at.date())


def searched(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that hold the text that the reader looks for; the text stands in the address."""
    t = translate()
    text = address.search(t("Søg i noter, navne og adresser"), SEARCH)
    return rows[documentation.found_in(rows, text)] if text else rows


def filtered(records: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The records that the reader's choices keep."""
    rows, everything = searched(records), {ANY: t("Alle")}
    if own := chosen_municipality():
        name = records.loc[records["code"] == own, "name"].head(1).tolist()
        options = {ANY: t("Hele landet"), "valgte": name[0] if name else t("Den valgte kommune")}
        if address.choice(t("Kommune"), options, "hvem") != ANY:
            rows = rows[rows["code"] == own]
    criteria = ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    levels = {str(level): level_name(level, t) for level in (2, 1, 0)}
    kinds = {kind: source_kind_name(kind, t) for kind in SOURCE_KINDS}
    years = sorted(records["year"].dropna().unique(), reverse=True)
    dated = {UNDATED: t("uden årstal")} | {str(year): str(year) for year in years}
    with st.container(horizontal=True):
        for field, label, options in (
            ("criterion", t("Kriterium"), names),
            ("level", t("Vurdering"), levels),
            ("source_kind", t("Kildetype"), kinds),
            ("year", t("År"), dated),
        ):
            chosen = address.choice(label, everything | options, f"kun_{field}")
            if chosen == UNDATED:
                rows = rows[rows["year"].isna()]
            elif chosen != ANY:
                rows = rows[rows[field].astype("string") == chosen]
    return rows


def unknown(t: Translator) -> None:
    """Municipality by criterion: what is known, and what is not."""
    st.header(t("Hvad er kendt, og hvad er ikke?"))
    cells = ask(documentation.matrix, warehouse().build.newest_year)
    st.markdown(sentences.known_cells(cells.drop(columns="name"), t))
    title = t("Kommune for kommune, kriterium for kriterium")
    table(tables.matrix(cells, ask(queries.criteria), t), words(title, ""), key="vurderinger",
          stem=stem("vurderinger"))  # fmt: skip


def age(t: Translator) -> None:
    """How old the evidence is."""
    st.header(t("Hvor gammel er dokumentationen?"))
    rows = ask(documentation.ages)
    labels = [year_name(year, t) for year in rows["year"]]
    wording = words(
        t("Oplysninger efter det år, kilden handler om"),
        t("Kilder uden årstal tæller kun i det nyeste år."),
    )
    figure(
        once(lambda _: bars(labels, rows["records"], t("oplysninger"), wording, t),
             "ages", t.language),
        wording,
        tables.ages(rows, t),
        key="alder",
        stem=stem("alder"),
        alt=t("Søjlediagram over oplysninger år for år."),
    )  # fmt: skip


def disagreements(t: Translator) -> None:
    """Cells whose sources disagree, and what the rules made of it."""
    title = t("Hvor kilderne ikke er enige")
    st.header(title)
    rows = ask(documentation.conflicts)
    st.markdown(sentences.conflicts(rows, t))
    table(tables.conflicts(rows, t), words(title, ""), key="uenighed", stem=stem("uenighed"))


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Dokumentation"))
    records = ask(queries.records)
    rows = filtered(records, t)
    st.markdown(sentences.how_many(len(rows), len(records), t))
    if rows.empty:
        st.info(t("Ingen oplysninger passer til dine valg. Fjern et af dem."))
    else:
        link = {t("Kilde"): st.column_config.LinkColumn(t("Kilde"))}
        table(tables.records(rows, t), words(t("Oplysningerne bag vurderingerne"), ""),
              key="oplysninger", stem=stem("oplysninger"), **link)  # fmt: skip
    unknown(t)
    age(t)
    disagreements(t)


main()
