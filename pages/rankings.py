"""Ranglisten: every municipality by the reader's own weights, always with its band."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, table, words
from components.state import ask, once, translate, vocabulary, warehouse
from components.text import plain, show
from components.weighing import weighing
from samspil.model.ranking import (
    TOTAL,
    Terms,
    ranked_codes,
    ranking,
    ranking_drivers,
    with_default_weights,
)
from samspil.model.scoring import WeightError
from samspil.present.address import ANY, PARAMETERS
from samspil.present.answers import best_text
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.interval import interval_bars
from samspil.present.sentences import rankings as sentences
from samspil.present.tables import rankings as tables
from samspil.warehouse import queries

SIZES = {"under-30": (0, 30_000), "30-60": (30_000, 60_000), "60-100": (60_000, 100_000),
         "over-100": (100_000, 10**9)}  # fmt: skip
SHARES = PARAMETERS["kendt"].allowed[1:]


def terms_of(t: Translator) -> Terms:
    """On which terms the reader asks for the ranking."""
    build = warehouse().build
    dimensions, criteria = weighing(t)
    years = {str(year): str(year) for year in range(build.newest_year, 2006, -1)}
    horizons = {"8": t("otte år"), "4": t("fire år"), ANY: t("alle år")}
    with st.container(horizontal=True):
        year = address.choice(t("År"), years, "aar")
        horizon = address.choice(t("En kilde med årstal tæller i"), horizons, "horisont")
    return Terms(dimensions, criteria, None if horizon == ANY else int(horizon), int(year))


def kept(total: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The rows that the reader's filters keep; ranks stay those of the whole country."""
    places = ask(queries.municipalities).set_index("code")
    rows = total.join(places[["region", "landsdel", "kommunegruppe", "population"]], on="code")
    everything, named = {ANY: t("Alle")}, vocabulary()
    with st.expander(t("Vis kun nogle kommuner")):
        for field, label in (
            ("region", t("Region")),
            ("landsdel", t("Landsdel")),
            ("kommunegruppe", t("Kommunegruppe")),
        ):
            values = {value: named.group(value) for value in sorted(places[field].unique())}
            chosen = address.choice(label, everything | values, field)
            if chosen != ANY:
                rows = rows[rows[field] == chosen]
        sizes = {
            "under-30": t("under 30.000 indbyggere"),
            "30-60": t("30.000–60.000 indbyggere"),
            "60-100": t("60.000–100.000 indbyggere"),
            "over-100": t("over 100.000 indbyggere"),
        }
        size = address.choice(t("Størrelse"), everything | sizes, "indbyggere")
        if size != ANY:
            low, high = SIZES[size]
            rows = rows[(rows["population"] >= low) & (rows["population"] < high)]
        stages = ask(queries.stages)
        steps = {str(s["stage"]): t("mindst trin {n}: {name}").format(
            n=s["stage"], name=t.pick(s, "name")) for s in stages.to_dict("records")[1:]}  # fmt: skip
        step = address.choice(t("Modenhedstrin"), everything | steps, "trin")
        if step != ANY:
            rows = rows[rows["stage_low"] >= int(step)]
        shares = {share: t("mindst {share} kendt").format(share=t.percent(float(share)))
                  for share in SHARES}  # fmt: skip
        share = address.choice(t("Kendt"), everything | shares, "kendt")
        if share != ANY:
            rows = rows[rows["coverage"].round(9) >= float(share)]
    return rows


def ordered(rows: pd.DataFrame, scores: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The rows in the order that the reader chose."""
    dimensions = ask(queries.dimensions)
    orders = {
        "placering": t("Placering"),
        "dokumenteret": t("Mest dokumenteret (ikke en placering)"),
        **{d["id"]: t("Dokumenteret: {name}").format(name=t.pick(d, "name").lower())
           for d in dimensions.to_dict("records")},
        "kendt_andel": t("Hvor meget der er kendt"),
        "navn": t("Navn"),
    }  # fmt: skip
    order = address.choice(t("Sortér efter"), orders, "sorter")
    if order in set(dimensions["id"]):
        part = scores[scores["dimension"] == order].set_index("code")["documented"]
        return rows.assign(key=rows["code"].map(part)).sort_values(
            "key", ascending=False, kind="stable"
        )
    by = {"placering": ["rank", "documented"], "dokumenteret": ["documented"],
          "kendt_andel": ["coverage"], "navn": []}[order]  # fmt: skip
    if not by:
        return rows
    return rows.sort_values(by, ascending=[name == "rank" for name in by], kind="stable")


def show_drivers(terms: Terms, ranked: tuple[str, ...], t: Translator) -> None:
    """What moves the ranks most, in a sentence and a table."""
    rows = ask(ranking_drivers, terms, ranked)
    st.header(t("Hvad betyder mest for placeringerne?"))
    if rows.empty:
        st.markdown(t("Der er for få kommuner med en placering til, at det kan siges."))
        return
    criteria = ask(queries.criteria)
    st.markdown(plain(sentences.first_driver(rows, criteria, t)))
    table(tables.drivers(rows, criteria, t), words(t("Hvad betyder mest for placeringerne?"), ""),
          key="drivere", stem="placering-drivere")  # fmt: skip


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Ranglisten"))
    st.markdown(
        t("En placering gives kun, hvor mindst {share} er kendt i gennemsnit af de tre "
          "dimensioner, og altid med det spænd, som følger af vægtene og det ukendte.").format(
            share=t.percent(warehouse().build.minimum_coverage))
    )  # fmt: skip
    total = ask(queries.scores, warehouse().build.newest_year).query("dimension == 'total'")
    show("said", term=t("Hvem er bedst?"), says=best_text(total, t))
    terms = terms_of(t)
    try:
        scores = ask(ranking, terms)
    except WeightError:
        st.warning(t("Mindst én dimension og ét kriterium i den skal have en vægt over 0."))
        return
    total = scores[scores["dimension"] == TOTAL]
    if total.empty:
        st.warning(t("Mindst én dimension og ét kriterium i den skal have en vægt over 0."))
        return
    equal = ask(ranking, ask(with_default_weights, terms))
    equal = equal[equal["dimension"] == TOTAL]
    rows = ordered(kept(total, t), scores, t)
    st.markdown(sentences.how_many(len(rows), len(total), int(total["rank"].count()), t))
    if rows.empty:
        st.info(t("Ingen kommuner passer til dine valg. Fjern et af dem."))
        return
    shown = tables.ranking(rows, scores, equal, t, dimensions=ask(queries.dimensions),
                           stages=ask(queries.stages))  # fmt: skip
    day = warehouse().build.built_at.date()
    title = t("Ranglisten {year}: midtpunkt og spænd").format(year=terms.year)
    table(shown, words(title, ""), key="rangliste",
          stem=file_stem("danmark", "rangliste", str(terms.year), day))  # fmt: skip
    wording = words(
        t("Kommunerne i samme rækkefølge"),
        t("Mørkt: dokumenteret. Skraveret: ikke kendt. Streg: midtpunkt."),
    )
    labelled = rows.assign(label=rows["name"])
    figure(
        once(lambda _: interval_bars(labelled, wording, t, compact=True),
             "ranking", terms, tuple(rows["code"]), t.language),
        wording,
        shown,
        key="intervaller",
        stem=file_stem("danmark", "intervaller", str(terms.year), day),
        alt=t("Vandrette søjler, én for hver kommune i tabellens rækkefølge."),
    )  # fmt: skip
    show_drivers(terms, ranked_codes(scores), t)


main()
