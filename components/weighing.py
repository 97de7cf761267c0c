"""The reader's own weights: presets and a slider for each dimension and criterion."""

from functools import partial

import streamlit as st

from components import address
from components.state import ask
from samspil import queries, ranking
from samspil.i18n import Translator

PARAMETER = "vaegt"
HEAVIEST, STEP = 3.0, 0.5


def _key(id_: str) -> str:
    return f"{PARAMETER}_{id_}"


def _set(weights: dict[str, float]) -> None:
    for id_, weight in weights.items():
        st.session_state[_key(id_)] = weight


def _follow_address(default: dict[str, float]) -> bool:
    """Set the sliders as the address asks; False where it asks for what cannot be."""
    for id_, weight in default.items():
        st.session_state.setdefault(_key(id_), weight)
    text = address.asked(PARAMETER)
    if text is None:
        return True
    understood, weights = True, dict(default)
    for part in text.split(","):
        id_, _, number = part.partition(":")
        try:
            weight = float(number)
        except ValueError:
            weight = -1.0
        if id_ in weights and 0 <= weight <= HEAVIEST:
            weights[id_] = weight
        else:
            understood = False
    _set(weights)
    return understood


def weighing(t: Translator) -> tuple[tuple, tuple]:
    """Draw the controls; the weights of dimensions and of criteria as pairs of id and weight."""
    dimensions, criteria = ask(queries.dimensions), ask(queries.criteria)
    default = dict(zip(dimensions["id"], dimensions["weight"], strict=True))
    default |= dict(zip(criteria["id"], criteria["weight"], strict=True))
    if not _follow_address(default):
        st.info(t("Adressen nævner en vægt, der ikke findes. Resten er brugt."))
    names = {
        ranking.EQUAL: t("Alle lige"),
        ranking.ONLY_2007: t("Kun anbefalingerne fra 2007"),
        ranking.TRANSPARENT_FIRST: t("Gennemskuelighed først"),
    }
    with st.expander(t("Dine egne vægte")):
        st.caption(t("Kun forholdet mellem vægtene betyder noget. 0 tager noget helt ud."))
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
    changed = [f"{id_}:{weight:g}" for id_, weight in chosen.items() if weight != default[id_]]
    address.write(PARAMETER, ",".join(changed) or None, [_key(id_) for id_ in default])
    return (
        tuple((id_, chosen[id_]) for id_ in dimensions["id"]),
        tuple((id_, chosen[id_]) for id_ in criteria["id"]),
    )


def _slider(label: str, id_: str) -> None:
    st.slider(label, 0.0, HEAVIEST, step=STEP, key=_key(id_), persist_state="session")
