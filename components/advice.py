"""What a municipality can do next, whom it can learn from, and what is not found yet."""

import pandas as pd
import streamlit as st

from components.text import facts, plain, show
from samspil.present import items
from samspil.present.i18n import Translator
from samspil.present.sentences import municipality as sentences
from samspil.present.wording import level_text


def next_steps(steps: pd.DataFrame, examples: pd.DataFrame, t: Translator) -> None:
    """The steps nearest to reach, each with examples and their evidence."""
    if steps.empty:
        st.markdown(
            t("Der er ikke dokumenteret mangler. Spørg kommunen om det, der ikke er kendt.")
        )
    for step in steps.to_dict("records"):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(t.pick(step, 'name'))}** – {level_text(step['level'], t)}")
            st.markdown(plain(t.pick(step, "level_text")))
            st.markdown(plain(t.pick(step, "advice")))
            st.markdown(sentences.how_common(step, t))
            _examples(examples[examples["criterion"] == step["criterion"]], t)


def _examples(rows: pd.DataFrame, t: Translator) -> None:
    """Who meets it, as a list, the most similar municipality first."""
    if rows.empty:
        st.markdown(t("Ingen dokumenterede eksempler endnu."))
        return
    show("items", intro=t("Lignende kommuner, der gør det:"), items=items.examples(rows, t))


def not_found(missing: pd.DataFrame, t: Translator) -> None:
    """What nobody has found yet, and what would document it."""
    st.markdown(sentences.not_found(missing, t))
    if missing.empty:
        return
    with st.expander(t("Se, hvad der mangler dokumentation for")):
        facts(sentences.to_document(missing, t))
