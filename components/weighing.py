"""The reader's own terms: presets, a slider for each dimension and criterion, year and horizon."""

from functools import partial

import streamlit as st

from components import address
from components.state import ask, warehouse
from samspil.model import ranking
from samspil.present.address import ANY, HEAVIEST, PARAMETERS, STEP
from samspil.present.i18n import Translator
from samspil.present.sentences.rankings import weight_text
from samspil.warehouse import queries

PARAMETER = PARAMETERS["vaegt"]
YEAR, HORIZON = "aar", "horisont"


def terms_of(t: Translator) -> ranking.Terms:
    """Draw the controls; on which terms the reader asks for the ranking."""
    build = warehouse().build
    dimensions, criteria = _weighing(t)
    years = {str(year): str(year) for year in range(build.newest_year, 2006, -1)}
    horizons = {"8": t("otte år"), "4": t("fire år"), ANY: t("alle år")}
    with st.container(horizontal=True):
        year = address.choice(t("År"), years, YEAR)
        horizon = address.choice(t("En kilde med årstal tæller i"), horizons, HORIZON)
    return ranking.Terms(dimensions, criteria, None if horizon == ANY else int(horizon), int(year))


def set_terms(default: ranking.Terms) -> None:
    """Set weights, year and horizon to the default ones; for the callback of a button."""
    _set(dict(default.dimensions) | dict(default.criteria))
    st.session_state[YEAR] = str(default.year)
    st.session_state[HORIZON] = PARAMETERS[HORIZON].default


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


def _weighing(t: Translator) -> tuple[tuple, tuple]:
    """Draw the weights; those of dimensions and of criteria as pairs of id and weight."""
    dimensions, criteria = ask(queries.dimensions), ask(queries.criteria)
    default = dict(zip(dimensions["id"], dimensions["weight"], strict=True))
    default |= dict(zip(criteria["id"], criteria["weight"], strict=True))
    _follow_address(default)
    _presets(t)
    for dimension in dimensions.to_dict("records"):
        _slider(t.pick(dimension, "name"), dimension["id"], default, t)
    st.caption(
        t(
            "Kun forholdet mellem vægtene har betydning. Med vægten 0 tæller dimensionen "
            "eller kriteriet slet ikke med."
        )
    )
    with st.expander(t("Vægte for de enkelte kriterier")):
        for dimension in dimensions.to_dict("records"):
            st.markdown(f"**{t.pick(dimension, 'name')}**")
            own = criteria[criteria["dimension"] == dimension["id"]]
            for criterion in own.to_dict("records"):
                _slider(t.pick(criterion, "name"), criterion["id"], default, t)
    chosen = {id_: float(st.session_state[_key(id_)]) for id_ in default}
    address.settle(PARAMETER, chosen, default, [_key(id_) for id_ in default])
    return (
        tuple((id_, chosen[id_]) for id_ in dimensions["id"]),
        tuple((id_, chosen[id_]) for id_ in criteria["id"]),
    )


def _presets(t: Translator) -> None:
    """Weights to begin with, a button each."""
    names = {
        ranking.EQUAL: t("Lige vægte"),
        ranking.ONLY_2007: t("Kun anbefalingerne fra 2007"),
        ranking.TRANSPARENT_FIRST: t("Gennemskuelighed først"),
    }
    with st.container(horizontal=True, gap="xxsmall"):
        for name, label in names.items():
            dims, crits = ask(ranking.preset, name)
            st.button(label, on_click=partial(_set, dims | crits), key=f"preset_{name}")


def _slider(label: str, id_: str, default: dict[str, float], t: Translator) -> None:
    """One weight from nothing to the heaviest, written as the reader's language writes it."""
    steps = {STEP * n for n in range(round(HEAVIEST / STEP) + 1)}
    st.select_slider(
        label,
        sorted(steps | {default[id_]}),
        format_func=lambda weight: weight_text(weight, t),
        key=_key(id_),
        persist_state="session",
    )
