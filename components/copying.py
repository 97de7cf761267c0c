"""Texts that a reader copies: each under its name, with a button beside it."""

from pathlib import Path

import streamlit as st

from samspil.present.i18n import Translator

CLIPBOARD = (Path(__file__).parent / "clipboard.js").read_text(encoding="utf-8")
"""A function of the browser: whether a text was copied."""

_component = st.components.v2.component(
    "samspil_copying",
    html="<div class='texts'></div>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=CLIPBOARD
    + """
    export default ({ parentElement, data }) => {
      const all = parentElement.querySelector(".texts");
      const made = (tag, more) => Object.assign(document.createElement(tag), more);
      all.replaceChildren(...data.texts.map(([name, text, code]) => {
        const part = made("section");
        const button = made("button", { type: "button", textContent: data.copy });
        const status = made("span", { role: "status" });
        status.setAttribute("role", "status");
        button.setAttribute("aria-label", `${data.copy}: ${name}`);
        button.onclick = async () => {
          const done = await copied(text, part);
          button.textContent = done ? data.done : data.copy;
          status.textContent = done ? `${data.done}: ${name}` : data.failed;
          button.focus();
        };
        const shown = made("p", { textContent: text, className: code ? "code" : "" });
        shown.tabIndex = 0;
        part.append(made("h3", { textContent: name }), shown, button, status);
        return part;
      }));
    }
    """,
)


def copying(texts: list[tuple[str, str]], t: Translator, *, key: str, code: bool = False) -> None:
    """The texts as they will be copied.

    Args:
        texts: what each is called, and the text itself.
        t: the translator.
        key: identifies them on the page.
        code: whether they are for a machine, and shown letter by letter.
    """
    data = {
        "texts": [[name, text, code] for name, text in texts],
        "copy": t("Kopiér"),
        "done": t("Kopieret"),
        "failed": t("Teksten kunne ikke kopieres. Markér den, og kopiér selv."),
    }
    _component(data=data, key=key)
