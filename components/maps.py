"""A map on a page: the country, the capital enlarged, Bornholm, each to be clicked."""

from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.figure import canvas, footer
from components.state import (
    ask,
    chosen_municipality,
    once,
    open_clicked,
    opened,
    reading,
    translate,
)
from components.text import show
from samspil.present.layers import Layer
from samspil.present.plot.map import (
    BORNHOLM,
    CAPITAL,
    COUNTRY,
    SMALL_HEIGHT,
    choropleth,
    outlined,
)
from samspil.present.plot.template import Words
from samspil.warehouse.queries import map_shapes, outline


def map_card(
    layer: Layer, words: Words, data: pd.DataFrame, *, key: str, stem: str, kept: tuple
) -> None:
    """Draw a map with its insets, and under it source, table and what to take along.

    Args:
        layer: values, classes and the word for the unknown.
        words: title, subtitle and source.
        data: the same numbers as a table, under the headings that readers see.
        key: identifies the map on its page.
        stem: the file name of downloads, without ending.
        kept: what the drawing depends on beside the build and the language.
    """
    t, read = translate(), opened()

    def show_part(part: str, key: str, alt: str) -> None:
        canvas(_map(layer, words, kept, part=part), key=key, alt=alt, height="stretch",
               on_select=partial(open_clicked, key))  # fmt: skip

    def whole() -> go.Figure:
        with reading(read):  # only when asked for, when the run that drew the page is over
            return _map(layer, words, kept)

    alt = t("Danmarkskort: {title}. Tabellen under kortet viser de samme tal.").format(
        title=words.title
    )
    with st.container(key=f"area_{key}", gap=None):
        with st.container(key=f"country_{key}", gap=None):
            show_part(COUNTRY, key, alt)
        with st.container(key=f"capital_{key}", gap=None):
            show("inset", name=t("Hovedstadsområdet, forstørret"))
            show_part(CAPITAL, f"{key}_capital", t("Hovedstadsområdet, forstørret"))
        with st.container(key=f"bornholm_{key}", gap=None):
            show("inset", name="Bornholm")
            show_part(BORNHOLM, f"{key}_bornholm", "Bornholm")
    footer(words, data, key=key, stem=stem, drawn=whole, alt=alt)


def small_map(layer: Layer, words: Words, *, key: str, kept: tuple) -> None:
    """Draw a map among others, its insets within it; the arguments are those of `map_card`.

    It marks no municipality, so that a choice makes nothing of it anew: the large map answers.
    """
    t = translate()
    alt = t("Danmarkskort: {title}").format(title=words.title)
    canvas(_shared(layer, words, kept, height=SMALL_HEIGHT), key=key, alt=alt,
           on_select=partial(open_clicked, key))  # fmt: skip


def _map(layer: Layer, words: Words, kept: tuple, **size: Any) -> go.Figure:
    """The shared map with the outline of this reader's municipality over it."""
    selected = chosen_municipality()
    shared = _shared(layer, words, kept, **size)
    return outlined(shared, selected, ask(outline, selected) if selected else None)


def _shared(layer: Layer, words: Words, kept: tuple, **size: Any) -> go.Figure:
    """The map that all readers share."""
    t = translate()
    return once(
        lambda house: choropleth(
            map_shapes(house), layer.values, words, t,
            classes=layer.classes, unknown=layer.unknown, **size,
        ),
        "map", kept, t.language, *size.items(),
    )  # fmt: skip
