"""What is asked of a resource, checked against what it takes before anything is looked up."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode

from samspil.present.api.resources import FARTHEST, MOST, Resource, resources
from samspil.present.html import short
from samspil.present.i18n import LANGUAGES, Translator, translator
from samspil.warehouse.queries.resources import Offered
from samspil.warehouse.releases import NAME

LONGEST_QUERY = 500
"""Characters of a query that are read."""

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""What stands for bytes that are no UTF-8."""

SHOWN = 40
"""Characters of a value that a sentence repeats."""

FEW = 12
"""So many values are listed where none of them is meant."""

EARLIEST, LATEST = 1900, 2100
"""The years that may be asked for where a resource is not scored year by year."""

ALL_YEARS, SHORTER = "all", 4
"""What horizon may be beside the build's own: every year, or so many."""

TOTAL = "total"


class Refused(Exception):
    """What is asked cannot be answered; the message is one sentence for whoever asked.

    status: as HTTP counts. parameter, value: what is wrong, as far as it is one of them.
    """

    def __init__(self, sentence: str, *, status: int = 400, parameter: str = "", value: str = ""):
        """`value` may be anything; what a message holds of it can be shown."""
        super().__init__(sentence)
        self.status, self.parameter, self.value = status, shown(parameter), shown(value)


@dataclass(frozen=True)
class Allowed:
    """What a filter may be: one of some values, or a whole number between two, both included.

    told: where all of the values stand, where they are many.
    """

    values: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    told: str = ""


@dataclass(frozen=True)
class Question:
    """What is asked of a resource; None asks for all. horizon is in years, ALL_YEARS as such."""

    resource: str
    language: str
    code: str | None = None
    year: int | None = None
    dimension: str | None = None
    criterion: str | None = None
    horizon: str | None = None
    release: str | None = None
    limit: int = MOST
    offset: int = 0

    @property
    def filters(self) -> dict[str, Any]:
        """What the rows have to be."""
        return {name: getattr(self, name) for name in ("code", "year", "dimension", "criterion")}

    def query(self) -> str:
        """What stands behind the question mark of its address, always in the same order."""
        usual = Question(self.resource, LANGUAGES[0])
        named = {"code": self.code, "year": self.year, "dimension": self.dimension,
                 "criterion": self.criterion, "horizon": self.horizon, "release": self.release,
                 "limit": self.limit, "offset": self.offset}  # fmt: skip
        asked = {name: value for name, value in named.items() if value != getattr(usual, name)}
        if self.language != usual.language:
            asked["lang"] = self.language
        return urlencode(asked)

    def address(self, ending: str) -> str:
        """The path and query that ask this, in the form with that ending."""
        path, query = resources(translator(self.language))[self.resource].path(ending), self.query()
        return f"{path}?{query}" if query else path

    def next(self, total: int) -> "Question | None":
        """What asks for the rows after these, None where there are no more."""
        after = self.offset + self.limit
        return replace(self, offset=after) if after < total else None


def last_asked(query: bytes, name: str) -> str:
    """What a query says of a parameter, the last time it names it; empty where it does not."""
    return parse_qs(query.decode("latin-1")).get(name, [""])[-1]


def language_of(query: bytes) -> str:
    """The language that a query asks for, Danish where it asks for none or for an unknown one."""
    asked = last_asked(query, "lang")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def pairs(query: bytes, names: Collection[str], what: str, t: Translator) -> dict[str, str]:
    """What a query names, each once.

    Args:
        query: what stands behind the question mark; may be anything.
        names: what it may name.
        what: is asked, for the sentence.
        t: the translator.

    Raises:
        Refused: it is too long, is no UTF-8, or names something else or twice.
    """
    if len(query) > LONGEST_QUERY:
        raise Refused(
            t("Adressen er for lang: efter ? må der stå højst {n} tegn.").format(n=LONGEST_QUERY)
        )
    asked: dict[str, str] = {}
    for name, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True):
        if UNREADABLE in name + value:
            said = t("{name}={value}: er ikke skrevet som UTF-8 med %-tegn.")
            raise Refused(said.format(name=shown(name), value=shown(value)),
                          parameter=name, value=value)  # fmt: skip
        if name not in names:
            raise _unknown(name, value, names, what, t)
        if name in asked:
            said = t("{name}={value}: {name} må kun stå én gang.")
            raise Refused(said.format(name=name, value=shown(value)), parameter=name, value=value)
        asked[name] = value
    return asked


