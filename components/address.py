"""The reader's choices in the address, so that a link shows another reader the same.

Streamlit's own binding writes what a widget shows ("Lejre", "Dokumenteret i alt") into the
address; here it is the code ("350", "total"). Which parameters there are, and what may stand in
them, says `samspil.present.address`; here they are tied to the widgets.

An address that does not name a parameter asks for its default, so that Back leads to where it
began. Only a reader who comes from another page brings the choices along: they hold until the
address says otherwise, and a default is then written out, so that every address says one thing.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import streamlit as st

from components.state import opened, translate
from components.text import plain
from samspil.present.address import (
    PARAMETERS,
    RELEASE,
    Kind,
    Parameter,
    Reading,
    few_of,
    link,
    read,
    text_of,
)

WRITTEN = "address_written"
"""What stands in the address since the last whole run on this page, by parameter; None: nothing."""

HELD = "address_held"
"""What the widgets whose choice stands in the address held at the end of that run."""

BROUGHT = "address_brought"
"""What an address that names nothing means on this page, where that is not the default."""

PENDING = "address_pending"
"""What this run has settled so far: by parameter its text and the keys of its widgets."""

FOLLOWED = "address_followed"
"""Whether the address is newer than the widgets."""

WHOLE = "address_whole"
"""Whether the page is being drawn from its first line to its last."""

PAGE = "address_page"


def begin() -> None:
    """At the start of a run: settle whether the address or the widgets are newer.

    Where the reader just moved a widget, the browser may still send the address from before.
    """
    for store in (HELD, WRITTEN, BROUGHT):
        st.session_state.setdefault(store, {})
    held = st.session_state[HELD]
    moved = any(k in st.session_state and st.session_state[k] != v for k, v in held.items())
    st.session_state[FOLLOWED] = not moved
    st.session_state[WHOLE] = True
    st.session_state[PENDING] = {}


def arrive(page: str) -> None:
    """Say which page is open: on another than before, nothing has been written yet.

    The address that led there is newer than a widget moved just before it, whose run the click cut
    short.
    """
    if st.session_state.get(PAGE) != page:
        st.session_state[FOLLOWED] = True
        st.session_state[PAGE] = page
        st.session_state[WRITTEN] = {}
        st.session_state[BROUGHT] = {}


def finish() -> None:
    """At the end of a whole run: write what was settled, as one step in the browser's history."""
    query = st.query_params.to_dict()
    before = dict(query)
    for name, (text, widgets) in st.session_state[PENDING].items():
        for widget in widgets:
            st.session_state[HELD][widget] = st.session_state.get(widget)
        st.session_state[WRITTEN][name] = text
        query.pop(name, None)
        if text is not None:
            query[name] = text
    if query != before:
        st.query_params.from_dict(query)
    st.session_state[WHOLE] = False
    st.session_state[FOLLOWED] = False  # what redraws alone was moved by a widget


def whole() -> bool:
    """Whether the page is being drawn from its first line to its last, not a part of it alone."""
    return st.session_state[WHOLE]


def finish_part() -> None:
    """At the end of what can redraw alone: write what it settled, where nothing else is drawn."""
    if not whole():
        finish()


def lasting() -> str:
    """The address of the open page when this run has ended; it names a release that is shown."""
    return link(st.context.url, **lasting_texts()) if st.context.url else ""


def lasting_texts() -> dict[str, str | None]:
    """What that address says, by parameter."""
    edition = opened().edition
    return here() | ({RELEASE: edition.name} if edition and not edition.draft else {})


def here() -> dict[str, str | None]:
    """What the address of the open page will say when this run has ended, by parameter."""
    texts: dict[str, str | None] = {**st.query_params.to_dict()}
    texts |= {name: text for name, (text, _) in st.session_state[PENDING].items()}
    return {name: text for name, text in texts.items() if name in PARAMETERS}


def asked(parameter: Parameter, offered: Collection[str], held: Any) -> Reading | None:
    """What the address newly asks for; None where it only repeats what stood there.

    Args:
        parameter: which.
        offered: the values that there are, as `samspil.present.address.read` takes them.
        held: what the widget holds.
    """
    name, text = parameter.name, st.query_params.get(parameter.name)
    brought, written = st.session_state[BROUGHT], st.session_state[WRITTEN]
    if name not in brought:
        usual = text is not None or held == parameter.usual(offered)
        brought[name] = None if usual else text_of(parameter, held, offered)
    if not st.session_state[FOLLOWED] or text == written.get(name):
        return None
    return read(parameter, brought[name] if text is None else text, offered)


