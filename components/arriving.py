"""Brings a reader whose link names a figure to it, once it is there."""

import streamlit as st

FIGURE = "figur-"
"""How the end of such a link begins, before the key of the figure."""

_component = st.components.v2.component(
    "samspil_arriving",
    js="""
    let arrived = false;
    export default ({ data }) => {
      const [, key] = new RegExp(`^#${data}([a-z0-9_]+)$`).exec(location.hash) ?? [];
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
    };
    """,
)
"""A browser looks for the end of a link when the page has come, which is empty then."""


def bring_to_figure() -> None:
    """Scroll to the figure that the link names, as soon as the page has been drawn."""
    _component(data=FIGURE, key="arriving", height="content")
