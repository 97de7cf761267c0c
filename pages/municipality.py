"""Kommunen: how one municipality stands, why, and what it can do next."""

from datetime import date

import pandas as pd
import streamlit as st

from components import advice, standing
from components.figure import figure, words
from components.marks import dimension_marks
from components.objection import objection_form
from components.state import ask, chosen_municipality, once, translate, warehouse
from components.text import facts, plain, show
from samspil.analysis import next_step
from samspil.analysis.facets import facet_score
from samspil.model.codebook import ADOPTION_YEAR, DERIVED
from samspil.present import items
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.interval import interval_bars
from samspil.present.sentences import intervals
from samspil.present.sentences import municipality as sentences
from samspil.present.tables.intervals import of_one
from samspil.warehouse import queries

INFLUENCE = "influence"


def day() -> date:
    """The date that file names carry."""
    return warehouse().build.built_at.date()


def summary(name: str, own: pd.DataFrame, dimensions: pd.DataFrame, t: Translator) -> None:
    """The answer in short: interval, stage, rank and the weakest dimension."""
    if own.loc["total", "coverage"] == 0:
        st.info(plain(sentences.nothing_known(name, t)))
        return
    facts(sentences.summary(own, dimensions, ask(queries.stages), t))
    with st.popover(t("Hvad betyder tallene?")):
        st.markdown(
            t("Det første tal er, hvad offentlige kilder dokumenterer. Det andet er loftet, hvis "
              "alt ukendt viste sig at være opfyldt. Hvor meget der er kendt i alt, er regnet i "
              "gennemsnit af de tre dimensioner. Midtpunktet regner hvert ukendt kriterium som "
              "halvt opfyldt. Trinnet følger den svageste dimension. Læs mere under Metode.")
        )  # fmt: skip


def profile(name: str, own: pd.DataFrame, dimensions: pd.DataFrame, t: Translator) -> None:
    """The total and the three dimensions as intervals."""
    rows = own.loc[["total", *dimensions["id"]]].copy()
    rows["label"] = [t("I alt"), *t.texts(dimensions, "name")]
    wording = words(
        t("{name}: formelt, reelt og gennemskueligt").format(name=name),
        t("Mørkt: dokumenteret. Skraveret: ikke kendt. Streg: midtpunkt."),
    )
    figure(
        once(lambda _: interval_bars(rows, wording, t), "profile", name, t.language),
        wording,
        of_one(rows, t),
        key="profil",
        stem=file_stem(name, "score", day()),
        alt=intervals(rows, rows["label"], t),
    )


def criterion_by_criterion(
    code: str, marks: pd.DataFrame, dimensions: pd.DataFrame, t: Translator
) -> None:
    """Every mark with its source; the derived one shows the records that it is computed from."""
    st.header(t("Kriterium for kriterium"))
    st.caption(t("✓ opfyldt · ◐ delvist opfyldt · ✕ ikke opfyldt · ? ikke kendt"))
    records: dict[str, list[dict]] = {}
    for record in ask(queries.records, code).to_dict("records"):
        records.setdefault(record["criterion"], []).append(record)
    records[DERIVED] = records.get(ADOPTION_YEAR, [])
    rows = marks.to_dict("records")
    for dimension in dimensions.to_dict("records"):
        dimension_marks(dimension, rows, records, t)


def paper_and_practice(name: str, own: pd.DataFrame, marks: pd.DataFrame, t: Translator) -> None:
    """Formal against real: what is on paper, and what gives influence."""
    influence = facet_score(marks, INFLUENCE)
    rows = pd.DataFrame(
        [
            own.loc["formal"].to_dict() | {"label": t("På papiret (formelt)")},
            influence | {"label": t("Indflydelse i praksis")},
        ]
    )
    wording = words(
        t("{name}: på papiret og i praksis").format(name=name),
        sentences.influence(marks[marks["facet"] == INFLUENCE], t),
    )
    figure(
        once(lambda _: interval_bars(rows, wording, t), "paper", name, t.language),
        wording,
        of_one(rows, t),
        key="papir",
        stem=file_stem(name, "formelt-og-reelt", day()),
        alt=intervals(rows, rows["label"], t),
    )


def objections(code: str, t: Translator) -> None:
    """Objections to the evidence on this municipality, with their outcome."""
    rows = ask(queries.corrections, code)
    if rows.empty:
        st.markdown(t("Der er ingen indsigelser mod oplysningerne om denne kommune."))
        return
    show("objections", rows=items.objections(rows, t))


def main() -> None:
    """The page."""
    t, code = translate(), chosen_municipality()
    if code is None:
        st.title(t("Kommunen"))
        st.info(t("Vælg en kommune på listen øverst."))
        return
    year = warehouse().build.newest_year
    places = ask(queries.municipalities).set_index("code")
    name, dimensions = places.loc[code, "name"], ask(queries.dimensions)
    scores = ask(queries.scores, year)
    own = scores[scores["code"] == code].set_index("dimension")
    marks = ask(queries.marks, code, year)
    st.title(t("{name} Kommune").format(name=plain(name)))
    summary(name, own, dimensions, t)
    profile(name, own, dimensions, t)
    st.header(t("Næste skridt"))
    advice.next_steps(ask(next_step.next_steps, code, year), ask(next_step.examples, code, year), t)
    st.header(t("Ikke fundet endnu"))
    advice.not_found(ask(next_step.not_found, code, year), t)
    criterion_by_criterion(code, marks, dimensions, t)
    st.header(t("På papiret og i praksis"))
    paper_and_practice(name, own, marks, t)
    st.header(t("Sammenlignet med andre"))
    standing.standing(name, code, t)
    st.header(t("Baggrund"))
    show("items", intro="", items=items.background(ask(queries.context, code), t))
    st.header(t("Indsigelser"))
    objections(code, t)
    objection_form(code, name, ask(queries.criteria), ask(queries.records, code), t)


main()
