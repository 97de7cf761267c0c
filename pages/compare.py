"""Sammenlign: two to six municipalities side by side on every level."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, table, words
from components.state import ask, chosen_municipality, translate, warehouse
from components.text import facts
from samspil.present import sentences
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.profile import dimension_profile
from samspil.present.sentences import municipality
from samspil.present.tables import compare as tables
from samspil.present.tables import intervals
from samspil.warehouse import queries

WITH = "med"
ONLY = "forskel"
FEWEST = 2


def choose(names: dict[str, str], t: Translator) -> list[str]:
    """The municipalities to compare; the chosen one and its most similar to begin with."""
    own = chosen_municipality()
    address.follow(WITH, names)
    if not st.session_state[WITH] and own:
        st.session_state[WITH] = [own, *ask(queries.most_similar, own, FEWEST - 1)]
    placeholder = t("Vælg to til seks kommuner")
    return address.several(
        t("Kommuner, der skal sammenlignes (to til seks)"), names, WITH, placeholder
    )


def stem(names: list[str], what: str) -> str:
    """A file name with the municipalities in it."""
    return file_stem(*names, what, warehouse().build.built_at.date())


def scores_side_by_side(
    codes: list[str], names: dict[str, str], scores: pd.DataFrame, t: Translator
) -> None:
    """Total and dimensions as a figure, with stage and rank in the table."""
    labels = {"total": t("I alt")}
    labels |= {d["id"]: t.pick(d, "name") for d in ask(queries.dimensions).to_dict("records")}
    rows = scores[scores["code"].isin(codes)].copy()
    rows["order"] = rows["code"].map(codes.index)
    rows["place"] = rows["dimension"].map(list(labels).index)
    rows = rows.sort_values(["place", "order"])
    rows["dimension"] = rows["dimension"].map(labels)
    chosen = [names[code] for code in codes]
    wording = words(
        t("{names}: side om side").format(names=t.listing(chosen)),
        t("Symbolet viser, hvad der er dokumenteret; linjen går til det højeste mulige, "
          "hvis alt ukendt var opfyldt."),
    )  # fmt: skip
    heads = [f"{name}, {part}" for name, part in zip(rows["name"], rows["dimension"], strict=True)]
    figure(
        dimension_profile(rows, wording, t),
        wording,
        intervals.of_several(rows, t),
        key="side_om_side",
        stem=stem(chosen, "score"),
        alt=sentences.intervals(rows, heads, t),
    )


def in_short(codes: list[str], scores: pd.DataFrame, t: Translator) -> None:
    """Interval, stage and rank of each, in words."""
    total = scores[scores["dimension"] == "total"].set_index("code")
    facts(municipality.in_short(total.loc[codes], ask(queries.stages), t))


def marks_side_by_side(codes: list[str], names: dict[str, str], t: Translator) -> None:
    """Every criterion with the mark of each municipality, and where they differ."""
    year = warehouse().build.newest_year
    levels = tables.levels({names[code]: ask(queries.marks, code, year) for code in codes})
    shown = tables.criteria(levels, ask(queries.criteria), ask(queries.dimensions), t)
    only = address.switch(t("Vis kun kriterier med forskel"), ONLY)
    chosen = [names[code] for code in codes]
    table(
        shown[tables.differ(levels)] if only else shown,
        words(t("{names}: kriterium for kriterium").format(names=t.listing(chosen)), ""),
        key="kriterier",
        stem=stem(chosen, "kriterier"),
    )


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Sammenlign kommuner"))
    places = ask(queries.municipalities)
    names = dict(zip(places["code"], places["name"], strict=True))
    codes = choose(names, t)
    if len(codes) < FEWEST:
        st.info(t("Vælg mindst to kommuner for at sammenligne dem."))
        return
    scores = ask(queries.scores, warehouse().build.newest_year)
    in_short(codes, scores, t)
    scores_side_by_side(codes, names, scores, t)
    st.header(t("Kriterium for kriterium"))
    marks_side_by_side(codes, names, t)


main()
