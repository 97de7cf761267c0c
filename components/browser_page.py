"""What the page needs in the browser itself: its language, and the way to a figure of a link.

One component does both: a second one beside it closed lists of choices that a reader had just
opened.
"""

import streamlit as st

from samspil.present.i18n import Translator

FIGURE = "figur-"
"""How the end of a link to a figure begins, before the key of the figure."""

_component = st.components.v2.component(
    "samspil_page_language",
    js="""
    let arrived = false;

    // A browser looks for the end of a link when the page has come, which is empty then.
    function arrive(figure) {
      const [, key] = new RegExp(`^#${figure}([a-z0-9_]+)$`).exec(location.hash) ?? [];
      if (arrived || !key) return;
      arrived = true;
      const until = performance.now() + 20_000;
      const look = () => {
        const found = [`figure_${key}`, `area_${key}`, `foot_${key}`]
          .map(name => document.querySelector(`.st-key-${name}`)).find(part => part);
        const app = document.querySelector("[data-testid=stApp]");
        const drawn = app && app.dataset.testScriptState !== "running";
        if (found && drawn) return found.scrollIntoView({ block: "start" });
        if (performance.now() < until) requestAnimationFrame(look);
      };
      look();
    }

    export default ({ data }) => {
      document.documentElement.lang = data.language;
      const skip = document.querySelector("[data-testid=stSkipToContent]");
      if (skip) skip.textContent = data.skip;
      arrive(data.figure);
    }
    """,
)
"""Streamlit's own link to the content is in English, and it has no setting for it."""


def set_up_page(t: Translator) -> None:
    """Set the `lang` of the page, and the words of its first link, to the language of `t`.

    A reader whose link names a figure is brought to it once it has been drawn.
    """
    data = {"language": t.language, "skip": t("Gå til indholdet"), "figure": FIGURE}
    _component(data=data, key="page_language", height="content")
