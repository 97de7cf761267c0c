"""A letter that asks a municipality about what is not known; nothing is stored or sent."""

from collections.abc import Collection

import pandas as pd
import streamlit as st

from components import address
from components.header import LANGUAGE_NAMES
from components.letter_buttons import copy_and_mail
from components.state import MUNICIPALITY, ask, kept, warehouse
from components.text import plain, show
from samspil.analysis.asking import questions
from samspil.present.address import PARAMETERS, link
from samspil.present.export import file_stem
from samspil.present.i18n import Translator, translator
from samspil.present.letter import Letter, as_document, as_text, compose, mail_link
from samspil.present.letter.compose import ASSOCIATION, CITIZEN, COUNCIL
from samspil.present.letter.text import further
from samspil.present.sentences import asking as sentences
from samspil.warehouse import queries

SECTION, SENDER, LETTER_LANGUAGE, CHOSEN = "afsnit", "afsender", "brevsprog", "spoerg"
CHOSEN_FOR = "spoerg_for"
"""The code of the municipality for which the criteria were chosen."""

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def asking_link(label: str, code: str, criteria: Collection[str] = ()) -> None:
    """A link to the letter, from wherever the reader is.

    Args:
        label: what it says.
        code: of the municipality.
        criteria: what to ask about; the usual ones where none is named.
    """
    asked = kept() | {MUNICIPALITY: code, SECTION: CHOSEN}
    if len(criteria):
        asked[CHOSEN] = ",".join(criteria)
    st.page_link(
        "pages/municipality.py",
        label=label,
        icon=":material/mail:",
        query_params=asked,
    )


def asking(code: str, t: Translator) -> None:
    """The section: who asks, about what, in which language; the letter; ways to take it along."""
    rows = ask(questions, code, warehouse().build.newest_year)
    st.markdown(sentences.what_there_is_to_ask(rows, t))
    if rows.empty:
        return
    with st.container(key="asking_by", horizontal=True, gap="medium"):
        sender = address.segments(t("Afsender"), _senders(t), SENDER, usual=COUNCIL)
        language = address.segments(
            t("Brevets sprog"), LANGUAGE_NAMES, LETTER_LANGUAGE, usual=next(iter(LANGUAGE_NAMES))
        )
    chosen = _criteria(code, rows, t)
    if not chosen:
        st.info(t("Vælg mindst ét kriterium at spørge om."))
        return
    written = translator(language)
    asked = rows[rows["criterion"].isin(chosen)]
    letter = compose(asked, _names(code, written), sender, written, _page_of(code, language))
    _take_along(
        letter, file_stem(_name(code), "brev", warehouse().build.built_at.date()), written, t
    )
    show("letter", letter=letter, language=language, signed=written("Med venlig hilsen"),
         further=lambda question: further(question, written))  # fmt: skip


def _senders(t: Translator) -> dict[str, str]:
    return {
        COUNCIL: t("Byrådsmedlem"),
        ASSOCIATION: t("Forening"),
        CITIZEN: t("Borger eller journalist"),
    }


def _criteria(code: str, rows: pd.DataFrame, t: Translator) -> list[str]:
    """What the reader wants to ask about; another municipality begins with what is usual there."""
    names = dict(zip(rows["criterion"], t.texts(rows, "name"), strict=True))
    if st.session_state.get(CHOSEN_FOR) != code:
        address.renew(CHOSEN)
        st.session_state[CHOSEN_FOR] = code
    reading = address.take(CHOSEN, names)
    if reading and reading.unknown:
        st.info(plain(sentences.not_asked(reading.unknown, t)))
    held = address.several(t("Spørg om"), names, CHOSEN, t("Vælg kriterier"))
    chosen = [criterion for criterion in names if criterion in held]
    address.settle(PARAMETERS[CHOSEN], chosen, names)  # the order of clicks means nothing
    return chosen


def _place(code: str) -> dict:
    return ask(queries.municipalities).set_index("code").loc[code].to_dict()


def _name(code: str) -> str:
    return str(_place(code)["name"])


def _names(code: str, written: Translator) -> dict[str, str]:
    official = written.pick(_place(code), "official")
    return {"official": official, "release": warehouse().build.release}


def _page_of(code: str, language: str) -> str:
    """Where the page of the municipality stands; empty where no browser asked."""
    return link(st.context.url, kommune=code, lang=language) if st.context.url else ""


def _take_along(letter: Letter, stem: str, written: Translator, t: Translator) -> None:
    """Copy, mail, text and Word."""
    with st.container(key="asking_take", horizontal=True, vertical_alignment="center", gap="small"):
        copy_and_mail(as_text(letter, written), mail_link(letter, written), t)
        st.download_button(
            t("Hent som tekst (.txt)"),
            lambda: as_text(letter, written).encode(),
            f"{stem}.txt",
            "text/plain",
            key="letter_txt",
            on_click="ignore",
        )
        st.download_button(
            t("Hent som Word (.docx)"),
            lambda: as_document(letter, written),
            f"{stem}.docx",
            DOCX_TYPE,
            key="letter_docx",
            on_click="ignore",
        )
    st.caption(t("Intet gemmes eller sendes herfra."))
