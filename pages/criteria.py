"""Kriterier: one criterion across the country, with its wording and its best examples."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import table, words
from components.maps import map_card
from components.state import (
    ask,
    translate,
    warehouse,
)
from components.text import plain, show, source_link
from samspil.analysis.benchmark import group_name
from samspil.analysis.criteria import by_group, levels_of
from samspil.present.export import file_stem
from samspil.present.html import Item
from samspil.present.i18n import Translator
from samspil.present.layers import Layer
from samspil.present.wording import (
    age_text,
    level_name,
    level_symbol,
    origin_name,
    source_kind_name,
)
from samspil.warehouse import queries

CRITERION, MAP, SHOWN = "kriterium", "kriteriekort", 12


def wording_of(criterion: dict, t: Translator) -> None:
    """What is asked, where the question comes from, and what each level means."""
    st.markdown(f"**{plain(t.pick(criterion, 'question'))}**")
    levels = [
        f"- {level_symbol(level)} **{level_name(level, t)}**: {plain(t.pick(criterion, f'level{level}'))}"
        for level in (2, 1, 0)
    ]
    st.markdown("\n".join(levels))
    st.markdown(f"{t('Oprindelse')}: {plain(origin_name(criterion['origin'], t))}. "
                f"{t('Råd til den, der mangler det:')} {plain(t.pick(criterion, 'advice'))}")  # fmt: skip


def in_words(levels: pd.DataFrame, t: Translator) -> str:
    """The distribution in a sentence."""
    known = int(levels["level"].notna().sum())
    counts = {level: int(levels["level"].eq(level).fillna(False).sum()) for level in (2, 1, 0)}
    return t(
        "Kendt i {known} af {all} kommuner: {met} opfylder det, {partly} delvist, {not_met} slet "
        "ikke. I {unknown} kommuner er det ikke kendt."
    ).format(known=known, all=len(levels), met=counts[2], partly=counts[1], not_met=counts[0],
             unknown=len(levels) - known)  # fmt: skip


def as_table(levels: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Every municipality with its mark and the source of it."""
    known = levels["level"].notna()
    records = levels.to_dict("records")
    return pd.DataFrame(
        {
            t("Kode"): levels["code"],
            t("Kommune"): levels["name"],
            t("Vurdering"): [level_name(row["level"], t) for row in records],
            t("År"): [age_text(row, t) if is_known else ""
                      for row, is_known in zip(records, known, strict=True)],
            t("Bemærk"): [t("følger af et andet kriterium") if row["implied"] is True else ""
                           for row in records],
            t("Note"): t.texts(levels, "note"),
            t("Kilde"): levels["source_url"],
        }
    )  # fmt: skip


def draw_map(criterion: dict, levels: pd.DataFrame, t: Translator) -> None:
    """Where it is met, partly met, not met and not known."""
    name = t.pick(criterion, "name")
    labels = [level_name(level, t) for level in levels["level"]]
    values = levels[["code"]].assign(value=levels["level"].astype(float), label=labels)
    classes = [(float(level), level_name(level, t)) for level in (0, 1, 2)]
    map_card(
        Layer("", level_name(pd.NA, t), classes, values),
        words(name, in_words(levels, t), outlines=True),
        as_table(levels, t),
        key=MAP,
        stem=file_stem("danmark", criterion["id"], warehouse().build.built_at.date()),
        kept=("criterion", criterion["id"]),
    )


def groups(criterion: dict, levels: pd.DataFrame, t: Translator) -> None:
    """How common it is by region, landsdel and kommunegruppe."""
    rows = by_group(levels)
    kinds = {"country": t("Hele landet"), "region": t("Region"), "landsdel": t("Landsdel"),
             "kommunegruppe": t("Kommunegruppe")}  # fmt: skip
    few = t("for få belyst")
    shown = pd.DataFrame(
        {
            t("Gruppe"): rows["grouping"].map(kinds),
            t("Navn"): [group_name(name, t.language) for name in rows["name"]],
            t("Kommuner"): rows["members"],
            t("Kendt"): rows["known"],
            t("Opfyldt"): rows["met"],
            t("Opfyldt af kendte"): [
                few if pd.isna(s) else t.percent(s) for s in rows["share_met"]
            ],
        }
    )
    st.header(t("Gruppe for gruppe"))
    title = t("{name}, gruppe for gruppe").format(name=t.pick(criterion, "name"))
    table(shown, words(title, ""), key="grupper", stem=file_stem(criterion["id"], "grupper"))


def listed(levels: pd.DataFrame, level: int, t: Translator) -> None:
    """Municipalities at a level with their evidence, the newest first."""
    rows = levels[levels["level"].eq(level).fillna(False)]
    rows = rows.sort_values("evidence_year", ascending=False, na_position="last", kind="stable")
    if rows.empty:
        st.markdown(t("Ingen dokumenterede eksempler endnu."))
        return
    items = [
        Item(
            row["name"],
            f" ({age_text(row, t)}, {source_kind_name(row['source_kind'], t)}):",
            t.pick(row, "note"),
            source_link(row["source_url"], t),
        )
        for row in rows.to_dict("records")
    ]
    show("items", intro="", items=items[:SHOWN])
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
    listed(levels, 2, t)
    st.header(t("Ét skridt fra at opfylde det"))
    listed(levels, 1, t)


main()
