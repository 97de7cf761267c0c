"""The reader's choices as they stand in the address: every parameter, and what may stand in it.

An address holds codes and no labels, so that it says the same in every language. A parameter that
it does not name has its default. Values that are not offered are left out and reported.
"""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import Enum
from typing import Any
from urllib.parse import urlencode

from samspil.analysis.asking import USUAL
from samspil.present.html import short

ANY = "alle"

RELEASE = "udgave"
"""Which frozen release is read; every page and figure takes it, and every link keeps it."""

NAMED, LONGEST_NAME = 3, 30
"""At most so many values that cannot be followed are named, of so many characters each."""

HEAVIEST, STEP = 3.0, 0.5
"""The heaviest weight, and the steps from nothing to it."""


class Kind(Enum):
    """What a parameter holds: `Parameter.usual` says what it is where nothing is asked for."""

    ONE = "one of what is offered, always"
    PICK = "one of what is offered, or None"
    SEVERAL = "a list of what is offered, with commas between"
    TEXT = "words"
    SWITCH = "true or false"
    WEIGHTS = "pairs of id and weight, such as formal:2,real:0.5; what is left out is as usual"


@dataclass(frozen=True)
class Parameter:
    """One choice of a reader.

    name: in the address. kind: what it holds. default: of ONE, None for the first that is offered.
    allowed: the values of ONE, empty where the build says what is offered. most: how many values
    of SEVERAL, or characters of TEXT. first: so many of what is offered first are the default of
    SEVERAL.
    """

    name: str
    kind: Kind = Kind.ONE
    default: str | None = None
    allowed: tuple[str, ...] = ()
    most: int | None = None
    first: int = 0

    def usual(self, offered: Collection[str] | Mapping[str, float] = ()) -> Any:
        """The value where the address says nothing.

        Args:
            offered: the values that there are; of WEIGHTS the usual weight of each id.
        """
        if self.kind is Kind.ONE:
            first = next(iter(offered), self.default)
            return self.default if self.default in offered else first
        if self.kind is Kind.WEIGHTS:
            return dict(_weights_of(offered))
        if self.kind is Kind.SEVERAL:
            return list(offered)[: self.first]
        return {Kind.PICK: None, Kind.TEXT: "", Kind.SWITCH: False}[self.kind]


def _weights_of(offered: Collection[str] | Mapping[str, float]) -> Mapping[str, float]:
    """The usual weight of each id; none where nothing is offered."""
    return offered if isinstance(offered, Mapping) else {}


@dataclass(frozen=True)
class Reading:
    """What an address asks for: the value, what of it is unknown, and how much was cut off.

    cut: values beyond the most of SEVERAL, characters beyond the most of TEXT, weights that were
    moved to a step of the scale.
    """

    value: Any
    unknown: tuple[str, ...] = ()
    cut: int = 0


def _one(name: str, *allowed: str, default: str | None = None) -> Parameter:
    return Parameter(name, default=default or next(iter(allowed), None), allowed=allowed)


SECTIONS = ("sammenligning", "kriterier", "naeste", "spoerg", "udvikling", "baggrund",
            "indsigelser", "byraad")  # fmt: skip
"""The sections of a municipality's page, the first one the default."""

PARAMETERS = {
    parameter.name: parameter
    for parameter in (
        # on every page
        Parameter("kommune", Kind.PICK),
        _one("lang", "da", "en"),
        Parameter(RELEASE, Kind.PICK),
        # Overblik: the layer of the map
        _one("lag", default="total"),
        # Sammenlign: whom, and only where they differ
        Parameter("med", Kind.SEVERAL, most=6),
        Parameter("forskel", Kind.SWITCH),
        # Kommunen: the section
        _one("afsnit", *SECTIONS),
        # Kommunen: how many similar, the reader's own choice, against which group
        _one("lignende", "10", "5", "20"),
        Parameter("egne", Kind.SEVERAL),
        _one("mod", default="similar"),
        # Kommunen: who asks it, in which language, about what
        _one("afsender", "raadsmedlem", "forening", "borger"),
        _one("brevsprog", "da", "en"),
        Parameter("spoerg", Kind.SEVERAL, most=24, first=USUAL),
        # Ranglisten: the terms, the filters, the order
        Parameter("vaegt", Kind.WEIGHTS),
        _one("aar"),
        _one("horisont", "8", "4", ANY),
        _one("region", default=ANY),
        _one("landsdel", default=ANY),
        _one("kommunegruppe", default=ANY),
        _one("indbyggere", ANY, "under-30", "30-60", "60-100", "over-100"),
        _one("trin", default=ANY),
        _one("kendt", ANY, "0.25", "0.5", "0.75"),
        _one("sorter", default="placering"),
        # Udvikling: the year compared with (the build says which is usual), what the small pictures
        # show, the national series, whom to follow
        _one("fra"),
        _one("dele", "region", "kommunegruppe"),
        _one("landstal", default="s18_paid_total"),
        _one("gruppe", default="landet"),
        # Kriterier and Udvikling
        _one("kriterium"),
        # Kriterier: the order of all of them
        _one("kriterieorden", "dimension", "opfyldt", "ukendt"),
        # Dokumentation: the order of the picture, its open cell, the filters and the search
        _one("orden", default="dokumenteret"),
        _one("celle_kommune", default=ANY),
        _one("celle_kriterium", default=ANY),
        _one("hvem", ANY, "valgte"),
        _one("kun_criterion", default=ANY),
        _one("kun_level", ANY, "2", "1", "0"),
        _one("kun_source_kind", default=ANY),
        _one("kun_year", default=ANY),
        Parameter("tekst", Kind.TEXT, most=200),
        # Dokumentation: which areas are told to newsrooms
        _one("omraader", "region", "landsdel"),
        # Hvad er ændret: the two builds
        _one("ny"),
        _one("gammel"),
    )
}
"""Every parameter, in the order in which they stand in a link."""


