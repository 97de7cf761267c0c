"""A map on a page: the country, the capital enlarged, Bornholm, each to be clicked."""

from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from components.figure import canvas, footer
from components.state import chosen_municipality, once, open_clicked, translate
from components.text import show
from samspil.present.layers import Layer
from samspil.present.plot.map import BORNHOLM, CAPITAL, COUNTRY, choropleth, outlined
from samspil.present.plot.template import Words
from samspil.warehouse.queries import map_shapes


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
    t, selected = translate(), chosen_municipality()
    shapes = once(map_shapes, "map_shapes")

    def drawn(part: str | None = None) -> go.Figure:
        return choropleth(
            shapes, layer.values, words, t,
            classes=layer.classes, unknown=layer.unknown, part=part,
        )  # fmt: skip

    def show_part(part: str, key: str, alt: str) -> None:
        shared = once(lambda _: drawn(part), "map", part, kept, t.language)
        chosen = outlined(shared, shapes, selected)
        canvas(chosen, key=key, alt=alt, on_select=partial(open_clicked, key))

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
    footer(
        words,
        data,
        key=key,
        stem=stem,
        drawn=lambda: outlined(drawn(), shapes, selected),
        alt=alt,
    )
