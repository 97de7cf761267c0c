"""Text from data on the screen: shown letter by letter, never read as Markdown or HTML.

Text from evidence goes into a template (`show`); `plain` is for names and for the codebook's
words inside a sentence.
"""

import re
from collections.abc import Iterable
from typing import Any

import streamlit as st

from samspil.present import html
from samspil.present.sentences import Fact

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


def fact(line: Fact) -> str:
    """A line of an answer in short, as Markdown with its term in bold."""
    return f"**{plain(line.term)}:** {plain(line.says)}"


def bullets(lines: Iterable[str]) -> None:
    """Draw lines of Markdown as a list."""
    st.markdown("\n".join(f"- {line}" for line in lines))


def facts(lines: Iterable[Fact]) -> None:
    """Draw the lines of an answer as a list."""
    bullets(map(fact, lines))


def show(template: str, **values: Any) -> None:
    """Draw a template of samspil.present.html."""
    st.html(html.render(template, **values))
