"""Keeps a reader who uses the keyboard inside a dialog whose button has just saved a file.

While a file is made its button is switched off; the browser then takes the focus from it, Escape
closes the dialog no more, and Tab begins at the top of the page.
"""

import streamlit as st

_component = st.components.v2.component(
    "samspil_keeping_focus",
    js="""
    export default ({ parentElement }) => {
      const host = parentElement.getRootNode().host ?? parentElement;
      const dialog = host.closest("[role=dialog]");
      if (!dialog) return;
      let last;
      const remember = event => { last = event.target.closest?.("button") ?? last; };
      const lost = event => {
        if (document.activeElement !== document.body) return;
        if (event.key === "Escape") dialog.querySelector("button[aria-label=Close]")?.click();
        else last?.focus();
      };
      dialog.addEventListener("click", remember, true);
      document.addEventListener("keydown", lost, true);
      return () => {
        dialog.removeEventListener("click", remember, true);
        document.removeEventListener("keydown", lost, true);
      };
    };
    """,
)


def keeping_focus(key: str) -> None:
    """For the dialog that this stands in, as long as it is open; `key` identifies it."""
    _component(key=key, height="content")
