"""Kommunen: how one municipality stands, why, and what it can do next."""

import pandas as pd
import streamlit as st

from components import address
from components.advice import advice
from components.asking import asking
from components.council import council
from components.development import development
from components.figure import footer, table, words
from components.marks import older_records
from components.objection import objection_form
from components.paper import paper
from components.part import part
from components.release import for_the_newest, with_notices
from components.standing import standing
from components.state import ask, chosen_municipality, translate, warehouse
from components.text import plain, show
from components.voices import paper_and_practice
from samspil.analysis import terms
from samspil.present import items, whole
from samspil.present import profile as municipality_profile
from samspil.present.background import key_figures
from samspil.present.export import file_stem
from samspil.present.figures import compare
from samspil.present.head import head
from samspil.present.i18n import Translator
from samspil.present.pages import PATHS
from samspil.present.plot.interval import interval_bars
from samspil.present.sentences import municipality as sentences
from samspil.present.sentences.hearing import asked
from samspil.present.sentences.years import adopted_text
from samspil.present.tables.background import by_year, publishers
from samspil.present.tables.intervals import of_several
from samspil.warehouse import queries

SECTION = "afsnit"


def explanation(t: Translator) -> None:
    """What the figures of the head mean, one click away."""
    with st.popover(t("Hvad betyder tallene?"), type="tertiary"):
        st.markdown(
            t("Det første tal er, hvad offentlige kilder dokumenterer. Det andet er det "
              "højeste, tallet kan blive, hvis alt ukendt viser sig at være opfyldt. Hvor "
              "meget der er kendt i alt, er regnet i gennemsnit af de tre dimensioner. "
              "Midtpunktet regner hvert ukendt kriterium for halvt opfyldt. Trinnet følger "
              "den svageste dimension. Læs mere under Metode.")
        )  # fmt: skip


def profile(code: str, name: str, scores: pd.DataFrame, t: Translator) -> None:
    """How the municipality stands in short: points, building blocks, rank, stage and next step."""
    dimensions = ask(queries.dimensions)
    rows = compare.by_part(compare.in_order(scores, [code], dimensions), dimensions, t)
    wording = words(sentences.profile(name, t), "")
    with st.container(key="figure_profil", gap="small"):
        show("head", **head(ask, warehouse().build, code, t))
        footer(
            wording,
            of_several(rows, t),
            key="profil",
            stem=file_stem(name, "profil", warehouse().build.built_at.date()),
            drawn=lambda: interval_bars(rows.assign(label=rows["dimension"]), wording, t),
            whole=whole.scores(t),
        )


def objections(code: str, t: Translator) -> None:
    """Objections to the evidence on this municipality, with their outcome."""
    rows = ask(queries.corrections, code)
    if rows.empty:
        st.markdown(t("Der er ingen indsigelser mod oplysningerne om denne kommune."))
        return
    show("objections", rows=items.objections(rows, t))


def criteria(code: str, name: str, own: pd.DataFrame, marks: pd.DataFrame, t: Translator) -> None:
    """Every criterion in a grid, and behind one click all that was read."""
    adopted = ask(terms.adoptions, code).head(1).to_dict("records")
    parts = municipality_profile.criteria(
        code,
        with_notices(marks).to_dict("records"),
        ask(queries.dimensions),
        t,
        adopted=adopted_text(adopted[0], t) if adopted else "",
    )
    show(
        "criteria",
        parts=parts,
        uncertain=t("Usikkert"),
        unknown_title=t("Ikke kendt"),
        asking=t("Spørg kommunen om dem"),
    )
    records = ask(queries.records, code)
    if len(records):
        older_records(with_notices(records, "id").to_dict("records"), t, named=True)
    paper_and_practice(code, name, own, marks, t)


def background(code: str, name: str, t: Translator) -> None:
    """Public statistics as key figures and year by year, and what states a § 18 amount."""
    rows = ask(queries.context, code)
    with st.container(key="figures_four"):
        show("keyfigures", figures=key_figures(rows, t))
    if amounts := items.amounts(with_notices(rows), t):
        show("items", intro="", items=amounts)
    st.caption(t("Tallene er baggrund: de indgår ikke i point, placering eller trin."))
    years = by_year(rows, t)
    if len(years):
        title = t("Offentlige tal om {name} år for år").format(name=name)
        source = publishers(rows, ask(queries.snapshots), t)
        table(years, words(title, "", source=source), key="baggrundstal", stem="baggrund")


def section(chosen: str, name: str, code: str, own: pd.DataFrame, marks: pd.DataFrame) -> None:
    """The section that the reader opened."""
    t = translate()
    if chosen == "kriterier":
        criteria(code, name, own, marks, t)
    elif chosen == "naeste":
        advice(code, t)
    elif chosen == "spoerg":
        asking(code, t)
    elif chosen == "udvikling":
        development(name, code, marks, t)
    elif chosen == "baggrund":
        background(code, name, t)
    elif chosen == "indsigelser":
        objections(code, t)
        if for_the_newest(PATHS["municipality"]):
            return
        objection_form(code, name, ask(queries.criteria), ask(queries.records, code), t)
    elif chosen == "byraad":
        council(code, marks, t)
    else:
        standing(name, code, t)


def sections(name: str, code: str, own: pd.DataFrame, marks: pd.DataFrame) -> None:
    """The row of sections, and the one that is open."""
    t = translate()
    names = {
        "sammenligning": t("Sammenligning"),
        "kriterier": t("Kriterier"),
        "naeste": t("Næste skridt"),
        "spoerg": t("Spørg kommunen"),
        "udvikling": t("Udvikling"),
        "baggrund": t("Baggrund"),
        "indsigelser": t("Indsigelser"),
        "byraad": t("Til byrådsmødet"),
    }
    chosen = address.segments(t("Afsnit"), names, SECTION)
    st.header(names[chosen], anchor=False)
    section(chosen, name, code, own, marks)
    with st.container(key="section_paper"):
        paper()


def main() -> None:
    """The page."""
    t, code = translate(), chosen_municipality()
    if code is None:
        st.title(t("Kommunen"), anchor=False)
        st.info(t("Vælg en kommune på listen øverst."))
        return
    year = warehouse().build.newest_year
    place = ask(queries.municipalities).set_index("code").loc[code]
    scores = ask(queries.scores, year)
    own = scores[scores["code"] == code].set_index("dimension")
    marks = ask(queries.marks, code, year)
    st.title(plain(t.pick(place, "official")), anchor=False)
    with st.container(key="facts", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            t("{region} · {people} indbyggere · {known} af {all} kriterier kendt").format(
                region=plain(place["region"]),
                people=t.number(place["population"]),
                known=int(marks["level"].notna().sum()),
                all=len(marks),
            )
            + f" · {asked(ask(queries.hearings).set_index('code').loc[code].to_dict(), t)}"
        )
        explanation(t)
    if own.loc["total", "coverage"] == 0:
        st.info(plain(sentences.nothing_known(place["name"], t)))
    profile(code, place["name"], scores, t)
    part(lambda: sections(place["name"], code, own, marks))


main()
