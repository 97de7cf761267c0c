"""The reader's choices in the address, so that a link shows another reader the same.

Streamlit's own binding writes what a widget shows ("Lejre", "Dokumenteret i alt") into the
address; here it is the code ("350", "total"), which holds in both languages and under any name.
"""

from collections.abc import Collection
from typing import Any

import streamlit as st

WRITTEN = "address_written"
"""What was last written: only what differs from it was typed, shared or gone back to."""


def take(key: str, allowed: Collection[str], default: Any = None) -> bool:
    """Before a widget: take its value from the address, where that holds a new one.

    Args:
        key: of the widget, and the name of the parameter.
        allowed: the values it may have.
        default: its first value; a list where it holds several, which commas part.

    Returns:
        Whether the address could be followed: False where it names something unknown.
    """
    written = st.session_state.setdefault(WRITTEN, {})
    asked = st.query_params.get(key)
    st.session_state.setdefault(key, default)
    if asked is None or asked == written.get(key):
        return True
    values = asked.split(",") if isinstance(default, list) else [asked]
    known = [value for value in dict.fromkeys(values) if value in allowed]
    if known:
        st.session_state[key] = known if isinstance(default, list) else known[0]
    return known == values


def put(key: str, default: Any = None) -> None:
    """After a widget: write its value into the address, or nothing where it is the default."""
    written = st.session_state.setdefault(WRITTEN, {})
    value = st.session_state.get(key)
    if value is None or value in (default, []):
        written.pop(key, None)
        if key in st.query_params:
            del st.query_params[key]
        return
    text = ",".join(value) if isinstance(value, list) else str(value)
    written[key] = text
    if st.query_params.get(key) != text:
        st.query_params[key] = text
