"""A button that copies a letter, and a link that opens it in the reader's own mail program."""

import streamlit as st

from components.copying import CLIPBOARD
from samspil.present.i18n import Translator

_component = st.components.v2.component(
    "samspil_letter",
    html="<div><button type='button'></button><a></a><span role='status'></span></div>",
    css="""
    div { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center;
          font: 1rem var(--st-font); color: var(--st-text-color) }
    button, a { font: inherit; color: inherit; background: var(--st-background-color);
                border: 1px solid var(--st-border-color); border-radius: 2px; cursor: pointer;
                min-height: 2.5rem; padding: 0 0.75rem; box-sizing: border-box;
                display: inline-flex; align-items: center; text-decoration: none }
    button { color: var(--st-background-color); background: var(--st-primary-color);
             border-color: var(--st-primary-color) }
    a:hover, a:focus-visible { border-color: var(--st-primary-color);
                               color: var(--st-primary-color) }
    span:empty { display: none }
    """,
    js=CLIPBOARD
    + """
    export default ({ parentElement, data }) => {
      const [button, link, status] = ["button", "a", "span"]
        .map(tag => parentElement.querySelector(tag));
      button.textContent = data.copy;
      link.textContent = data.open;
      link.href = data.mail;
      if (status.said !== data.text) status.textContent = "";
      button.onclick = async () => {
        const done = await copied(data.text, parentElement);
        status.said = data.text;
        status.textContent = "";
        status.textContent = done ? data.done : data.failed;
        button.focus();
      };
    }
    """,
)


def copy_and_mail(text: str, mail: str, t: Translator) -> None:
    """The button and the link; that the letter was copied is said aloud too.

    Args:
        text: of the letter.
        mail: the mailto link.
        t: the translator.
    """
    _component(
        data={
            "text": text,
            "mail": mail,
            "copy": t("Kopiér brevet"),
            "open": t("Åbn i dit mailprogram"),
            "done": t("Kopieret"),
            "failed": t("Brevet kunne ikke kopieres. Markér det, og kopiér selv."),
        },
        key="letter_copy",
        width="content",
    )
