"""Keeps the language of the page, as browsers and screen readers see it, with the reader's."""

import streamlit as st

from samspil.present.i18n import Translator

_component = st.components.v2.component(
    "samspil_page_language",
    js="""
    export default ({ data }) => {
      document.documentElement.lang = data.language;
      const skip = document.querySelector("[data-testid=stSkipToContent]");
      if (skip) skip.textContent = data.skip;
    }
    """,
)
"""Streamlit's own link to the content is in English, and it has no setting for it."""


def set_page_language(t: Translator) -> None:
    """Set the `lang` of the page, and the words of its first link, to the language of `t`."""
    data = {"language": t.language, "skip": t("Gå til indholdet")}
    _component(data=data, key="page_language", height="content")
