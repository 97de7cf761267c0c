"""The files of pictures that a figure can be saved as: their names, and how each is laid out."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import plotly.graph_objects as go
from plotly.io.json import to_json_plotly

from samspil.present.i18n import Translator
from samspil.present.plot.picture import picture
from samspil.present.plot.shapes import ARTICLE, PRINT, SHAPES, SLIDE, SQUARE, Shape


def laid_out(
    figure: go.Figure, t: Translator, *, title: str, footer: Sequence[str]
) -> dict[Shape, go.Figure]:
    """The figure in every form in which nothing of it is cut; that for print is always there.

    Args:
        figure: as the modules of `samspil.present.plot` give it.
        t: the translator.
        title: what it shows, as it stands alone.
        footer: what stands under the source.
    """
    pictures = {shape: picture(figure, t, shape=shape, title=title, footer=footer)
                for shape in SHAPES}  # fmt: skip
    return {shape: drawn for shape, drawn in pictures.items() if drawn is not None}


def files(pictures: dict[Shape, go.Figure], stem: str, t: Translator) -> list[dict[str, Any]]:
    """What a browser is told of every file: PNG in each form, then SVG.

    Args:
        pictures: as `laid_out` gives them.
        stem: the file name, without pixels and ending.
        t: the translator.

    Returns:
        id, name, size (in words), button, file, pixels (None for SVG), and Plotly's layout with
        its width and height.
    """
    return [*_points(pictures, stem, t), _vector(pictures[PRINT], stem, t)]


def left_out(pictures: dict[Shape, go.Figure], t: Translator) -> str:
    """Which forms the figure does not fit, and what to take instead; empty where it fits all."""
    names = [_names(t)[shape].lower() for shape in SHAPES if shape not in pictures]
    if not names:
        return ""
    return t(
        "Figuren har for mange rækker til {formats}. I tryk og SVG er den så høj, som den skal "
        "være."
    ).format(formats=t.listing(names))


def _names(t: Translator) -> dict[Shape, str]:
    return {
        ARTICLE: t("Artikel"),
        SQUARE: t("Kvadrat"),
        PRINT: t("Tryk"),
        SLIDE: t("Præsentation"),
    }


def _points(pictures: dict[Shape, go.Figure], stem: str, t: Translator) -> Iterator[dict[str, Any]]:
    """The pictures of points, each in exactly the pixels that its choice names."""
    for shape, drawn in pictures.items():
        pixels = shape.width, round(drawn.layout.height * shape.width / drawn.layout.width)
        size = f"{pixels[0]} × {pixels[1]}"
        yield {
            **_layout(drawn),
            "id": shape.id,
            "name": _names(t)[shape],
            "size": size,
            "button": t("Hent PNG ({size})").format(size=size),
            "file": f"{stem}_{pixels[0]}x{pixels[1]}.png",
            "pixels": pixels,
        }


def _vector(drawn: go.Figure, stem: str, t: Translator) -> dict[str, Any]:
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


def _layout(drawn: go.Figure) -> dict[str, Any]:
    """What Plotly needs beside the marks, which are those of the page."""
    layout = json.loads(to_json_plotly(drawn.layout.to_plotly_json()))
    return {"layout": layout, "width": layout["width"], "height": layout["height"]}
