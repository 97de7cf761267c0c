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
from samspil.present.wording import rank_text, stage_text
from samspil.warehouse import queries

LAYER = "lag"
MAP = "kort"


def country(total: pd.DataFrame, t: Translator) -> None:
    """The country in four figures."""
    year = warehouse().build.newest_year
    shares, criteria = ask(met_shares, year), ask(queries.criteria).set_index("id")
    scored = shares.set_index("criterion").reindex(criteria.index)
    most = scored["met"].max()
    common = t.listing(t.texts(criteria[scored["met"] == most], "name"))
    with st.container(horizontal=True):
        st.metric(
            t("Dokumenteret i den midterste kommune"),
            t("{n} af 100 point").format(n=t.number(total["documented"].median())),
            help=t("Halvdelen af de 98 kommuner ligger over, halvdelen under."),
        )
        st.metric(
            t("Kendt i den midterste kommune"),
            t.percent(total["coverage"].median()),
            help=t("Kendt fra en offentlig kilde, i gennemsnit af de tre dimensioner."),
        )
        st.metric(
            t("Belyst nok til en placering"),
            t("{n} af {m} kommuner").format(n=int(total["rank"].count()), m=len(total)),
            help=t("Mindst {share} skal være kendt i gennemsnit af de tre dimensioner.").format(
                share=t.percent(warehouse().build.minimum_coverage)
            ),
        )
        st.metric(
            t("Oftest fundet opfyldt"),
            t("{n} kommuner").format(n=int(most)),
            help=t("Det kriterium, eller de, som flest kommuner vides at opfylde."),
            delta=plain(common),
            delta_color="off",
            delta_arrow="off",
        )


def in_words(total: pd.DataFrame, t: Translator) -> str:
    """What the map and the distribution show, in three sentences."""
    best = total.nlargest(3, "documented")
    named = t.listing(
        f"{row['name']} ({t.number(row['documented'])})" for row in best.to_dict("records")
    )
    minimum = warehouse().build.minimum_coverage
    thin = int((total["coverage"].round(9) < minimum).sum())
    none = total.loc[total["coverage"] == 0, "name"]
    text = t(
        "Mest er dokumenteret i {named}. I {thin} af {all} kommuner er mindre end {share} kendt i "
        "gennemsnit af de tre dimensioner, så et lavt tal betyder oftest, at der ikke er fundet "
        "noget – ikke at samarbejdet mangler."
    ).format(named=named, thin=thin, all=len(total), share=t.percent(minimum))
    if len(none):
        text += " " + t("Om {names} er der slet ikke fundet noget.").format(names=t.listing(none))
    return text


def as_table(scores: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Every municipality with its scores, for the table under the map and the downloads."""
    stages = ask(queries.stages)
    wide = scores.pivot(index="code", columns="dimension", values="documented")
    total = scores[scores["dimension"] == "total"].set_index("code")
    table = pd.DataFrame({t("Kode"): total.index, t("Kommune"): total["name"]}, index=total.index)
    table[t("Dokumenteret i alt")] = total["documented"].round(1)
    for dimension in ask(queries.dimensions).to_dict("records"):
        name = t("Dokumenteret: {name}").format(name=t.pick(dimension, "name").lower())
        table[name] = wide[dimension["id"]].round(1)
    table[t("Muligt i alt")] = total["possible"].round(1)
    table[t("Midtpunkt")] = total["midpoint"].round(1)
    table[t("Kendt, pct.")] = (100 * total["coverage"]).round(1)
    table[t("Trin")] = [stage_text(row, stages, t) for row in total.to_dict("records")]
    table[t("Placering")] = [rank_text(row, t) for row in total.to_dict("records")]
    return table


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
    shown = known[["code", "name", "documented", "coverage"]].round(3)
    shown.columns = [t("Kode"), t("Kommune"), t("Dokumenteret i alt"), t("Kendt (andel)")]
    selected = chosen_municipality()
    figure(
        once(
            lambda _: distribution(known, wording, t, selected=selected),
            "distribution",
            selected,
            t.language,
        ),
        wording,
        shown,
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
    st.markdown(plain(in_words(total, t)))
    table = once(lambda _: as_table(scores, t), "overview", t.language)
    draw_map(scores, table, t)
    st.header(t("Fordelingen"))
    draw_distribution(total, t)


main()
