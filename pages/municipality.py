"""Kommunen: how one municipality stands, why, and what it can do next."""

from datetime import date

import pandas as pd
import streamlit as st

from components import address, advice, standing
from components.figure import figure, words
from components.marks import older_records
from components.objection import objection_form
from components.state import ask, chosen_municipality, once, translate, warehouse
from components.text import plain, show
from samspil.analysis import benchmark, next_step
from samspil.analysis.facets import facet_score
from samspil.analysis.stage import next_stage
from samspil.present import items
from samspil.present import profile as municipality_profile
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.interval import interval_bars
from samspil.present.sentences import intervals
from samspil.present.sentences import municipality as sentences
from samspil.present.tables.intervals import of_one
from samspil.present.wording import next_stage_text
from samspil.warehouse import queries

INFLUENCE, SECTION = "influence", "afsnit"


def day() -> date:
    """The date that file names carry."""
    return warehouse().build.built_at.date()


def explanation(t: Translator) -> None:
    """What the figures of the head mean, one click away."""
    with st.popover(t("Hvad betyder tallene?")):
        st.markdown(
            t("Det første tal er, hvad offentlige kilder dokumenterer. Det andet er det "
              "højeste, tallet kan blive, hvis alt ukendt viser sig at være opfyldt. Hvor "
              "meget der er kendt i alt, er regnet i gennemsnit af de tre dimensioner. "
              "Midtpunktet regner hvert ukendt kriterium for halvt opfyldt. Trinnet følger "
              "den svageste dimension. Læs mere under Metode.")
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


def answer(code: str, own: pd.DataFrame, marks: pd.DataFrame, t: Translator) -> None:
    """The head: how the municipality stands, and the next step."""
    year = warehouse().build.newest_year
    rows = ask(benchmark.standing, code, year)
    similar = rows[(rows["group_id"] == "similar") & (rows["dimension"] == "total")].iloc[0]
    median = None if pd.isna(similar["median"]) else float(similar["median"])
    dimensions, stages = ask(queries.dimensions), ask(queries.stages)
    named = [ask(queries.criteria), dimensions]
    names = {id_: name for rows in named for id_, name in
             zip(rows["id"], t.texts(rows, "name"), strict=True)}  # fmt: skip
    show(
        "head",
        next=next_in_short(code, marks, t),
        **municipality_profile.head(
            own,
            marks.to_dict("records"),
            dimensions,
            t,
            stages=stages,
            median=median,
            decides=next_stage_text(ask(next_stage, code, year), names, t),
        ),
    )


def next_in_short(code: str, marks: pd.DataFrame, t: Translator) -> dict[str, str]:
    """The nearest step in one line; where no lack is known, what to ask about first."""
    steps = ask(next_step.next_steps, code, warehouse().build.newest_year)
    if len(steps):
        return {"title": t("Næste skridt"), "says": t.pick(steps.iloc[0], "advice")}
    unknown = marks[marks["level"].isna()].head(3)
    if unknown.empty:
        return {"title": t("Næste skridt"), "says": t("Alle kriterier er opfyldt.")}
    names = t.listing(name.lower() for name in t.texts(unknown, "name"))
    return {"title": t("Spørg om disse tre"), "says": f"{names}."}


def steps(code: str, t: Translator) -> None:
    """What to do next, and what nobody has found."""
    year = warehouse().build.newest_year
    advice.next_steps(ask(next_step.next_steps, code, year), ask(next_step.examples, code, year), t)
    st.header(t("Ikke fundet endnu"))
    advice.not_found(ask(next_step.not_found, code, year), t)


def criteria(code: str, marks: pd.DataFrame, t: Translator) -> None:
    """Every criterion in a grid, and behind one click all that was read."""
    parts = municipality_profile.criteria(marks.to_dict("records"), ask(queries.dimensions), t)
    show("criteria", parts=parts, uncertain=t("Usikkert"), unknown_title=t("Ikke kendt"))
    records = ask(queries.records, code).to_dict("records")
    if records:
        older_records(records, t, named=True)


def section(chosen: str, name: str, code: str, own: pd.DataFrame, marks: pd.DataFrame) -> None:
    """The section that the reader opened."""
    t = translate()
    if chosen == "kriterier":
        criteria(code, marks, t)
    elif chosen == "naeste":
        steps(code, t)
    elif chosen == "baggrund":
        show("items", intro="", items=items.background(ask(queries.context, code), t))
    elif chosen == "indsigelser":
        objections(code, t)
        objection_form(code, name, ask(queries.criteria), ask(queries.records, code), t)
    else:
        profile(name, own, ask(queries.dimensions), t)
        paper_and_practice(name, own, marks, t)
        standing.standing(name, code, t)


def main() -> None:
    """The page."""
    t, code = translate(), chosen_municipality()
    if code is None:
        st.title(t("Kommunen"))
        st.info(t("Vælg en kommune på listen øverst."))
        return
    year = warehouse().build.newest_year
    place = ask(queries.municipalities).set_index("code").loc[code]
    scores = ask(queries.scores, year)
    own = scores[scores["code"] == code].set_index("dimension")
    marks = ask(queries.marks, code, year)
    st.title(plain(t.pick(place, "official")))
    st.caption(
        t("{region} · {people} indbyggere · {known} af {all} kriterier kendt").format(
            region=plain(place["region"]),
            people=t.number(place["population"]),
            known=int(marks["level"].notna().sum()),
            all=len(marks),
        )
    )
    if own.loc["total", "coverage"] == 0:
        st.info(plain(sentences.nothing_known(place["name"], t)))
    else:
        answer(code, own, marks, t)
        explanation(t)
    names = {
        "sammenligning": t("Sammenligning"),
        "kriterier": t("Kriterier"),
        "naeste": t("Næste skridt"),
        "baggrund": t("Baggrund"),
        "indsigelser": t("Indsigelser"),
    }
    chosen = address.segments(t("Afsnit"), names, SECTION)
    st.header(names[chosen])
    section(chosen, place["name"], code, own, marks)


main()
