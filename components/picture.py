"""The pictures that a reader can save of a figure: a choice of forms, a preview, a button.

The browser makes them, each as it is laid out for its form.
"""

from collections.abc import Sequence
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from samspil.present.i18n import Translator
from samspil.present.plot.forms import files, laid_out, left_out
from samspil.present.plot.shapes import PRINT
from samspil.present.plot.template import picture_config

_component = st.components.v2.component(
    "samspil_picture",
    html="""
    <div class="frame"><img class="waits" alt=""></div>
    <fieldset><legend></legend></fieldset>
    <div class="act"><button type="button"></button><span role="status"></span></div>
    """,
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def picture_choice(
    figure: go.Figure,
    t: Translator,
    *,
    key: str,
    stem: str,
    title: str,
    description: str,
    footer: Sequence[str],
) -> None:
    """The forms of picture that the figure can be read in, and a preview of the chosen one.

    Args:
        figure: as the modules of `samspil.present.plot` give it.
        t: the translator.
        key: identifies the choice on the page.
        stem: the file name, without the pixels and the ending.
        title: what the picture shows, as it stands alone.
        description: what a reader needs to know who does not see it, and where it comes from.
        footer: what stands under the source in the picture.
    """
    pictures = laid_out(figure, t, title=title, footer=footer)
    with st.container(key=f"{key}_source"):  # out of sight: what the pictures are made of
        st.plotly_chart(
            pictures[PRINT], key=f"{key}_drawn", theme=None, config=picture_config(), alt=title
        )
    said = {
        "form": t("Billedets format"),
        "done": t("Hentet:"),
        "failed": t("Billedet kunne ikke laves. Prøv igen."),
    }
    words = {"title": title, "description": description}
    data = {"key": key, "shapes": files(pictures, stem, t), "words": words, "said": said}
    _component(data=data, key=key)
    if says := left_out(pictures, t):
        st.caption(says)
