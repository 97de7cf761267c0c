"""Overblik: where the country stands, and the way to one's own municipality."""

from functools import partial

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, words
from components.state import (
    ask,
    chosen_municipality,
    once,
    open_clicked,
    translate,
    warehouse,
)
from components.text import plain
from samspil.analysis.next_step import met_shares
from samspil.present import layers
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.distribution import distribution
from samspil.present.plot.map import choropleth
from samspil.present.sentences import overview as sentences
from samspil.present.tables import overview as tables
from samspil.warehouse import queries

LAYER = "lag"
MAP = "kort"


def country(total: pd.DataFrame, t: Translator) -> None:
    """The country in four figures."""
    build = warehouse().build
    shares, criteria = ask(met_shares, build.newest_year), ask(queries.criteria)
    with st.container(horizontal=True):
        for figure_ in sentences.key_figures(total, shares, criteria, build.minimum_coverage, t):
            st.metric(
                figure_.label,
                figure_.value,
                help=figure_.meaning,
                delta=plain(figure_.of) or None,
                delta_color="off",
                delta_arrow="off",
            )


def draw_map(scores: pd.DataFrame, table: pd.DataFrame, t: Translator) -> None:
    """The map with its choice of layer."""
    names = layers.layer_names(ask(queries.dimensions), t)
    chosen = address.choice(t("Kortet viser"), names, LAYER)
    minimum = warehouse().build.minimum_coverage
    layer = layers.make_layer(chosen, scores, ask(queries.stages), minimum, t)
    title = t("{name}, kommune for kommune").format(name=names[chosen])
    wording = words(title, layer.subtitle, outlines=True)
    selected = chosen_municipality()
    drawing = once(
        lambda _: choropleth(
            once(queries.map_shapes, "map_shapes"),
            layer.values,
            wording,
            t,
            classes=layer.classes,
            unknown=layer.unknown,
            selected=selected,
        ),
        "map",
        chosen,
        selected,
        t.language,
    )
    day = warehouse().build.built_at.date()
    figure(
        drawing,
        wording,
        table,
        key=MAP,
        stem=file_stem("danmark", chosen, day),
        alt=t("Danmarkskort: {title}. De samme tal står i tabellen under kortet.").format(
            title=title
        ),
        on_select=partial(open_clicked, MAP),
    )


def draw_distribution(total: pd.DataFrame, t: Translator) -> None:
    """How the municipalities spread."""
    known = total[total["coverage"] > 0]
    wording = words(
        t("Så meget er dokumenteret i kommunerne"),
        t("Antal kommuner efter dokumenterede point i alt; {n} kommuner uden nogen kendte "
          "kriterier er udeladt.").format(n=len(total) - len(known)),
    )  # fmt: skip
    selected = chosen_municipality()
    figure(
        once(
            lambda _: distribution(known, wording, t, selected=selected),
            "distribution",
            selected,
            t.language,
        ),
        wording,
        tables.distribution(known, t),
        key="fordeling",
        stem=file_stem("danmark", "fordeling", warehouse().build.built_at.date()),
        alt=t("Søjlediagram over, hvor mange kommuner der har dokumenteret hvor mange point."),
    )


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Hvor godt samarbejder kommunerne med de frivillige sociale foreninger?"))
    st.markdown(
        t("Godt samarbejde er på én gang **formelt**, **reelt** og **gennemskueligt**. Her er, "
          "hvad offentlige kilder dokumenterer for hver af de 98 kommuner. Vælg din kommune på listen "
          "eller klik på kortet.")
    )  # fmt: skip
    scores = ask(queries.scores, warehouse().build.newest_year)
    total = scores[scores["dimension"] == "total"]
    country(total, t)
    st.header(t("Kortet"))
    st.markdown(plain(sentences.in_words(total, warehouse().build.minimum_coverage, t)))
    dimensions, stages = ask(queries.dimensions), ask(queries.stages)
    table = once(lambda _: tables.municipalities(scores, dimensions, stages, t),
                 "overview", t.language)  # fmt: skip
    draw_map(scores, table, t)
    st.header(t("Fordelingen"))
    draw_distribution(total, t)


main()
