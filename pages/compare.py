"""Sammenlign: two to six municipalities side by side, their differences first."""

from functools import partial

import pandas as pd
import streamlit as st

from components import address
from components.figure import markup, words
from components.release import settled, with_notices
from components.state import (
    LANGUAGE,
    MUNICIPALITY,
    ask,
    chosen_municipality,
    language,
    once,
    translate,
    warehouse,
)
from samspil.analysis.side_by_side import DIFFER, UNKNOWN
from samspil.present import whole
from samspil.present.address import link
from samspil.present.export import file_stem
from samspil.present.figures import compare as figures
from samspil.present.i18n import Translator
from samspil.present.pages import PATHS
from samspil.present.plot.compare import mark_grid
from samspil.present.plot.interval import interval_bars
from samspil.present.sentences import compare as sentences
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


def scores_side_by_side(codes: list[str], names: list[str], t: Translator) -> None:
    """Total and dimensions as intervals, stage and rank, a column for each municipality."""
    dimensions = ask(queries.dimensions)
    rows = figures.in_order(ask(queries.scores, warehouse().build.newest_year), codes, dimensions)
    by_part = figures.by_part(rows, dimensions, t)
    total = rows[rows["dimension"] == figures.TOTAL]
    wording = words(sentences.most_documented(total, t), sentences.heads_key(t))
    path, kept = PATHS["municipality"], {LANGUAGE: language()}
    markup(
        "compare_head",
        wording,
        intervals.of_several(by_part, t),
        key="side_om_side",
        stem=stem(names, "score"),
        drawn=lambda: interval_bars(by_part, wording, t),
        whole=whole.scores(t),
        heads=figures.heads(
            rows, dimensions, ask(queries.stages), warehouse().build.minimum_coverage, t
        ),
        own=chosen_municipality(),
        links={code: link(path, **kept, **{MUNICIPALITY: code}) for code in codes},
        stage=t("Modenhedstrin"),
        rank=t("Placering"),
    )


def criteria_side_by_side(
    lines: list[figures.Line], codes: list[str], names: list[str], t: Translator
) -> None:
    """Every criterion with the mark of each municipality, grouped by where they differ."""
    only = address.switch(t("Vis kun kriterier med forskel"), ONLY)
    blocks = sentences.block_names(len(names), t)
    if only:
        blocks = {DIFFER: blocks[DIFFER]}
    shown = [line for line in lines if line.group in blocks]
    rows = {group: [figures.row(line, names, t) for line in shown if line.group == group]
            for group in blocks}  # fmt: skip
    dark = rows.pop(UNKNOWN, [])
    own = chosen_municipality()
    wording = words(
        sentences.finding(lines, names, t),
        sentences.criteria_rule(t),
        hint=t("Klik på et kriterium for at se noter og kilder."),
    )
    markup(
        "compare_blocks",
        wording,
        tables.criteria(shown, names, ask(queries.dimensions), t),
        key="kriterier",
        stem=stem(names, "kriterier"),
        drawn=partial(mark_grid, shown, names, blocks, wording, t),
        whole=whole.cells(t),
        names=names,
        own=names[codes.index(own)] if own in codes else None,
        blocks=[{"title": blocks[group], "rows": own_rows} for group, own_rows in rows.items()],
        unknown=dark and {"title": blocks[UNKNOWN], "names": [row["name"] for row in dark]},
        legend=sentences.marks_key(t),
        nothing=t("Ingen."),
    )


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Sammenlign kommuner"), anchor=False)
    places = ask(queries.municipalities)
    names = dict(zip(places["code"], places["name"], strict=True))
    codes = choose(names, t)
    if len(codes) < FEWEST:
        st.info(t("Vælg mindst to kommuner for at sammenligne dem."))
        return
    chosen = [names[code] for code in codes]
    scores_side_by_side(codes, chosen, t)
    year = warehouse().build.newest_year
    marks: dict[str, pd.DataFrame] = {
        names[code]: with_notices(ask(queries.marks, code, year)) for code in codes
    }
    lines = once(
        lambda _: figures.lines(marks, ask(queries.dimensions), t),
        "side", *codes, t.language, settled(),
    )  # fmt: skip
    criteria_side_by_side(lines, codes, chosen, t)


main()
