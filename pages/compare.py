"""Sammenlign: two to six municipalities side by side on every level."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, table, words
from components.state import ask, chosen_municipality, translate, warehouse
from components.text import plain
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.profile import dimension_profile
from samspil.present.wording import interval_text, level_name, level_symbol, rank_text, stage_text
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
    return address.several(t("Kommuner at sammenligne (to til seks)"), names, WITH, placeholder)


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
        t("Symbolet viser det dokumenterede, linjen går til det mulige, hvis alt ukendt var "
          "opfyldt."),
    )  # fmt: skip
    shown = rows[["name", "dimension", "documented", "midpoint", "possible", "coverage"]].round(3)
    shown.columns = [
        t("Kommune"), t("Del"), t("Dokumenteret"), t("Midtpunkt"), t("Muligt"), t("Kendt (andel)")
    ]  # fmt: skip
    alt = ". ".join(
        f"{row['name']}, {row['dimension']}: {interval_text(row, t)}"
        for row in rows.to_dict("records")
    )
    figure(
        dimension_profile(rows, wording, t),
        wording,
        shown,
        key="side_om_side",
        stem=stem(chosen, "score"),
        alt=alt,
    )


def in_short(codes: list[str], scores: pd.DataFrame, t: Translator) -> None:
    """Interval, stage and rank of each, in words."""
    total = scores[scores["dimension"] == "total"].set_index("code")
    for code in codes:
        row = total.loc[code]
        stage = stage_text(row, ask(queries.stages), t)
        st.markdown(
            f"- **{plain(row['name'])}**: {plain(interval_text(row, t))} · {plain(stage)} · "
            f"{plain(rank_text(row, t))}"
        )


def marks_side_by_side(codes: list[str], names: dict[str, str], t: Translator) -> None:
    """Every criterion with the mark of each municipality, and where they differ."""
    year = warehouse().build.newest_year
    marks = {code: ask(queries.marks, code, year).set_index("criterion") for code in codes}
    criteria = ask(queries.criteria)
    dimensions = ask(queries.dimensions).set_index("id")
    shown = pd.DataFrame(
        {
            t("Del"): [t.pick(dimensions.loc[d], "name") for d in criteria["dimension"]],
            t("Kriterium"): t.texts(criteria, "name"),
        }
    )
    levels = pd.DataFrame({code: marks[code]["level"].to_numpy() for code in codes})
    for code in codes:
        shown[names[code]] = [f"{level_symbol(x)} {level_name(x, t)}" for x in levels[code]]
    differ = levels.nunique(axis=1) > 1
    shown[t("Forskel")] = [
        _difference(unknown, several, t)
        for unknown, several in zip(levels.isna().any(axis=1), differ, strict=True)
    ]
    only = address.switch(t("Vis kun kriterier med forskel"), ONLY)
    chosen = [names[code] for code in codes]
    table(
        shown[differ] if only else shown,
        words(t("{names}: kriterium for kriterium").format(names=t.listing(chosen)), ""),
        key="kriterier",
        stem=stem(chosen, "kriterier"),
    )


def _difference(unknown: bool, several: bool, t: Translator) -> str:
    """Whether the known marks differ; where one is unknown nothing is claimed beyond that."""
    if several:
        return t("forskel")
    return t("ikke alle kendt") if unknown else t("ens")


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
