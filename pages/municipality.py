"""Kommunen: how one municipality stands, why, and what it can do next."""

from datetime import date

import pandas as pd
import streamlit as st

from components import address, advice, standing
from components.figure import figure, words
from components.marks import older_records
from components.objection import objection_form
from components.state import ask, chosen_municipality, once, translate, warehouse
from components.text import plain, show, source_link
from samspil.analysis import benchmark, next_step
from samspil.analysis.facets import facet_score
from samspil.analysis.stage import next_stage
from samspil.present import profile as municipality_profile
from samspil.present.export import file_stem
from samspil.present.html import Item
from samspil.present.i18n import Translator
from samspil.present.plot.interval import interval_bars
from samspil.present.wording import (
    interval_text,
    known_text,
    next_stage_text,
    rank_text,
    stage_text,
)
from samspil.warehouse import queries

INFLUENCE, SECTION = "influence", "afsnit"
FIGURES = ["label", "documented", "midpoint", "possible", "coverage"]


def day() -> date:
    """The date that file names carry."""
    return warehouse().build.built_at.date()


def summary(name: str, own: pd.DataFrame, dimensions: pd.DataFrame, t: Translator) -> None:
    """The answer in short: interval, stage, rank and the weakest dimension."""
    total = own.loc["total"]
    weakest = own.loc[dimensions["id"], "documented"].idxmin()
    weakest_name = t.pick(dimensions.set_index("id").loc[weakest], "name").lower()
    if total["coverage"] == 0:
        st.info(t("Om {name} er der ikke fundet en kilde, der er ny nok til at tælle med. Alt er "
                  "derfor ukendt – det siger intet om, hvor godt samarbejdet er.")
                .format(name=plain(name)))  # fmt: skip
        return
    lines = [
        t("**Dokumenteret:** {interval}.").format(interval=plain(interval_text(total, t))),
        t("**Modenhed:** {stage}.").format(stage=plain(stage_text(total, ask(queries.stages), t))),
        t("**Placering:** {rank}.").format(rank=plain(rank_text(total, t))),
        t("**Kendt** i gennemsnit af de tre dimensioner: {known}.").format(
            known=plain(known_text(total, t))
        ),
        t("**Svagest dokumenteret:** {dimension}, {interval}.").format(
            dimension=plain(weakest_name), interval=plain(interval_text(own.loc[weakest], t))
        ),
    ]
    if total["undated_share"] > 0:
        lines.append(t("**Uden dato:** {share} af det kendte hviler på kilder uden dato.").format(
            share=t.percent(total["undated_share"])))  # fmt: skip
    st.markdown("\n".join(f"- {line}" for line in lines))
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
        _shown(rows, t),
        key="profil",
        stem=file_stem(name, "score", day()),
        alt=". ".join(
            f"{row['label']}: {interval_text(row, t)}" for row in rows.to_dict("records")
        ),
    )


def _shown(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The figures of intervals under headings that readers see."""
    shown = rows[FIGURES].round(3)
    shown.columns = [t("Del"), t("Dokumenteret"), t("Midtpunkt"), t("Muligt"), t("Kendt (andel)")]
    return shown


def paper_and_practice(name: str, own: pd.DataFrame, marks: pd.DataFrame, t: Translator) -> None:
    """Formal against real: what is on paper, and what gives influence."""
    influence = facet_score(marks, INFLUENCE)
    asked = marks[marks["facet"] == INFLUENCE]
    named = ", ".join(t.pick(row, "name").lower() for row in asked.to_dict("records"))
    rows = pd.DataFrame(
        [
            own.loc["formal"].to_dict() | {"label": t("På papiret (formelt)")},
            influence | {"label": t("Indflydelse i praksis")},
        ]
    )
    wording = words(
        t("{name}: på papiret og i praksis").format(name=name),
        t("Indflydelse: {names}. Et papir er ikke i sig selv samarbejde.").format(names=named),
    )
    figure(
        once(lambda _: interval_bars(rows, wording, t), "paper", name, t.language),
        wording,
        _shown(rows, t),
        key="papir",
        stem=file_stem(name, "formelt-og-reelt", day()),
        alt=". ".join(
            f"{row['label']}: {interval_text(row, t)}" for row in rows.to_dict("records")
        ),
    )


def background(code: str, t: Translator) -> None:
    """Figures that are shown under their right names and never scored."""
    rows = ask(queries.context, code)
    newest = rows.drop_duplicates("indicator").set_index("indicator")
    items = []
    if "population" in newest.index:
        row = newest.loc["population"]
        says = t("1. januar {year}: {value}").format(year=row["year"], value=t.number(row["value"]))
        items.append(Item(t("Indbyggere"), f" {says}"))
    if "accounts_folkeoplysning" in newest.index:
        row = newest.loc["accounts_folkeoplysning"]
        says = t("{year}: {value} kr. pr. indbygger (netto, løbende priser; gælder ikke frivilligt "
                 "socialt arbejde)").format(year=row["year"], value=t.number(row["value"]))  # fmt: skip
        items.append(Item(t("Udgift til frivilligt folkeoplysende foreningsarbejde"), f" {says}"))
    amounts = rows[rows["indicator"] == "s18_amount"].to_dict("records")
    items += [_amount(row, t) for row in amounts] or [
        Item(t("§ 18-pulje"), f": {t('ikke fundet')}")
    ]
    show("items", intro="", items=items)


def _amount(row: dict, t: Translator) -> Item:
    """A § 18 amount with its year and its page, per inhabitant where that year's number is known."""
    year = t("uden år") if pd.isna(row["year"]) else row["year"]
    says = t("{year}: {value} kr.").format(year=year, value=t.number(row["value"]))
    if pd.notna(row["per_inhabitant"]):
        says += t(", {value} kr. pr. indbygger").format(value=t.number(row["per_inhabitant"], 1))
    return Item(
        t("§ 18-pulje"), f" {says} –", t.pick(row, "note"), source_link(row["source_url"], t)
    )


def objections(code: str, t: Translator) -> None:
    """Objections to the evidence on this municipality, with their outcome."""
    rows = ask(queries.corrections, code)
    if rows.empty:
        st.markdown(t("Der er ingen indsigelser mod registreringerne om denne kommune."))
        return
    outcomes = {"open": t("åben"), "accepted": t("godtaget"), "rejected": t("afvist")}
    shown = [
        {
            "date": t.date(row["date"].date()),
            "criterion": t.pick(row, "criterion"),
            "objection": row["objection"],
            "outcome": outcomes[row["outcome"]],
            "reason": row["reason"] if pd.notna(row["reason"]) else "",
        }
        for row in rows.to_dict("records")
    ]
    show("objections", rows=shown)


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
        background(code, t)
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
    st.title(t("{name} Kommune").format(name=plain(place["name"])))
    st.caption(
        t("{region} · {people} indbyggere · {known} af {all} kriterier kendt").format(
            region=plain(place["region"]),
            people=t.number(place["population"]),
            known=int(marks["level"].notna().sum()),
            all=len(marks),
        )
    )
    if own.loc["total", "coverage"] == 0:
        summary(place["name"], own, ask(queries.dimensions), t)
    else:
        answer(code, own, marks, t)
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
