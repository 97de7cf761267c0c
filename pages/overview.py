"""Overblik: where the country stands, and the way to one's own municipality."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, words
from components.maps import map_card
from components.state import (
    ask,
    chosen_municipality,
    once,
    translate,
    warehouse,
)
from components.text import plain, show
from samspil.analysis.next_step import met_shares
from samspil.present import answers, layers
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.distribution import distribution
from samspil.present.sentences import overview as sentences
from samspil.present.tables import overview as tables
from samspil.warehouse import queries

LAYER = "lag"
MAP = "kort"


def country(total: pd.DataFrame, t: Translator) -> None:
    """The country in four figures."""
    build = warehouse().build
    shares, criteria = ask(met_shares, build.newest_year), ask(queries.criteria)
    show("keyfigures", figures=sentences.key_figures(total, shares, criteria, t))


def side(scores: pd.DataFrame, layer: layers.Layer, t: Translator) -> None:
    """Beside the map: the country, the legend, the chosen municipality, and who is best."""
    total = scores[scores["dimension"] == "total"]
    country(total, t)
    show(
        "legend",
        title=t("Farverne, og hvor mange kommuner"),
        rows=answers.legend(layer),
        note=layer.subtitle,
    )
    if code := chosen_municipality():
        row = total.set_index("code").loc[code].to_dict()
        show("own", name=row["name"], **answers.short_answer(row, ask(queries.stages), t))
        st.page_link("pages/municipality.py", label=t("Se hvorfor, og hvad næste skridt er"),
                     icon=":material/arrow_forward:")  # fmt: skip
    show("said", term=t("Hvem er bedst?"), says=answers.best_text(total, t))


def main_map(scores: pd.DataFrame, t: Translator) -> None:
    """The map with its choice of layer, and beside it the answers."""
    names = layers.layer_names(ask(queries.dimensions), t)
    with st.container(key="split", horizontal=True):
        with st.container(key="split_main"):
            chosen = address.choice(t("Kortet viser"), names, LAYER)
            minimum = warehouse().build.minimum_coverage
            dimensions, stages = ask(queries.dimensions), ask(queries.stages)
            layer = layers.make_layer(chosen, scores, stages, minimum, t)
            title = t("{name}, kommune for kommune").format(name=names[chosen])
            map_card(
                layer,
                words(title, layer.subtitle, outlines=True),
                once(
                    lambda _: tables.municipalities(scores, dimensions, stages, t),
                    "overview",
                    t.language,
                ),
                key=MAP,
                stem=file_stem("danmark", chosen, warehouse().build.built_at.date()),
                kept=("layer", chosen),
            )
        with st.container(key="split_side", gap="small"):
            side(scores, layer, t)


def draw_distribution(total: pd.DataFrame, t: Translator) -> None:
    """How the municipalities spread."""
    known = total[total["coverage"] > 0]
    wording = words(
        t("Så meget er dokumenteret i kommunerne"),
        t("Antal kommuner efter dokumenterede point i alt. Kommuner, som intet er kendt "
          "om, er udeladt: {n}.").format(n=len(total) - len(known)),
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
        alt=t("Søjlediagram over, hvor mange kommuner der ligger i hvert pointinterval."),
    )


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Hvor godt samarbejder kommunerne med de frivillige sociale foreninger?"))
    st.markdown(
        t("Godt samarbejde er på én gang **formelt**, **reelt** og **gennemskueligt**. Kortet viser, "
          "hvor meget af det offentlige kilder dokumenterer. Vælg din kommune, eller klik på kortet.")
    )  # fmt: skip
    scores = ask(queries.scores, warehouse().build.newest_year)
    total = scores[scores["dimension"] == "total"]
    main_map(scores, t)
    st.header(t("Fordelingen"))
    st.markdown(plain(sentences.in_words(total, warehouse().build.minimum_coverage, t)))
    draw_distribution(total, t)
    st.page_link("pages/trends.py", label=t("Hvad har flyttet sig?"),
                 icon=":material/arrow_forward:")  # fmt: skip


main()
