"""What a municipality can do next, ask about and talk over, and what is not found yet."""

import streamlit as st

from components.asking import asking_link
from components.release import with_notices
from components.state import ask, warehouse
from components.text import facts, show
from samspil.analysis import asking, next_step
from samspil.analysis.dialogue import talking_points
from samspil.present import steps as present
from samspil.present.dialogue import dialogue
from samspil.present.i18n import Translator
from samspil.present.sentences import municipality as sentences
from samspil.warehouse import queries


def advice(code: str, t: Translator) -> None:
    """The steps nearest to reach; what to ask where no lack is known; and what is not found."""
    year = warehouse().build.newest_year
    steps = ask(next_step.next_steps, code, year)
    if len(steps):
        examples = with_notices(ask(next_step.examples, code, year))
        _show(present.next_steps(steps, examples, t), t)
    _ask_about(code, t, alone=steps.empty)
    _talk_over(code, t)
    missing = ask(next_step.not_found, code, year)
    if missing.empty:
        return
    with st.expander(t("Se, hvad der mangler dokumentation for")):
        st.markdown(sentences.not_found(missing, t))
        facts(sentences.to_document(missing, t))


def _show(steps: list[dict], t: Translator) -> None:
    show("steps", steps=steps, today=t("I dag:"), examples=t("Lignende kommuner, der gør det:"))


def _ask_about(code: str, t: Translator, *, alone: bool) -> None:
    """Three criteria to ask about; `alone` where no lack is known that could be mended."""
    missing = asking.first(ask(asking.questions, code, warehouse().build.newest_year))
    if missing.empty:
        st.markdown(t("Alle kriterier er kendt.") if not alone else t("Alle kriterier er opfyldt."))
        return
    if alone:
        st.markdown(
            t("Der er ikke fundet noget, som kommunen kun gør delvist eller slet ikke gør – det "
              "meste er ukendt. Derfor er det første skridt at spørge.")
        )  # fmt: skip
    st.subheader(t("Spørg om disse tre") if len(missing) == asking.FIRST
                 else t("Spørg om dette"), anchor=False)  # fmt: skip
    _show(present.questions(missing, t), t)
    asking_link(t("Skriv et brev, der spørger om dem"), code, missing["criterion"])


def _talk_over(code: str, t: Translator) -> None:
    """What both parties can talk over at their next meeting."""
    points = ask(talking_points, code, warehouse().build.newest_year)
    if points.empty:
        return
    st.subheader(t("Til dialogmødet"), anchor=False)
    show("dialogue", on_sheet=False, dialogue=dialogue(points, ask(queries.dimensions), t))
