"""What the reader has chosen, and the tables that the answers come from."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import duckdb
import streamlit as st

from samspil.memory import Memory
from samspil.present.address import RELEASE, keeping
from samspil.present.i18n import LANGUAGES, Translator, translator
from samspil.present.vocabulary import Vocabulary
from samspil.warehouse import queries
from samspil.warehouse.builds import NewestBuild, Warehouse, reading_error
from samspil.warehouse.opened import Opened

MUNICIPALITY = "kommune"
LANGUAGE = "lang"
OPEN = "open_municipality"
"""Set when the reader clicked a municipality, which opens its page."""

LOG = logging.getLogger(__name__)
MEGABYTE = 1_000_000

NEWEST = NewestBuild()
"""The build that new runs read, for all readers."""

MEMORY = Memory(64 * MEGABYTE)
"""Answers and figures of all readers: about 300 maps of 0.2 MB, or 80 lists of all records."""


_read: ContextVar[Opened] = ContextVar("read")
"""What this run reads; every run of the script has a thread of its own."""


@contextmanager
def reading(opened: Opened) -> Iterator[None]:
    """Everything inside reads this, though a newer build may come in the meantime.

    Every link made inside leads to the same release.

    Raises:
        WarehouseError: the file turns out to be damaged, or to lack what is asked for.
    """
    token = _read.set(opened)
    try:
        with keeping(**{RELEASE: opened.release.name if opened.release else None}):
            yield
    except duckdb.Error as error:
        LOG.exception("%s cannot be read", opened.house.path.name)
        raise reading_error(error) from error
    finally:
        _read.reset(token)


def opened() -> Opened:
    """What this run reads, as the entry script settled it."""
    return _read.get()


def warehouse() -> Warehouse:
    """The tables that this run reads."""
    return _read.get().house


def ask(question: Callable, *arguments: Any) -> Any:
    """The answer of a function of samspil to the tables of this run; asked once a build.

    Args:
        question: takes a Warehouse first, such as `queries.scores`; a function of a module, since
            it is part of what the answer is known by.
        arguments: what else it takes; must be hashable.
    """
    return once(lambda house: question(house, *arguments), question, arguments)


def once(make: Callable[[Warehouse], Any], *key: Any) -> Any:
    """What `make` gives for the build of this run, made once for each build and key.

    For what is slow to make, such as a figure. `make` is given the build, and asks no other. The
    key must say all that it depends on, the language too.
    """
    house = warehouse()
    return MEMORY.get((str(house.path), house.build.id, key), lambda: make(house))


def language() -> str:
    """The reader's language; Danish until another is chosen."""
    chosen = st.session_state.get(LANGUAGE)
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def translate() -> Translator:
    """The translator into the reader's language."""
    return translator(language())


def vocabulary() -> Vocabulary:
    """The readers' words for terms of the data, in the reader's language."""
    return Vocabulary(ask(queries.vocabulary), language())


def chosen_municipality() -> str | None:
    """The code of the chosen municipality, or None."""
    return st.session_state.get(MUNICIPALITY)


def kept() -> dict[str, str]:
    """What the reader takes along to every page, for a link that names its choices itself."""
    return {
        name: st.session_state[name]
        for name in (MUNICIPALITY, LANGUAGE, RELEASE)
        if st.session_state.get(name)
    }


def open_clicked(map_key: str) -> None:
    """Go to the municipality that was clicked on the map of that key; for its callback."""
    points = st.session_state[map_key].selection.points
    if points:
        st.session_state[MUNICIPALITY] = points[0]["location"]
        st.session_state[OPEN] = True
