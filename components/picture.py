"""Buttons that save the picture before them: the browser makes it, of the drawing that it shows.

Plotly can be reached on a page only through the button in its own mode bar, which saves a file by
a click on a link. A PNG is left to it. An SVG is taken over on its way and given the title and the
description that a reader hears.
"""

from collections.abc import Iterator

import streamlit as st

from samspil.present.i18n import Translator
from samspil.present.plot.template import PICTURE_WIDTH, PNG_SCALES

_component = st.components.v2.component(
    "samspil_picture",
    html="<div role='group'></div>",
    css="""
    div { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center;
          font: 0.875rem var(--st-font); color: var(--st-text-color) }
    button { font: inherit; color: inherit; background: var(--st-background-color);
             border: 1px solid var(--st-border-color); border-radius: 2px; cursor: pointer;
             min-height: 2.5rem; padding: 0 0.75rem }
    button:hover, button:focus-visible { border-color: var(--st-primary-color);
                                         color: var(--st-primary-color) }
    """,
    js="""
    const SVG = "http://www.w3.org/2000/svg";

    function figureOf(node) {
      let at = node.getRootNode().host ?? node;
      while (at && !at.querySelector(".js-plotly-plot")) at = at.parentElement;
      return at && at.querySelector(".js-plotly-plot");
    }

    function save(blob, name) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    }

    function described(text, title, description) {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const parts = [["desc", description], ["title", title]].map(([tag, says]) => {
        const part = document.createElementNS(SVG, tag);
        part.id = `samspil-${tag}`;
        part.textContent = says;
        root.prepend(part);
        return part.id;
      });
      root.setAttribute("role", "img");
      root.setAttribute("aria-labelledby", parts[1]);
      root.setAttribute("aria-describedby", parts[0]);
      return new XMLSerializer().serializeToString(root);
    }

    function taken(figure) {
      return new Promise(resolve => {
        const create = URL.createObjectURL;
        let blob;
        URL.createObjectURL = made => create.call(URL, (blob = made));
        document.addEventListener("click", function take(event) {
          if (!event.target.matches("a[download]")) return;
          event.preventDefault();
          document.removeEventListener("click", take, true);
          URL.createObjectURL = create;
          resolve([blob, event.target.download]);
        }, true);
        figure.querySelector(".modebar-btn").click();
      });
    }

    export default ({ parentElement, data }) => {
      const group = parentElement.querySelector("[role=group]");
      group.setAttribute("aria-label", data.label);
      group.replaceChildren(...data.choices.map(choice => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = choice.label;
        button.setAttribute("aria-label", `${data.label} ${choice.label}`);
        button.onclick = async () => {
          const figure = figureOf(parentElement);
          const { label, ...options } = choice;
          Object.assign(figure._context.toImageButtonOptions, options);
          if (choice.format !== "svg") return figure.querySelector(".modebar-btn").click();
          const [blob, name] = await taken(figure);
          const text = described(await blob.text(), data.title, data.description);
          save(new Blob([text], { type: blob.type }), name);
        };
        return button;
      }));
    }
    """,
)


def _choices(t: Translator) -> Iterator[dict]:
    """The forms on offer: Plotly's options for each, and what its button says."""
    for scale in PNG_SCALES:
        pixels = t.number(PICTURE_WIDTH * scale)
        yield {"format": "png", "scale": scale, "label": f"PNG {pixels} px"}
    yield {"format": "svg", "scale": 1, "label": "SVG"}


def picture_buttons(key: str, *, title: str, description: str, t: Translator) -> None:
    """A button for each form in which the picture can be saved.

    Args:
        key: identifies the buttons on the page; the picture stands before them in its dialog.
        title: what the picture shows, as it stands alone.
        description: what a reader needs to know who does not see it, and where it comes from.
        t: the translator.
    """
    data = {"label": t("Hent billede"), "choices": list(_choices(t)), "title": title,
            "description": description}  # fmt: skip
    _component(data=data, key=key)