def read(
    parameter: Parameter, text: str | None, offered: Collection[str] | Mapping[str, float] = ()
) -> Reading:
    """What the text of a parameter asks for; None where the address does not name it.

    Args:
        parameter: which.
        text: its text, as the address holds it; may be anything.
        offered: as `Parameter.usual` takes it.
    """
    if text is None:
        return Reading(parameter.usual(offered))
    return _READERS[parameter.kind](parameter, text, offered)


def _read_one(parameter: Parameter, text: str, offered: Collection[str]) -> Reading:
    if text in offered:
        return Reading(text)
    return Reading(parameter.usual(offered), (text,) if text else ())


def _read_several(parameter: Parameter, text: str, offered: Collection[str]) -> Reading:
    asked = dict.fromkeys(filter(None, text.split(",")))
    known = [value for value in asked if value in offered]
    unknown = tuple(value for value in asked if value not in offered)
    kept = known[: parameter.most]
    return Reading(kept, unknown, len(known) - len(kept))


def _read_text(parameter: Parameter, text: str, offered: Collection[str]) -> Reading:
    kept = text[: parameter.most]
    printable = "".join(sign if sign.isprintable() else " " for sign in kept)
    return Reading(printable, cut=len(text) - len(kept))


def _read_switch(parameter: Parameter, text: str, offered: Collection[str]) -> Reading:
    return Reading(text == "true", () if text in ("true", "false", "") else (text,))


def _read_weights(parameter: Parameter, text: str, offered: Mapping[str, float]) -> Reading:
    weights, unknown, cut = dict(offered), [], 0
    for part in filter(None, text.split(",")):
        id_, _, number = part.partition(":")
        weight = _number(number)
        if id_ not in offered or weight is None:
            unknown.append(part)
            continue
        weights[id_] = on_the_scale(weight)
        cut += weights[id_] != weight
    return Reading(weights, tuple(unknown), cut)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def on_the_scale(weight: float) -> float:
    """The nearest weight that a slider can stand at."""
    return STEP * math.floor(min(max(weight, 0.0), HEAVIEST) / STEP + 0.5)


_READERS: dict[Kind, Callable[[Parameter, str, Any], Reading]] = {
    Kind.ONE: _read_one,
    Kind.PICK: _read_one,
    Kind.SEVERAL: _read_several,
    Kind.TEXT: _read_text,
    Kind.SWITCH: _read_switch,
    Kind.WEIGHTS: _read_weights,
}


def text_of(
    parameter: Parameter, value: Any, offered: Collection[str] | Mapping[str, float] = ()
) -> str:
    """The text that `read` reads as `value`."""
    if parameter.kind is Kind.SWITCH:
        return "true" if value else "false"
    if parameter.kind is Kind.SEVERAL:
        return ",".join(value)
    if parameter.kind is Kind.WEIGHTS:
        usual = _weights_of(offered)
        changed = {id_: w for id_, w in value.items() if w != usual.get(id_)}
        shown = changed or dict(list(value.items())[:1])  # one that is as usual says that all are
        return ",".join(f"{id_}:{weight:g}" for id_, weight in shown.items())
    return "" if value is None else str(value)


def few_of(values: Collection[str]) -> tuple[list[str], str]:
    """The first of the values as a sentence names them, and what tells that there are more."""
    named = [short(value, LONGEST_NAME) for value in list(values)[:NAMED]]
    return named, " …" if len(values) > NAMED else ""


_kept: ContextVar[Mapping[str, str | None] | None] = ContextVar("kept", default=None)
"""What every link keeps that is made now."""


@contextmanager
def keeping(**texts: str | None) -> Iterator[None]:
    """Every link made inside keeps these choices, where it does not name them itself."""
    token = _kept.set(texts)
    try:
        yield
    finally:
        _kept.reset(token)


def link(path: str, **texts: str | None) -> str:
    """The address of a page for these choices, by the name of each parameter.

    What is None, empty or the default is left out; what is kept now (`keeping`) is added. A site
    alone, such as https://samspil.example, is given the slash of its first page.

    Raises:
        KeyError: there is no parameter of that name.
    """
    texts = {**(_kept.get() or {}), **texts}
    parameters = sorted((PARAMETERS[name] for name in texts), key=list(PARAMETERS.values()).index)
    said = {p.name: texts[p.name] for p in parameters if texts[p.name] not in (None, "", p.default)}
    if "/" not in path.partition("://")[2] and "://" in path:
        path += "/"
    return f"{path}?{urlencode(said, safe=',:')}" if said else path
