"""What the reader has chosen, and the warehouse the answers come from."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from samspil.i18n import LANGUAGES, Translator, translator
from samspil.warehouse import Warehouse, newest_build, open_warehouse

MUNICIPALITY = "kommune"
LANGUAGE = "lang"
OPEN = "open_municipality"
"""Set when the reader chose a municipality where choosing means opening its page."""


@st.cache_resource(max_entries=3, show_spinner=False)
def _opened(path: str, modified: float) -> Warehouse:
    """The build at that path; a file that was replaced counts as another."""
    return open_warehouse(Path(path))


def warehouse() -> Warehouse:
    """The newest build, opened once for all readers; raises WarehouseError."""
    path = newest_build()
    return _opened(str(path), path.stat().st_mtime)


@st.cache_data(max_entries=1_000, show_spinner=False)
def _answered(path: str, build: str, module: str, name: str, arguments: tuple) -> Any:
    question = getattr(importlib.import_module(module), name)
    return question(warehouse(), *arguments)


def ask(question: Callable, *arguments: Any) -> Any:
    """The answer of a function of samspil to the newest build; asked once a build.

    Args:
        question: takes a Warehouse first, such as `queries.scores`.
        arguments: what else it takes; must be hashable.
    """
    house = warehouse()
    return _answered(
        str(house.path), house.build.id, question.__module__, question.__name__, arguments
    )


@st.cache_resource(max_entries=64, show_spinner=False)  # a map takes a few megabytes
def _kept(path: str, build: str, key: tuple, _make: Callable[[], Any]) -> Any:
    return _make()


def once(make: Callable[[], Any], *key: Any) -> Any:
    """What `make` gives, made once for each build and key.

    For what is large or slow to make, such as a figure: every reader gets the same object, which
    nobody may change. The key must say all that it depends on, the language too.
    """
    house = warehouse()
    return _kept(str(house.path), house.build.id, key, make)


def language() -> str:
    """The reader's language; Danish until another is chosen."""
    chosen = st.session_state.get(LANGUAGE)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def translate() -> Translator:
    """The translator into the reader's language."""
    return translator(language())


def chosen_municipality() -> str | None:
    """The code of the chosen municipality, or None."""
    return st.session_state.get(MUNICIPALITY)


def open_municipality(code: str | None = None) -> None:
    """Go to the municipality's page with the next run; to be called from a callback."""
    if code is not None:
        st.session_state[MUNICIPALITY] = code
    if st.session_state.get(MUNICIPALITY):
        st.session_state[OPEN] = True


def open_clicked(map_key: str) -> None:
    """Go to the municipality that was clicked on the map of that key; for its callback."""
    points = st.session_state[map_key].selection.points
    if points:
        open_municipality(points[0]["location"])
