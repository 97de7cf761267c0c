"""For newsrooms: every region and landsdel in sentences to copy, and in one table."""

import streamlit as st

from components import address
from components.browser_page import FIGURE
from components.copying import copying
from components.figure import table, words
from components.state import ask, language, opened, warehouse
from components.text import show
from samspil.analysis.areas import LANDSDEL, REGION, Area, areas
from samspil.present.address import RELEASE, link
from samspil.present.citation import edition_name
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.pages import PATHS
from samspil.present.sentences import areas as sentences
from samspil.present.tables import areas as tables

SECTION = "redaktion"
"""The section of Dokumentation, as the end of a link says it after FIGURE."""

CHOSEN = "omraader"

KEPT = (RELEASE, "lang")
"""What the address of a source says: of which release, in which language."""


def newsroom_link(code: str | None, t: Translator) -> None:
    """A link to the section, from wherever the reader is; `code` is the chosen municipality."""
    page = link(f"/{PATHS['evidence']}", lang=language(), kommune=code)
    show("leads", address=f"{page}#{FIGURE}{SECTION}", says=_title(t))


def newsroom(t: Translator) -> None:
    """The section: regions or landsdele in sentences, as the reader chooses; both in a table."""
    with st.container(key=f"figure_{SECTION}"):  # where a link with FIGURE leads to
        st.header(_title(t), anchor=False)
        st.markdown(
            t("Sætningerne kan bruges, som de står. Tallene bag står i tabellen under dem.")
        )
        rows, edition = ask(areas), opened().edition
        named = edition_name(edition, t) if edition else ""
        where = _address()
        _sentences(rows, named, where, t)
        _table(rows, named, where, t)


def _address() -> str:
    """Of the section, without what the reader chose elsewhere; empty where no browser asks."""
    kept = {name: text for name, text in address.lasting_texts().items() if name in KEPT}
    return f"{link(st.context.url, **kept)}#{FIGURE}{SECTION}" if st.context.url else ""


def _title(t: Translator) -> str:
    return t("Til redaktionen: region for region")


def _sentences(rows: list[Area], edition: str, where: str, t: Translator) -> None:
    """The sentences of one kind of area, each with a button that copies it."""
    kinds = {REGION: t("Regioner"), LANDSDEL: t("Landsdele")}
    chosen = address.segments(t("Vis"), kinds, CHOSEN)
    texts = [
        (sentences.area_title(row, t), sentences.ready(row, edition, t, address=where))
        for row in rows
        if row.kind == chosen
    ]
    copying(texts, t, key=f"saetninger_{chosen}")


def _table(rows: list[Area], edition: str, where: str, t: Translator) -> None:
    wide = {t("Sætninger til brug"): st.column_config.TextColumn(width="large")}
    table(
        tables.areas(rows, edition, t, address=where),
        words(sentences.title(t), sentences.rule(t)),
        key="omraader",
        stem=file_stem("regioner-og-landsdele", warehouse().build.built_at.date()),
        **wide,
    )
