"""The pictures that a reader can save of a figure: a choice of forms, a preview, a button.

Which forms there are, and how each is laid out, is settled here; the browser makes the picture.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from samspil.present.i18n import Translator
from samspil.present.plot.picture import picture
from samspil.present.plot.shapes import ARTICLE, PRINT, SHAPES, SLIDE, SQUARE, Shape
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
    laid_out = {
        shape: drawn
        for shape in SHAPES
        if (drawn := picture(figure, t, shape=shape, title=title, footer=footer))
    }
    with st.container(key=f"{key}_source"):  # out of sight: what the pictures are made of
        st.plotly_chart(
            laid_out[PRINT], key=f"{key}_drawn", theme=None, config=picture_config(), alt=title
        )
    _component(
        data={
            "key": key,
            "shapes": [*_points(laid_out, stem, t), _vector(laid_out[PRINT], stem, t)],
            "words": {"title": title, "description": description},
            "said": {
                "form": t("Billedets format"),
                "done": t("Hentet:"),
                "failed": t("Billedet kunne ikke laves. Prøv igen."),
            },
        },
        key=key,
    )
    left_out = [shape for shape in SHAPES if shape not in laid_out]
    if left_out:
        names = t.listing(_names(t)[shape.id].lower() for shape in left_out)
        st.caption(
            t("Figuren har for mange rækker til {formats}. I tryk og SVG er den så høj, som den "
              "skal være.").format(formats=names)
        )  # fmt: skip


def _names(t: Translator) -> dict[str, str]:
    return {
        ARTICLE.id: t("Artikel"),
        SQUARE.id: t("Kvadrat"),
        PRINT.id: t("Tryk"),
        SLIDE.id: t("Præsentation"),
    }


def _points(laid_out: dict[Shape, go.Figure], stem: str, t: Translator) -> Iterator[dict]:
    """The pictures of points, each in exactly the pixels that its choice names."""
    for shape, drawn in laid_out.items():
        scale = shape.width / drawn.layout.width
        pixels = shape.width, round(drawn.layout.height * scale)
        size = f"{pixels[0]} × {pixels[1]}"
        yield {
            **_layout(drawn),
            "id": shape.id,
            "name": _names(t)[shape.id],
            "size": size,
            "button": t("Hent PNG ({size})").format(size=size),
            "file": f"{stem}_{pixels[0]}x{pixels[1]}.png",
            "pixels": pixels,
        }


def _vector(drawn: go.Figure, stem: str, t: Translator) -> dict:
    """The same lines and letters, which can be enlarged and edited."""
    return {
        **_layout(drawn),
        "id": "svg",
        "name": "SVG",
        "size": t("vektor"),
        "button": t("Hent SVG"),
        "file": f"{stem}.svg",
        "pixels": None,
    }


def _layout(drawn: go.Figure) -> dict:
    """What Plotly needs beside the marks, which are those of the page."""
    layout = json.loads(drawn.to_json())["layout"]
    return {"layout": layout, "width": layout["width"], "height": layout["height"]}
