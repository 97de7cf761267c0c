"""The top of every page: the name, where the reader is, the municipality and the language."""

from collections.abc import Mapping
from itertools import groupby

import streamlit as st
from streamlit.navigation.page import Page

from components import address
from components.state import (
    LANGUAGE,
    MUNICIPALITY,
    ask,
    kept,
)
from components.text import show
from samspil.present.i18n import LANGUAGES, Translator
from samspil.present.pages import menu
from samspil.warehouse.queries import municipalities

LANGUAGE_NAMES = {"da": "Dansk", "en": "English"}


def header(pages: Mapping[str, Page], current: str, t: Translator) -> None:
    """Draw the top of the page.

    Args:
        pages: by name.
        current: the name of the open page.
        t: the translator.
    """
    with st.container(key="top", horizontal=True, vertical_alignment="center"):
        show("wordmark", purpose=_purpose(t))
        _entries(pages, current, t)
        with (
            st.container(key="menu", width="content"),
            st.popover(t("Menu"), key=f"menu_{current}_{t.language}"),  # a new one is closed
        ):
            for name in pages:
                st.page_link(pages[name])
            st.caption("Sprog / Language")
            _languages(pages, current)
        with st.container(key="picker", width="content"):
            choose_municipality(t)
        with st.container(key="language", width="content"):
            choose_language()


def here(current: str, t: Translator) -> None:
    """The first line of a page where the header has no room: which page it is, and what for."""
    page = next(page for page in menu(t) if page.name == current)
    with st.container(key="here"):
        show("here", page=" › ".join(filter(None, [page.group, page.title])), purpose=_purpose(t))


def _purpose(t: Translator) -> str:
    return t("Kommunernes samarbejde med frivillige sociale foreninger")


def _entries(pages: Mapping[str, Page], current: str, t: Translator) -> None:
    """At most five entries; a group opens as a small menu that closes with the next page."""
    with st.container(key="entries", horizontal=True, width="content", gap="xxsmall"):
        for group, members in groupby(menu(t), key=lambda page: page.group or page.name):
            names = [page.name for page in members]
            here = "here" if current in names else "there"
            with st.container(key=f"entry_{names[0]}_{here}", width="content"):
                if group in names:
                    st.page_link(pages[group])
                    continue
                with st.popover(group, key=f"group_{names[0]}_{current}", type="tertiary"):
                    for name in names:
                        st.page_link(pages[name])


def _languages(pages: Mapping[str, Page], current: str) -> None:
    """The other language as a link, for the menu of a phone."""
    for code, name in LANGUAGE_NAMES.items():
        st.page_link(pages[current], label=name, query_params=kept() | {LANGUAGE: code})


def choose_language() -> None:
    """The language switch; its choice stands in the address."""
    st.segmented_control(
        "Sprog / Language",
        LANGUAGES,
        format_func=LANGUAGE_NAMES.get,
        required=True,
        key=LANGUAGE,
        label_visibility="collapsed",
        persist_state="session",
    )
    address.put(LANGUAGE, LANGUAGES)


def choose_municipality(t: Translator) -> None:
    """The municipality picker; its choice stands in the address as the municipality's code."""
    names = ask(municipalities).set_index("code")["name"]
    address.follow(MUNICIPALITY, names.index)
    st.selectbox(
        t("Vælg kommune"),
        list(names.index),
        format_func=names.to_dict().get,
        placeholder=t("Vælg din kommune"),
        key=MUNICIPALITY,
        label_visibility="collapsed",
        persist_state="session",
    )
    address.put(MUNICIPALITY, names.index)
