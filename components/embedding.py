"""The code that shows a figure of the open page on another site."""

from urllib.parse import urlsplit

import streamlit as st

from components import address
from samspil.present.embeds import embed_at, embed_code
from samspil.present.pages import FRONT, PATHS


def code_of(key: str, title: str) -> str:
    """The code for the figure of that key; empty where others cannot show it.

    Args:
        key: identifies the figure on its page.
        title: what it is called, for those who do not see it.
    """
    embed, site = embed_at(_page(), key), urlsplit(st.context.url or "")
    if embed is None or not site.netloc:
        return ""
    origin = f"{site.scheme}://{site.netloc}"
    return embed_code(embed.name, origin, title, **address.lasting_texts())


def _page() -> str:
    """The name of the open page."""
    names = {path: name for name, path in PATHS.items()}
    return names.get(st.session_state[address.PAGE], FRONT)
