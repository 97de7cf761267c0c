"""What a municipality can do next, whom it can learn from, and what is not found yet."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.text import plain, show, source_link
from samspil.present.html import Item
from samspil.present.i18n import Translator
from samspil.present.wording import age_text, level_name, level_symbol


def next_steps(steps: pd.DataFrame, examples: pd.DataFrame, t: Translator) -> None:
    """The steps nearest to reach, each with good examples and their evidence."""
    if steps.empty:
        st.markdown(t("Der er ingen kendte mangler at tage fat på. Se, hvad der ikke er fundet."))
    for step in steps.to_dict("records"):
        name = plain(t.pick(step, "name"))
        with st.container(border=True, gap="xsmall"):
            level = f"{level_symbol(step['level'])} {level_name(step['level'], t)}"
            st.markdown(f"**{name}** – {level}")
            st.markdown(plain(t.pick(step, "advice")))
            st.markdown(_share(step, t))
            _examples(examples[examples["criterion"] == step["criterion"]], t)


def _share(step: Mapping[str, Any], t: Translator) -> str:
    if pd.isna(step["share_met"]):
        return t("For få kommuner er belyst her til at sige, hvor almindeligt det er.")
    return t("{share} af de {n} belyste kommuner opfylder det helt.").format(
        share=t.percent(step["share_met"]), n=int(step["known"])
    )


def _examples(rows: pd.DataFrame, t: Translator) -> None:
    """The good examples as a list, the most similar municipality first."""
    if rows.empty:
        st.markdown(t("Ingen dokumenterede eksempler endnu."))
        return
    items = [
        Item(row["name"], f" ({age_text(row, t)}):", t.pick(row, "note"),
             source_link(row["source_url"], t))
        for row in rows.to_dict("records")
    ]  # fmt: skip
    show("items", intro=t("Lignende kommuner, der gør det:"), items=items)


def not_found(missing: pd.DataFrame, t: Translator) -> None:
    """What nobody has found yet, and what would document it."""
    if missing.empty:
        st.markdown(t("Alle kriterier er belyst."))
        return
    st.markdown(
        t("Om {n} kriterier er der ikke fundet en kilde, der er ny nok. Det betyder ikke, "
          "at det mangler. Læg oplysningen på kommunens hjemmeside med dato, så kan den "
          "tælle med.").format(n=len(missing))
    )  # fmt: skip
    with st.expander(t("Ikke fundet: dokumentér")):
        st.markdown(
            "\n".join(
                f"- **{plain(t.pick(row, 'name'))}**: {plain(t.pick(row, 'question'))} "
                f"{t('Tæller helt med:')} {plain(t.pick(row, 'level2'))}"
                for row in missing.to_dict("records")
            )
        )
