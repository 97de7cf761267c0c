"""The reader's choices in the address, so that a link shows another reader the same.

Streamlit's own binding writes what a widget shows ("Lejre", "Dokumenteret i alt") into the
address; here it is the code ("350", "total"), which holds in both languages and under any name.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import streamlit as st

WRITTEN = "address_written"
"""What was last written: only what differs from it was typed, shared or gone back to."""

HELD = "address_held"
"""What the widgets whose choice stands in the address held when it was written."""

FOLLOWED = "address_followed"


def begin() -> None:
    """At the start of a run: settle whether the address or the widgets are newer.

    Where the reader just moved a widget, the browser may still send the address from before.
    """
    held = st.session_state.setdefault(HELD, {})
    st.session_state.setdefault(WRITTEN, {})
    moved = any(k in st.session_state and st.session_state[k] != v for k, v in held.items())
    st.session_state[FOLLOWED] = not moved


def asked(key: str) -> str | None:
    """What the address newly asks for, None where it only repeats what was written there."""
    text = st.query_params.get(key)
    repeated = text == st.session_state[WRITTEN].get(key)
    return text if st.session_state[FOLLOWED] and not repeated else None


def write(key: str, text: str | None, widgets: Iterable[str] = ()) -> None:
    """Write a parameter, or take it out of the address.

    Args:
        key: the name of the parameter.
        text: its value.
        widgets: the keys of the widgets that it stands for, where not `key` alone.
    """
    written = st.session_state[WRITTEN]
    for widget in widgets or (key,):
        st.session_state[HELD][widget] = st.session_state.get(widget)
    if not text:
        written.pop(key, None)
        if key in st.query_params:
            del st.query_params[key]
        return
    written[key] = text
    if st.query_params.get(key) != text:
        st.query_params[key] = text


def take(key: str, allowed: Collection[str], default: Any = None) -> bool:
    """Before a widget: take its value from the address, where that holds a new one.

    Args:
        key: of the widget, and the name of the parameter.
        allowed: the values it may have.
        default: its first value; a list where it holds several, which commas part.

    Returns:
        Whether the address could be followed: False where it names something unknown.
    """
    text = asked(key)
    st.session_state.setdefault(key, default)
    if text is None:
        return True
    values = text.split(",") if isinstance(default, list) else [text]
    known = [value for value in dict.fromkeys(values) if value in allowed]
    if known:
        st.session_state[key] = known if isinstance(default, list) else known[0]
    return known == values


def put(key: str, default: Any = None) -> None:
    """After a widget: write its value into the address, or nothing where it is the default."""
    value = st.session_state.get(key)
    if value is None or value in (default, []):
        write(key, None)
    else:
        write(key, ",".join(value) if isinstance(value, list) else str(value))


def choice(label: str, options: Mapping[str, str], key: str) -> str:
    """A selectbox whose choice stands in the address; the first option is the default.

    Args:
        label: what is chosen.
        options: what readers see, by the code that stands in the address.
        key: of the widget, and the name of the parameter.
    """
    first = next(iter(options))
    take(key, options, first)
    if st.session_state[key] not in options:
        st.session_state[key] = first
    st.selectbox(
        label, list(options), format_func=dict(options).get, key=key, persist_state="session"
    )
    put(key, first)
    return st.session_state[key]