def settle(
    parameter: Parameter, value: Any, offered: Collection[str] = (), widgets: Iterable[str] = ()
) -> None:
    """Say what the address is to hold, nothing where that is the default.

    Args:
        parameter: which.
        value: its value.
        offered: the values that there are.
        widgets: the keys of the widgets that it stands for, where not its name alone.
    """
    silent = st.session_state[BROUGHT].get(parameter.name) is None
    usual = value == parameter.usual(offered)
    text = None if usual and silent else text_of(parameter, value, offered)
    st.session_state[PENDING][parameter.name] = text, tuple(widgets or (parameter.name,))


def take(name: str, offered: Collection[str] = ()) -> Reading | None:
    """Before a widget: take its value from the address, where that holds a new one.

    Args:
        name: of the parameter, which is the key of the widget.
        offered: the values that there are.

    Returns:
        What the address newly asked for, for `explain`; None where it asked for nothing.
    """
    parameter = PARAMETERS[name]
    held = st.session_state.setdefault(name, parameter.usual(offered))
    reading = asked(parameter, offered, held)
    value = held if reading is None else reading.value
    if parameter.kind in (Kind.ONE, Kind.PICK, Kind.SEVERAL):  # a newer build may offer less
        value = read(parameter, text_of(parameter, value), offered).value
    if value != held:  # what is set anew every time would take a widget from under the hand
        st.session_state[name] = value
    return reading


def put(name: str, offered: Collection[str] = ()) -> None:
    """After a widget: its value is to stand in the address."""
    settle(PARAMETERS[name], st.session_state.get(name), offered)


def renew(name: str) -> None:
    """Forget what a widget held and what stood in the address for it: it begins anew."""
    for store in (st.session_state, st.session_state[WRITTEN], st.session_state[BROUGHT]):
        if name in store:
            del store[name]


def follow(name: str, offered: Collection[str] = ()) -> None:
    """Take a widget's value from the address, and say what of it could not be followed."""
    explain(PARAMETERS[name], take(name, offered))


def explain(parameter: Parameter, reading: Reading | None) -> None:
    """Say what of the address could not be followed, in a sentence each."""
    t = translate()
    if reading and reading.unknown:
        named, more = few_of(reading.unknown)
        if parameter.kind is Kind.WEIGHTS:
            text = t("Linket indeholder en vægt, der ikke findes: {values}. De øvrige er brugt.")
        elif parameter.kind in (Kind.PICK, Kind.SEVERAL):
            text = t("Linket peger på en kommune, der ikke findes: {values}. Vælg en på listen.")
        else:
            text = t("Linket indeholder noget, der ikke findes: {values}. Det er sprunget over.")
        st.info(text.format(values=", ".join(map(plain, named)) + more))
    if reading and reading.cut:
        text = {
            Kind.SEVERAL: t("Linket nævner for mange kommuner. De første {most} er brugt."),
            Kind.TEXT: t("Teksten i linket er for lang. De første {most} tegn er brugt."),
            Kind.WEIGHTS: t(
                "Vægte går fra 0 til 3 i trin på en halv. Linkets vægte er rundet til det."
            ),
        }[parameter.kind]
        st.info(text.format(most=parameter.most))


def choice(label: str, options: Mapping[str, str], name: str) -> str:
    """A selectbox whose choice stands in the address.

    Args:
        label: what is chosen.
        options: what readers see, by the code that stands in the address.
        name: of the parameter, and the key of the widget.
    """
    follow(name, options)
    st.selectbox(
        label, list(options), format_func=dict(options).get, key=name, persist_state="session"
    )
    put(name, options)
    return st.session_state[name]


def segments(label: str, options: Mapping[str, str], name: str, *, usual: str | None = None) -> str:
    """A row of buttons of which one is chosen; the choice stands in the address.

    `usual` is the option where the address says nothing, and shows the label; without it that is
    the parameter's own.
    """
    offered = [usual, *options] if usual else list(options)
    follow(name, offered)
    st.segmented_control(
        label,
        list(options),
        format_func=dict(options).get,
        required=True,
        key=name,
        label_visibility="visible" if usual else "collapsed",
        persist_state="session",
    )
    put(name, offered)
    return st.session_state[name]


def several(label: str, options: Mapping[str, str], name: str, placeholder: str) -> list[str]:
    """A multiselect whose choices stand in the address; to be followed before."""
    st.multiselect(
        label,
        list(options),
        format_func=dict(options).get,
        max_selections=PARAMETERS[name].most,
        placeholder=placeholder,
        key=name,
        persist_state="session",
    )
    put(name, options)
    return st.session_state[name]


def search(label: str, name: str) -> str:
    """A text field that stands in the address."""
    follow(name)
    st.text_input(label, key=name, max_chars=PARAMETERS[name].most, persist_state="session")
    put(name)
    return st.session_state[name]


def switch(label: str, name: str) -> bool:
    """A toggle that stands in the address."""
    follow(name)
    st.toggle(label, key=name, persist_state="session")
    put(name)
    return st.session_state[name]
