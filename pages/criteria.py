"""Kriterier: one criterion across the country, with its wording and its best examples."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import table, words
from components.maps import map_card
from components.state import (
    ask,
    translate,
    vocabulary,
    warehouse,
)
from components.text import facts, plain, show
from samspil.analysis.criteria import by_group, levels_of
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.items import examples
from samspil.present.layers import Layer
from samspil.present.sentences import criteria as sentences
from samspil.present.tables import criteria as tables
from samspil.present.wording import level_name, origin_name
from samspil.warehouse import queries

CRITERION, MAP, SHOWN = "kriterium", "kriteriekort", 12


def wording_of(criterion: dict, t: Translator) -> None:
    """What is asked, where the question comes from, and what each level means."""
    st.markdown(f"**{plain(t.pick(criterion, 'question'))}**")
    facts(sentences.level_wording(criterion, level, t) for level in sentences.LEVELS)
    st.markdown(f"{t('Hvor kriteriet kommer fra')}: {plain(origin_name(criterion['origin'], t))}. "
                f"{t('Forslag til kommuner, der mangler det:')} {plain(t.pick(criterion, 'advice'))}")  # fmt: skip


def draw_map(criterion: dict, levels: pd.DataFrame, t: Translator) -> None:
    """Where it is met, partly met, not met and not known."""
    name = t.pick(criterion, "name")
    labels = [level_name(level, t) for level in levels["level"]]
    values = levels[["code"]].assign(value=levels["level"].astype(float), label=labels)
    classes = [(float(level), level_name(level, t)) for level in (0, 1, 2)]
    map_card(
        Layer("", level_name(pd.NA, t), classes, values),
        words(name, sentences.in_words(levels, t), outlines=True),
        tables.municipalities(levels, t),
        key=MAP,
        stem=file_stem("danmark", criterion["id"], warehouse().build.built_at.date()),
        kept=("criterion", criterion["id"]),
    )


def groups(criterion: dict, levels: pd.DataFrame, t: Translator) -> None:
    """How common it is by region, landsdel and kommunegruppe."""
    st.header(t("Gruppe for gruppe"))
    title = t("{name}, gruppe for gruppe").format(name=t.pick(criterion, "name"))
    table(tables.groups(by_group(levels), vocabulary(), t), words(title, ""), key="grupper",
          stem=file_stem(criterion["id"], "grupper"))  # fmt: skip


def listed(criterion: dict, levels: pd.DataFrame, level: int, t: Translator) -> None:
    """Municipalities at a level with its wording and their evidence, the newest first."""
    rows = levels[levels["level"].eq(level).fillna(False)]
    rows = rows.sort_values("evidence_year", ascending=False, na_position="last", kind="stable")
    if rows.empty:
        st.markdown(t("Ingen dokumenterede eksempler endnu."))
        return
    items = examples(rows, t, with_kind=True)
    wording = sentences.level_wording(criterion, level, t)
    show("items", intro=f"{wording.term}: {wording.says}", items=items[:SHOWN])
    if len(items) > SHOWN:
        with st.expander(t("Vis de {n} øvrige").format(n=len(items) - SHOWN)):
            show("items", intro="", items=items[SHOWN:])


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Kriterierne"))
    criteria = ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    chosen = address.choice(t("Vælg kriterium"), names, CRITERION)
    criterion = criteria[criteria["id"] == chosen].to_dict("records")[0]
    levels = ask(levels_of, chosen, warehouse().build.newest_year)
    st.header(plain(names[chosen]))
    wording_of(criterion, t)
    draw_map(criterion, levels, t)
    groups(criterion, levels, t)
    st.header(t("Gode eksempler"))
    listed(criterion, levels, 2, t)
    st.header(t("Ét skridt fra at opfylde det"))
    listed(criterion, levels, 1, t)


main()
