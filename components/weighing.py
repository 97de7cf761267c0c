"""The reader's own weights: presets and a slider for each dimension and criterion."""

from functools import partial

import streamlit as st

from components import address
from components.state import ask
from samspil.model import ranking
from samspil.present.address import HEAVIEST, PARAMETERS, STEP
from samspil.present.i18n import Translator
from samspil.warehouse import queries

PARAMETER = PARAMETERS["vaegt"]


def _key(id_: str) -> str:
    return f"{PARAMETER.name}_{id_}"


def _set(weights: dict[str, float]) -> None:
    for id_, weight in weights.items():
        st.session_state[_key(id_)] = weight


def _follow_address(default: dict[str, float]) -> None:
    """Set the sliders as the address asks."""
    for id_, weight in default.items():
        st.session_state.setdefault(_key(id_), weight)
    held = {id_: st.session_state[_key(id_)] for id_ in default}
    if reading := address.asked(PARAMETER, default, held):
        _set(reading.value)
        address.explain(PARAMETER, reading)


def weighing(t: Translator) -> tuple[tuple, tuple]:
    """Draw the controls; the weights of dimensions and of criteria as pairs of id and weight."""
    dimensions, criteria = ask(queries.dimensions), ask(queries.criteria)
    default = dict(zip(dimensions["id"], dimensions["weight"], strict=True))
    default |= dict(zip(criteria["id"], criteria["weight"], strict=True))
    _follow_address(default)
    names = {
        ranking.EQUAL: t("Lige vægte"),
        ranking.ONLY_2007: t("Kun anbefalingerne fra 2007"),
        ranking.TRANSPARENT_FIRST: t("Gennemskuelighed først"),
    }
    with st.expander(t("Dine egne vægte")):
        st.caption(
            t(
                "Kun forholdet mellem vægtene har betydning. Med vægten 0 tæller dimensionen "
                "eller kriteriet slet ikke med."
            )
        )
        with st.container(horizontal=True):
            for name, label in names.items():
                dims, crits = ask(ranking.preset, name)
                st.button(label, on_click=partial(_set, dims | crits), key=f"preset_{name}")
        for dimension in dimensions.to_dict("records"):
            _slider(t.pick(dimension, "name"), dimension["id"])
            own = criteria[criteria["dimension"] == dimension["id"]]
            with st.expander(t("Kriterier: {name}").format(name=t.pick(dimension, "name"))):
                for criterion in own.to_dict("records"):
                    _slider(t.pick(criterion, "name"), criterion["id"])
    chosen = {id_: float(st.session_state[_key(id_)]) for id_ in default}
    address.settle(PARAMETER, chosen, default, [_key(id_) for id_ in default])
    return (
        tuple((id_, chosen[id_]) for id_ in dimensions["id"]),
        tuple((id_, chosen[id_]) for id_ in criteria["id"]),
    )


def _slider(label: str, id_: str) -> None:
    st.slider(label, 0.0, HEAVIEST, step=STEP, key=_key(id_), persist_state="session")
