"""Kriterier: all criteria in one figure, and one of them opened with its map and who meets it."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import markup, table, words
from components.maps import map_card
from components.pick import picking
from components.release import with_notices
from components.state import (
    LANGUAGE,
    MUNICIPALITY,
    ask,
    chosen_municipality,
    language,
    translate,
    vocabulary,
    warehouse,
)
from components.text import plain, show
from samspil.analysis.criteria import by_group, counts, levels_of
from samspil.present import whole
from samspil.present.address import link
from samspil.present.export import file_stem
from samspil.present.figures import criteria as figures
from samspil.present.i18n import Row, Translator
from samspil.present.items import examples, source_link
from samspil.present.layers import criterion_layer
from samspil.present.plot.criteria import level_bars
from samspil.present.sentences import criteria as sentences
from samspil.present.tables import criteria as tables
from samspil.present.wording import level_text, origin_name
from samspil.warehouse import queries

CRITERION, SORTING, MAP, GROUPS = "kriterium", "kriterieorden", "kriteriekort", "grupper"
FIGURE, OPENED = "kriterier", "opened"
SHOWN = 5
"""Examples that stand beside the map; the others are folded."""


def links(criteria: pd.DataFrame, sorting: str) -> dict[str, str]:
    """The address that opens each criterion and keeps what else the reader chose, by its id."""
    kept = {MUNICIPALITY: chosen_municipality(), LANGUAGE: language(), SORTING: sorting}
    return {id_: link("", **kept, **{CRITERION: id_}) for id_ in criteria["id"]}


def open_criterion(id_: str) -> None:
    """Open another criterion; for a click in the figure."""
    st.session_state[CRITERION] = id_


def all_criteria(bars: list[figures.Bar], chosen: str, sorting: str, t: Translator) -> None:
    """How many municipalities meet each criterion."""
    wording = words(
        sentences.finding(bars, t),
        sentences.reservation(bars, t),
        hint=t("Klik på et kriterium for at åbne det."),
    )
    dimensions = ask(queries.dimensions)
    markup(
        "criteria_bars",
        wording,
        tables.overview(bars, dimensions, ask(queries.national_counts), t),
        key=FIGURE,
        stem=file_stem("danmark", "kriterier", warehouse().build.built_at.date()),
        drawn=lambda: level_bars(bars, wording, t),
        whole=whole.cells(t),
        **figures.drawn(bars, dimensions, chosen, links(ask(queries.criteria), sorting), t),
    )
    picking(FIGURE, chosen, OPENED, open_criterion)


def published(id_: str) -> list[Row]:
    """What others have counted that asks the same as a criterion."""
    rows = ask(queries.national_counts)
    return rows[rows["criterion"] == id_].to_dict("records")


def meaning(criterion: Row, bar: figures.Bar, levels: pd.DataFrame, t: Translator) -> None:
    """What is asked, what each level takes, and how the chosen municipality stands."""
    own = levels[levels["code"] == chosen_municipality()].to_dict("records")
    show(
        "criterion",
        question=t.pick(criterion, "question"),
        levels=figures.columns(criterion, dict(bar.parts()), t),
        unknown=sentences.unknown(bar, t),
        published=[
            {
                "says": sentences.published(count, bar, t),
                "note": t.pick(count, "note"),
                "source": source_link(count["source_url"], t),
            }
            for count in published(criterion["id"])
        ],
        own={"name": own[0]["name"], "says": sentences.own_level(own[0], t)} if own else None,
    )


def draw_map(criterion: Row, bar: figures.Bar, levels: pd.DataFrame, t: Translator) -> None:
    """Where it is met, partly met, not met and not known."""
    name = t.pick(criterion, "name")
    map_card(
        criterion_layer(levels, t),
        words(name, sentences.unknown(bar, t), outlines=True),
        tables.municipalities(levels, t),
        key=MAP,
        stem=file_stem("danmark", criterion["id"], warehouse().build.built_at.date()),
        kept=("criterion", criterion["id"]),
        whole=whole.cells(t),
    )


def groups(criterion: Row, levels: pd.DataFrame, t: Translator) -> None:
    """How common it is by region, landsdel and kommunegruppe; drawn when it is opened."""
    folded = st.expander(t("Gruppe for gruppe"), key=f"{GROUPS}_open", on_change="rerun")
    if folded.open:
        title = t("{name}, gruppe for gruppe").format(name=t.pick(criterion, "name"))
        with folded:
            table(tables.groups(by_group(levels), vocabulary(), t), words(title, ""), key=GROUPS,
                  stem=file_stem(criterion["id"], "grupper"), whole=whole.cells(t))  # fmt: skip


def listed(levels: pd.DataFrame, level: int, title: str, t: Translator) -> None:
    """Municipalities at a level and their evidence: good examples, then the newest first."""
    rows = levels[levels["level"].eq(level).fillna(False)]
    rows = rows.sort_values("evidence_year", ascending=False, na_position="last", kind="stable")
    rows = pd.concat([rows[rows["copy_da"].notna()], rows[rows["copy_da"].isna()]])
    st.subheader(title, anchor=False)
    if rows.empty:
        st.markdown(t("Ingen dokumenterede eksempler endnu."))
        return
    items = examples(with_notices(rows), t, with_kind=True)
    shown = len(items) if len(items) == SHOWN + 1 else SHOWN  # one alone is not worth a click
    intro = t("{level}, de nyeste først:")
    if rows["copy_da"].notna().any():
        intro = t("{level}, gode eksempler først, derefter de nyeste:")
    show("items", intro=intro.format(level=level_text(level, t)), items=items[:shown])
    if rest := items[shown:]:
        with st.expander(t("Vis de {n} øvrige").format(n=len(rest))):
            show("items", intro="", items=rest)


def opened(criterion: Row, bar: figures.Bar, levels: pd.DataFrame, t: Translator) -> None:
    """One criterion: its wording, then where it is met beside who meets it and how."""
    meaning(criterion, bar, levels, t)
    with st.container(key="halves", horizontal=True):
        with st.container(key="half_map"):
            draw_map(criterion, bar, levels, t)
        with st.container(key="half_examples", gap="small"):
            listed(levels, 2, t("Fundet opfyldt"), t)
            listed(levels, 1, t("Ét skridt fra at opfylde det"), t)
    st.markdown(f"{t('Hvor kriteriet kommer fra')}: {plain(origin_name(criterion['origin'], t))}. "
                f"{t('Forslag til kommuner, der mangler det:')} {plain(t.pick(criterion, 'advice'))}")  # fmt: skip
    groups(criterion, levels, t)


def sortings(t: Translator) -> dict[str, str]:
    """What the orders of the bars are called."""
    names = (t("Efter dimension"), t("Flest opfyldt først"), t("Flest ukendte først"))
    return dict(zip(figures.SORTINGS, names, strict=True))


def main() -> None:
    """The page: the figure is filled last, since it marks the criterion that is open below it."""
    t = translate()
    st.title(t("Hvor mange kommuner opfylder hvert kriterium?"), anchor=False)
    criteria = ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    year = warehouse().build.newest_year
    sorting = address.segments(t("Rækkefølge"), sortings(t), SORTING)
    above, below = st.container(), st.container(key=OPENED)
    with below:
        chosen = address.choice(t("Vælg kriterium"), names, CRITERION)
        st.header(plain(names[chosen]), anchor=False)
    found = figures.bars(ask(counts, year), criteria, ask(queries.dimensions), sorting, t)
    with above:
        all_criteria(found, chosen, sorting, t)
    with below:
        criterion = criteria[criteria["id"] == chosen].to_dict("records")[0]
        bar = next(bar for bar in found if bar.id == chosen)
        opened(criterion, bar, ask(levels_of, chosen, year), t)


main()
