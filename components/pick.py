"""Links of a figure that answer at once: a click on one is told to Python, nothing is loaded anew.

A template marks a link with `data-pick`. It is a true link, so that it works by keyboard, opens in
a tab of its own and can be copied; here a plain click on it becomes one run of the script.
"""

from collections.abc import Callable

import streamlit as st

_picker = st.components.v2.component(
    "samspil_pick",
    html="<span></span>",
    js="""
    function clickOf(event) {
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      return elsewhere ? null : event.target.closest("a[data-pick]");
    }
    function goTo(selector) {
      const place = document.querySelector(selector);
      place.tabIndex = -1;
      place.scrollIntoView();
      place.focus({ preventScroll: true });
    }
    export default ({ parentElement, data, setTriggerValue }) => {
      const figure = document.querySelector(data.figure);
      figure.onclick = event => {
        const link = clickOf(event);
        if (!link) return;
        event.preventDefault();
        if (link.dataset.pick === data.chosen) return goTo(data.opens);
        figure.picked = link.dataset.pick;
        setTriggerValue("pick", link.dataset.pick);
      };
      if (figure.picked === data.chosen) {
        figure.picked = null;
        goTo(data.opens);
      }
    }
    """,
)


def picking(key: str, chosen: str, opens: str, then: Callable[[str], None]) -> None:
    """Let the links of a figure choose; to be called once it is drawn.

    Args:
        key: of the figure.
        chosen: what is chosen now, as `data-pick` says it.
        opens: the key of the container that shows what was chosen; it is brought into view.
        then: called with what was clicked, before the next run.
    """
    name = f"pick_{key}"
    _picker(
        data={"figure": f".st-key-figure_{key}", "chosen": chosen, "opens": f".st-key-{opens}"},
        key=name,
        on_pick_change=lambda: then(st.session_state[name]["pick"]),
    )
