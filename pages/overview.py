"""Overblik: where the country stands, and the way to one's own municipality."""

import pandas as pd
import streamlit as st

from components import address
from components.asking import asking_link
from components.figure import figure, words
from components.maps import map_card, small_map
from components.newsroom import newsroom_link
from components.state import (
    ask,
    chosen_municipality,
    once,
    translate,
    warehouse,
)
from components.text import plain, show
from samspil.analysis.next_step import met_shares
from samspil.present import answers, layers, whole
from samspil.present.export import file_stem
from samspil.present.i18n import Row, Translator
from samspil.present.plot.distribution import distribution
from samspil.present.sentences import overview as sentences
from samspil.present.tables import overview as tables
from samspil.warehouse import queries

LAYER = "lag"
MAP = "kort"


def own(total: pd.DataFrame, t: Translator) -> None:
    """The chosen municipality in short, with the way to its page."""
    code = chosen_municipality()
    if code is None:
        return
    row = total.set_index("code").loc[code].to_dict()
    with st.container(key="front_own", gap="xsmall"):
        show("own", name=row["name"], **answers.short_answer(row, ask(queries.stages), t))
        with st.container(key="front_links", horizontal=True, gap="small"):
            st.page_link("pages/municipality.py", label=t("Se hvorfor, og hvad næste skridt er"),
                         icon=":material/arrow_forward:")  # fmt: skip
            asking_link(t("Spørg kommunen"), code)


def make_layer(chosen: str, scores: pd.DataFrame, t: Translator) -> layers.Layer:
    """The layer of that id, with the build's own limit for a midpoint."""
    return once(
        lambda house: layers.asked_layer(queries.hearings(house), t)
        if chosen == layers.ASKED
        else layers.make_layer(
            chosen, scores, queries.stages(house), house.build.minimum_coverage, t
        ),
        "layer", chosen, t.language,
    )  # fmt: skip


def main_map(scores: pd.DataFrame, t: Translator) -> layers.Layer:
    """The map under its title and its choice of layer; gives the layer that is shown."""
    dimensions = ask(queries.dimensions)
    heading = st.container()  # the choice, which stands under the title, decides what it says
    chosen = address.segments(t("Kortet viser"), layers.short_names(dimensions, t), LAYER)
    title = layers.layer_title(chosen, dimensions, t)
    with heading:
        show("card", words=words(title, ""))
    layer = make_layer(chosen, scores, t)
    map_card(
        layer,
        words(title, layer.subtitle, outlines=True),
        once(
            lambda house: tables.municipalities(scores, dimensions, queries.stages(house), t).loc[
                queries.municipalities(house)["code"]
            ],  # in Danish alphabetical order
            "overview",
            t.language,
        ),
        key=MAP,
        stem=file_stem("danmark", chosen, warehouse().build.built_at.date()),
        kept=("layer", chosen),
        whole=whole.scores(t),
    )
    return layer


def at_a_glance(scores: pd.DataFrame, t: Translator) -> None:
    """The map, and beside it the municipality, the legend, the country and who is best."""
    total = scores[scores["dimension"] == "total"]
    with st.container(key="front"):
        own(total, t)
        with st.container(key="front_map", gap="xsmall"):
            layer = main_map(scores, t)
        with st.container(key="front_legend"):
            show(
                "legend",
                title=t("Farverne, og hvor mange kommuner"),
                rows=answers.legend(layer),
                note=layer.subtitle,
            )
        with st.container(key="front_figures"):
            shares = ask(met_shares, warehouse().build.newest_year)
            show("keyfigures",
                 figures=sentences.key_figures(total, shares, ask(queries.criteria), t))  # fmt: skip
        with st.container(key="front_best"):
            show("said", term=t("Hvem er bedst?"), says=answers.best_text(total, t))


def draw_dimension(dimension: Row, scores: pd.DataFrame, t: Translator) -> None:
    """One dimension: its mark, its median and its map."""
    id_ = dimension["id"]
    layer, name = make_layer(id_, scores, t), t.pick(dimension, "name")
    show("dimension", id=id_, name=name,
         says=sentences.of_dimension(scores[scores["dimension"] == id_], t))  # fmt: skip
    title = layers.layer_names(ask(queries.dimensions), t)[id_]
    small_map(layer, words(title, layer.subtitle), key=f"{MAP}_{id_}", kept=("layer", id_))


def draw_dimensions(scores: pd.DataFrame, t: Translator) -> None:
    """The three dimensions side by side, in the colours of the large map."""
    st.header(t("De tre dimensioner"), anchor=False)
    with st.container(key="three"):
        for dimension in ask(queries.dimensions).to_dict("records"):
            with st.container(key=f"three_{dimension['id']}", gap="xxsmall"):
                draw_dimension(dimension, scores, t)
    st.caption(
        t("Farverne er de samme som på det store kort, hvor hver dimension kan vælges og hentes som "
          "billede og tabel.")
    )  # fmt: skip


def draw_distribution(total: pd.DataFrame, t: Translator) -> None:
    """How the municipalities spread."""
    known = total[total["coverage"] > 0]
    wording = words(sentences.spread(t), sentences.spread_of(total, t))
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
        alt=sentences.spread_alt(t),
        whole=whole.scores(t),
    )


def main() -> None:
    """The page."""
    t = translate()
    st.title(
        t("Hvor godt samarbejder kommunerne med de frivillige sociale foreninger?"), anchor=False
    )
    st.markdown(
        t("Godt samarbejde er på én gang **formelt**, **reelt** og **gennemskueligt**. Kortet viser, "
          "hvor meget af det offentlige kilder dokumenterer. Vælg din kommune, eller klik på kortet.")
    )  # fmt: skip
    scores = ask(queries.scores, warehouse().build.newest_year)
    total = scores[scores["dimension"] == "total"]
    at_a_glance(scores, t)
    draw_dimensions(scores, t)
    st.header(t("Fordelingen"), anchor=False)
    st.markdown(plain(sentences.in_words(total, warehouse().build.minimum_coverage, t)))
    draw_distribution(total, t)
    st.page_link("pages/trends.py", label=t("Hvad har flyttet sig?"),
                 icon=":material/arrow_forward:")  # fmt: skip
    newsroom_link(chosen_municipality(), t)


main()
