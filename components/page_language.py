"""Keeps the language of the page, as browsers and screen readers see it, with the reader's."""

import streamlit as st

_component = st.components.v2.component(
    "samspil_page_language",
    js="export default ({ data }) => { document.documentElement.lang = data }",
)


def set_page_language(language: str) -> None:
    """Set the `lang` of the page to "da" or "en"."""
    _component(data=language, key="page_language", height="content")
