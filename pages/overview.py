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
    of_all = t("af {m}").format(m=len(total))
    show(
        "keyfigures",
        figures=[
            {
                "value": t.number(total["documented"].median()),
                "unit": t("af 100 point"),
                "says": t("dokumenteret i medianen: halvdelen af kommunerne har mere"),
            },
            {
                "value": t.percent(total["coverage"].median()),
                "unit": "",
                "says": t("kendt i medianen, i gennemsnit af de tre dimensioner"),
            },
            {
                "value": int(total["rank"].count()),
                "unit": of_all,
                "says": t("kommuner med nok viden til en placering"),
            },
            {
                "value": int(most),
                "unit": of_all,
                "says": t("opfylder det, der oftest er fundet: {name}").format(name=common.lower()),
            },
        ],
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
            layer = layers.make_layer(chosen, scores, ask(queries.stages), minimum, t)
            title = t("{name}, kommune for kommune").format(name=names[chosen])
            map_card(
                layer,
                words(title, layer.subtitle, outlines=True),
                once(lambda _: as_table(scores, t), "overview", t.language),
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
        t("Godt samarbejde er på én gang **formelt**, **reelt** og **gennemskueligt**. Kortet viser, "
          "hvor meget af det offentlige kilder dokumenterer. Vælg din kommune, eller klik på kortet.")
    )  # fmt: skip
    scores = ask(queries.scores, warehouse().build.newest_year)
    total = scores[scores["dimension"] == "total"]
    main_map(scores, t)
    st.header(t("Fordelingen"))
    st.markdown(plain(in_words(total, t)))
    draw_distribution(total, t)


main()
