"""A municipality's own years: documented and known, and when its policy was adopted."""

import pandas as pd
import streamlit as st

from components.figure import markup, words
from components.state import ask, warehouse
from components.text import show
from samspil.analysis import terms, trends
from samspil.present import whole
from samspil.present.export import file_stem
from samspil.present.figures.years import years
from samspil.present.i18n import Translator
from samspil.present.plot.years import year_columns
from samspil.present.sentences import years as sentences
from samspil.present.tables import years as tables


def development(name: str, code: str, marks: pd.DataFrame, t: Translator) -> None:
    """The years as columns, then the policy with its council term, then the sources by year."""
    rows = ask(trends.development, (code,))
    drawn, minimum = years(rows, t), trends.GROUP_CELLS
    wording = words(
        sentences.headline(name, drawn, t), sentences.reservation(minimum, t), dated=True
    )
    with st.container(key="split", horizontal=True):
        with st.container(key="split_main"):
            markup(
                "years",
                wording,
                tables.years(rows, t),
                key="egne_aar",
                stem=file_stem(name, "udvikling", warehouse().build.built_at.date()),
                drawn=lambda: year_columns(drawn, wording, t),
                whole=whole.years(t),
                years=drawn,
                legend=sentences.key(t),
            )
        with st.container(key="split_side"):
            _policy(code, t)
    st.subheader(t("Hvilke år kilderne er fra"), anchor=False)
    show("items", intro="", items=sentences.by_source_year(marks, t))


def _policy(code: str, t: Translator) -> None:
    """When the policy was adopted, as far as the sources tell."""
    st.subheader(t("Hvornår er politikken vedtaget?"), anchor=False)
    rows = ask(terms.adoptions, code)
    if rows.empty:
        st.markdown(t("Ingen kilde fortæller, hvornår en frivilligpolitik er vedtaget."))
        return
    show("items", intro="", items=sentences.adoptions(rows, t))
