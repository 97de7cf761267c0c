"""Paper and practice, and what the municipality and its associations say themselves."""

import pandas as pd
import streamlit as st

from components.figure import footer, markup, words
from components.state import ask, language, warehouse
from components.text import show
from samspil.analysis.facets import facet_score
from samspil.present import voices as present
from samspil.present.address import link
from samspil.present.answers import interval
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.pages import PATHS
from samspil.present.plot.interval import interval_bars
from samspil.present.sentences import municipality as sentences
from samspil.present.sentences import voices as said
from samspil.present.tables.intervals import of_one
from samspil.present.tables.voices import voices as table
from samspil.present.wording import interval_text
from samspil.warehouse import queries

FORMAL, INFLUENCE = "formal", "influence"
TAKING_PART = "foreninger"
"""The section of Metode that says how associations take part."""


def paper_and_practice(
    code: str, name: str, own: pd.DataFrame, marks: pd.DataFrame, t: Translator
) -> None:
    """Formal against real: what is on paper, what gives influence, and how associations see it.

    Args:
        code: of the municipality.
        name: of the municipality.
        own: its scores, indexed by dimension.
        marks: the rows of `queries.marks`.
        t: the translator.
    """
    theirs = ask(queries.association_answers, code)
    influence = marks[marks["facet"] == INFLUENCE]
    rows = pd.DataFrame(
        [
            own.loc[FORMAL].to_dict() | {"label": t("På papiret (formelt)")},
            facet_score(marks, INFLUENCE) | {"label": t("Indflydelse i praksis")},
        ]
    )
    seen = [
        present.seen_as_met(part, theirs, t)
        for part in (marks[marks["dimension"] == FORMAL], influence)
    ]
    wording = words(
        t("{name}: på papiret og i praksis").format(name=name), sentences.influence(influence, t)
    )
    markup(
        "intervals",
        wording,
        of_one(rows, t),
        key="papir",
        stem=file_stem(name, "formelt-og-reelt", warehouse().build.built_at.date()),
        drawn=lambda: interval_bars(rows, wording, t),
        rows=[
            {
                "label": row["label"],
                "says": " · ".join(filter(None, [interval_text(row, t), theirs_say])),
                "bar": interval(row, t),
            }
            for row, theirs_say in zip(rows.to_dict("records"), seen, strict=True)
        ],
    )
    _own_words(code, name, marks, theirs, t)


def _own_words(
    code: str, name: str, marks: pd.DataFrame, theirs: pd.DataFrame, t: Translator
) -> None:
    """Who says what, and the figures of the municipality; or what would stand here."""
    own = ask(queries.statement_answers, code)
    statements = present.statements(own, theirs, t)
    criteria = present.criteria(marks.to_dict("records"), theirs, t)
    figures = present.figures(ask(queries.hearing_figures, code), t)
    if not (statements or criteria or figures):
        method = link(f"/{PATHS['method']}", lang=language(), kommune=code)
        st.caption(
            f"{said.nothing_yet(t)} [{t('Sådan deltager foreninger')}]({method}#{TAKING_PART})"
        )
        return
    if statements or criteria:
        _table(name, statements, criteria, said.rounds(own, theirs, t), t)
    if figures:
        show("items", intro=t("Tal, som kommunen selv har oplyst; de giver ingen point:"),
             items=figures)  # fmt: skip


def _table(
    name: str,
    statements: list[present.Voice],
    criteria: list[present.Voice],
    rounds: str,
    t: Translator,
) -> None:
    wording = words(
        t("{name}: kommunen siger, foreningerne siger, dokumenteret").format(name=name),
        rounds,
        source=t("svar fra kommunen og fra foreninger og oplysninger fra offentlige hjemmesider"),
    )
    own, theirs = t("Kommunen siger"), t("Foreningerne siger")
    with st.container(key="figure_siger", gap="small"):
        show("card", words=wording)
        show(
            "voices",
            parts=[
                {
                    "title": t("Otte udsagn, fra 1 (slet ikke enig) til 5 (helt enig)"),
                    "headings": [t("Udsagn"), own, theirs],
                    "rows": statements,
                },
                {
                    "title": t("De formelle og reelle kriterier"),
                    "headings": [t("Kriterium"), own, theirs, t("Dokumenteret")],
                    "rows": criteria,
                },
            ],
            nothing="–",
            at_least=t("mindst {n} svar"),
        )
        footer(
            wording,
            table(statements, criteria, t),
            key="siger",
            stem=file_stem(name, "siger", warehouse().build.built_at.date()),
        )
