"""Kommunen: how one municipality stands, why, and what it can do next."""

from datetime import date

import pandas as pd
import streamlit as st

from components import advice, standing
from components.figure import figure, words
from components.marks import dimension_marks
from components.objection import objection_form
from components.state import ask, chosen_municipality, once, translate, warehouse
from components.text import plain, show, source_link
from samspil.analysis import next_step
from samspil.analysis.facets import facet_score
from samspil.model.codebook import ADOPTION_YEAR, DERIVED
from samspil.present.export import file_stem
from samspil.present.html import Item
from samspil.present.i18n import Translator
from samspil.present.plot.interval import interval_bars
from samspil.present.wording import interval_text, known_text, rank_text, stage_text
from samspil.warehouse import queries

INFLUENCE = "influence"
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
    background(code, t)
    st.header(t("Indsigelser"))
    objections(code, t)
    objection_form(code, name, ask(queries.criteria), ask(queries.records, code), t)


main()
