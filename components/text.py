"""Text from data on the screen: shown letter by letter, never read as Markdown or HTML.

Text from evidence goes into a template (`show`); `plain` is for names and for the codebook's
words inside a sentence.
"""

import re
from typing import Any

import pandas as pd
import streamlit as st

from samspil.present import html
from samspil.present.i18n import Translator

WORD_JOINER = "\u2060"

READ_LATER = re.compile(r"(?<=[:@])|(?<=www)(?=\.)|(?<=[-<>~])(?=[-=>])", re.IGNORECASE)
"""Where emoji codes, e-mail and web addresses and arrows are made of what stands there."""


def plain(text: str) -> str:
    """Text to be put into Markdown so that it is shown as it stands.

    Every punctuation mark is escaped. What is replaced after Markdown was read does not heed
    that, so an invisible joiner takes it apart.
    """
    apart = READ_LATER.sub(WORD_JOINER, " ".join(html.short(text).split()))
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", apart)


def source_link(url: str | None, t: Translator) -> html.Link | None:
    """The link to a source, named after its host; None where the source has no address."""
    return None if pd.isna(url) else html.source_link(url, t("kilde"))


def show(template: str, **values: Any) -> None:
    """Draw a template of samspil.present.html."""
    st.html(html.render(template, **values))