def _unknown(name: str, value: str, names: Collection[str], what: str, t: Translator) -> Refused:
    told = {"name": shown(name), "value": shown(value), "what": what}
    if names:
        said = t("{name}={value}: {what} har intet valg, der hedder {name}; de mulige er {names}.")
        told["names"] = t.listing(names)
    else:
        said = t("{name}={value}: {what} har ingen valg.")
    return Refused(said.format(**told), parameter=name, value=value)


def allowed(name: str, resource: Resource, offered: Offered, releases: Collection[str]) -> Allowed:
    """What a filter of a resource may be, in this build."""
    scored = resource.name in ("scores", "assessments")
    years = (offered.first_year, offered.newest_year) if scored else (EARLIEST, LATEST)
    dimensions = offered.scored_dimensions if scored else offered.dimensions
    if resource.name == "scores":
        dimensions = (*dimensions, TOTAL)
    known = {
        "code": Allowed(offered.codes, told=f"{_path('municipalities')}"),
        "year": Allowed(low=years[0], high=years[1]),
        "dimension": Allowed(dimensions),
        "criterion": Allowed(
            offered.scored_criteria if scored else offered.criteria, told=_path("criteria")
        ),
        "horizon": Allowed((str(SHORTER), str(offered.horizon), ALL_YEARS)),
        "release": Allowed(tuple(releases)),
        "limit": Allowed(low=1, high=MOST),
        "offset": Allowed(low=0, high=FARTHEST),
        "lang": Allowed(LANGUAGES),
    }
    return known[name]


def _path(name: str) -> str:
    return resources(translator(LANGUAGES[0]))[name].path("json")


def checked(name: str, value: str, may: Allowed, t: Translator) -> str | int:
    """The value of a filter.

    Raises:
        Refused: it may not be that.
    """
    said = t("{name}={value}:").format(name=name, value=shown(value)) + " "
    if may.values or may.high == 0:
        if value in may.values:
            return value
        if not may.values:
            said += t("der er ingen at vælge endnu.")
        elif may.told and len(may.values) > FEW:
            said += t("findes ikke; {address} har alle.").format(address=may.told)
        else:
            said += t("skal være en af disse: {values}.").format(values=", ".join(may.values))
    else:
        plain = value.isascii() and value.isdecimal() and str(int(value[:9])) == value
        if plain and may.low <= int(value) <= may.high:
            return int(value)
        said += t("skal være et helt tal fra {low} til {high}.").format(low=may.low, high=may.high)
    raise Refused(said, parameter=name, value=value)


def there_is(release: str | None, releases: Collection[str], t: Translator) -> None:
    """Refuse a release that may be one but does not lie here; what is no name is not looked at.

    Raises:
        Refused: with the status of what is not there.
    """
    if release and NAME.fullmatch(release) and release not in releases:
        said = t("Udgave {name} findes ikke her.").format(name=release)
        raise Refused(said, status=404, parameter="release", value=release)


def question(
    resource: Resource,
    asked: dict[str, str],
    offered: Offered,
    releases: Collection[str],
    t: Translator,
) -> Question:
    """What is asked, checked.

    Args:
        resource: of which.
        asked: as `pairs` gives it.
        offered: what can be asked of the build that answers.
        releases: the names of those that there are.
        t: the translator.

    Raises:
        Refused: a value is not one of what can be asked.
    """
    values = {name: checked(name, value, allowed(name, resource, offered, releases), t)
              for name, value in asked.items()}  # fmt: skip
    horizon = values.get("horizon")
    if horizon == str(offered.horizon):
        values.pop("horizon")
    elif horizon is not None and "year" not in values:
        raise Refused(
            t("horizon={value}: kræver også year, for det regnes ud for ét år ad gangen.").format(
                value=horizon
            ),
            parameter="horizon",
            value=str(horizon),
        )
    values.pop("lang", None)
    return Question(resource.name, t.language, **values)  # type: ignore[arg-type]


def only_language(query: bytes, what: str, t: Translator) -> None:
    """Refuse whatever a query names beside a language that there is."""
    for name, value in pairs(query, ("lang",), what, t).items():
        checked(name, value, Allowed(LANGUAGES), t)


def shown(value: str) -> str:
    """What a sentence shows of a value: its beginning, and nothing that cannot be printed."""
    return short("".join(c if c.isprintable() else UNREADABLE for c in value), SHOWN)
