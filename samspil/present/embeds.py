"""The figures that other sites may show: their addresses, what may stand in them, their code.

`/embed/<name>?…` answers with one of them, `python -m etl publish-figures` draws ahead what is not
HTML, and the page of each figure hands out its code: all three follow the table `EMBEDS`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import product
from typing import Any

import pandas as pd

from samspil.analysis import moved, trends
from samspil.present import layers
from samspil.present.address import PARAMETERS, RELEASE, Kind, Parameter, link, read, text_of
from samspil.present.api.questions import Allowed, Refused, checked, shown
from samspil.present.api.resources import PATH
from samspil.present.embedded import country, municipality
from samspil.present.embedded import trends as years
from samspil.present.embedded.described import Asking, Describe, Values
from samspil.present.groups import parts_of_country
from samspil.present.i18n import Translator
from samspil.present.pages import FRONT, PATHS
from samspil.present.sentences.trends import series_titles
from samspil.warehouse import queries

FOLDER = "embed"
"""The first part of the address of every embedded figure."""

LANGUAGE = "lang"
"""What every figure takes, as it takes RELEASE."""

FEWEST = 2
"""So many are compared at least."""


@dataclass(frozen=True)
class Embed:
    """A figure that other sites may show.

    name: in its address. page, key: where it stands in the dashboard. takes: the names of the
    parameters that say what it shows. describe: gives it from a build. height: pixels that it takes
    about 700 pixels wide. needs: the parameters that must be named. drawn_for: for which of them,
    in every combination, it is drawn ahead; None where it is HTML. spoken: whether the drawing
    holds words. section: of the page of a municipality, where it is not the first.
    """

    name: str
    page: str
    key: str
    takes: tuple[str, ...]
    describe: Describe
    height: int
    needs: tuple[str, ...] = ()
    drawn_for: tuple[str, ...] | None = None
    spoken: bool = True
    section: str | None = None


_OWN = partial(Embed, page="municipality", needs=("kommune",))
_GROUP = ("kommune", "lignende", "egne", "mod")
_LISTED = (
    _OWN("profil", key="profil", takes=("kommune",), describe=municipality.profiled, height=940),
    _OWN("sammenligning", key="stilling", takes=_GROUP, describe=municipality.standing,
         height=720),
    _OWN("mod-gruppen", key="mod_gruppen", takes=_GROUP, describe=municipality.gaps, height=960),
    _OWN("kommunens-kriterier", key="kriterier", takes=("kommune",), section="kriterier",
         describe=municipality.criteria, height=1200),
    _OWN("papir-og-praksis", key="papir", takes=("kommune",), section="kriterier",
         describe=municipality.on_paper, height=400),
    _OWN("egne-aar", key="egne_aar", takes=("kommune",), section="udvikling",
         describe=municipality.own_years, height=540),
    Embed("side-om-side", "compare", "side_om_side", ("med",), municipality.heads, 640, ("med",)),
    Embed("kriterier-side-om-side", "compare", "kriterier", ("med", "forskel"),
          municipality.side_by_side, 1100, ("med",)),
    Embed("rangliste", "rankings", "rangliste", ("kommune",), country.placed, 1000),
    Embed("kort", "overview", "kort", ("lag", "kommune"), country.layered, 1060,
          drawn_for=("lag",), spoken=False),
    Embed("fordeling", "overview", "fordeling", (), country.spread, 580, drawn_for=()),
    Embed("kriterier", "criteria", "kriterier", ("kriterieorden",), country.all_criteria, 1490),
    Embed("kriteriekort", "criteria", "kriteriekort", ("kriterium", "kommune"),
          country.one_criterion, 1020, drawn_for=("kriterium",), spoken=False),
    Embed("kriterier-flyttet", "trends", "kriterier_flyttet", ("fra",), years.criteria_since, 1120),
    Embed("regioner-flyttet", "trends", "regioner_flyttet", ("fra",), years.regions_since, 560),
    Embed("aar-for-aar", "trends", "panels", ("dele",), years.year_by_year, 780,
          drawn_for=("dele",)),
    Embed("udvikling", "trends", "udvikling", ("gruppe",), years.development, 740,
          drawn_for=("gruppe",)),
    Embed("kriterium-aar-for-aar", "trends", "kriterieaar", ("kriterium",), years.criterion, 700,
          drawn_for=("kriterium",)),
    Embed("landstal", "trends", "landstal_figur", ("landstal",), years.published, 660,
          drawn_for=("landstal",)),
)  # fmt: skip

EMBEDS = {embed.name: embed for embed in _LISTED}
"""Every figure that other sites may show, by its name in the address."""


def embed_at(page: str, key: str) -> Embed | None:
    """The figure that stands on a page under that key, None where others may not show it."""
    return next((embed for embed in _LISTED if (embed.page, embed.key) == (page, key)), None)


def _years(ask: Asking) -> list[str]:
    every = map(str, range(moved.FIRST_BASE, ask.year))
    return list(dict.fromkeys([str(ask(moved.usual_base)), *every]))


def _in_lines(ask: Asking) -> pd.DataFrame:
    rows = ask(trends.published)
    return rows[rows["in_line"]]


_OFFERED: dict[str, Callable[[Asking], Collection[str]]] = {
    **dict.fromkeys(("kommune", "med", "egne"), Asking.names),
    "lag": lambda ask: layers.layer_names(ask(queries.dimensions), ask.t),
    "kriterium": lambda ask: list(ask(queries.criteria)["id"]),
    "fra": _years,
    "gruppe": lambda ask: parts_of_country(ask(queries.municipalities), ask.vocabulary, ask.t),
    "landstal": lambda ask: series_titles(_in_lines(ask), ask.vocabulary),
}
"""What a build offers for a parameter, the usual value first where it is the build's matter."""


def offered(ask: Asking, name: str, values: Mapping[str, Any]) -> Collection[str]:
    """What may stand in a parameter.

    Args:
        ask: the build.
        name: of the parameter.
        values: what was read before it.
    """
    if name == "mod":
        return municipality.groups_of(ask, values)
    return _OFFERED[name](ask) if name in _OFFERED else PARAMETERS[name].allowed


def read_values(embed: Embed, asked: Mapping[str, str], ask: Asking) -> dict[str, Any]:
    """What an address asks of a figure: the value of every parameter that it takes.

    Args:
        embed: the figure.
        asked: what the address names, as `questions.pairs` gives it.
        ask: the build.

    Raises:
        Refused: a value is not among those offered, too many are named, or what it needs is not.
    """
    values = dict[str, Any]()
    for name in embed.takes:
        parameter, found = PARAMETERS[name], offered(ask, name, values)
        if name in asked:
            _check(parameter, asked[name], found, ask.t)
        values[name] = read(parameter, asked.get(name), found).value
        if name in embed.needs:
            _need(name, values[name], ask)
    return values


def _check(parameter: Parameter, text: str, found: Collection[str], t: Translator) -> None:
    """Refuse what cannot be followed to the letter."""
    may = found if parameter.kind is not Kind.SWITCH else ("true", "false")
    parts = text.split(",") if parameter.kind is Kind.SEVERAL else [text]
    for part in parts:
        checked(parameter.name, part, Allowed(tuple(may), told=_ALL.get(parameter.name, "")), t)
    if parameter.most and len(set(parts)) > parameter.most:
        said = t("{name}={value}: tager højst {most}.")
        raise Refused(said.format(name=parameter.name, value=shown(text), most=parameter.most))


_ALL = {
    **dict.fromkeys(("kommune", "med", "egne"), f"{PATH}/municipalities.json"),
    "kriterium": f"{PATH}/criteria.json",
}
"""Where all values of a parameter stand that has many."""


def _need(name: str, value: Any, ask: Asking) -> None:
    """Refuse an address without what a figure cannot do without."""
    t, first = ask.t, list(ask.names())[:FEWEST]
    if name == "med" and len(value) < FEWEST:
        said = t("Nævn to til seks kommuner ved deres koder, som i med={codes}.")
        raise Refused(said.format(codes=",".join(first)), parameter=name)
    if not value:
        said = t("Nævn en kommune ved dens kode, som i kommune={code}.")
        raise Refused(said.format(code=first[0]), parameter=name)


def texts_of(embed: Embed, values: Values, language: str) -> dict[str, str]:
    """The values as they stand in an address, the language too; a switch only where it is on."""
    on = [name for name in embed.takes if values[name] is not False]
    texts = {name: text_of(PARAMETERS[name], values[name]) for name in on}
    return texts | {LANGUAGE: language}


def embed_address(name: str, **parameters: str | None) -> str:
    """The address of a figure for other sites, from the root of this one.

    Args:
        name: of the figure.
        parameters: what stands in the address of its page, as texts; what the figure does not take
            is left out.

    Raises:
        KeyError: there is no figure of that name.
    """
    takes = (*EMBEDS[name].takes, LANGUAGE, RELEASE)
    said = {key: text for key, text in parameters.items() if key in takes}
    return link(f"/{FOLDER}/{name}", **said)


def embed_code(name: str, origin: str, title: str, **parameters: str | None) -> str:
    """The HTML that shows a figure on another site.

    Args:
        name: of the figure.
        origin: where this site stands, such as https://samspil.example, without a slash.
        title: what the figure is called, for those who do not see the frame.
        parameters: as `embed_address` takes them.
    """
    address = escape(origin + embed_address(name, **parameters))
    return (
        f'<iframe src="{address}" title="{escape(title)}" loading="lazy" '
        f'style="width: 100%; height: {EMBEDS[name].height}px; border: 0"></iframe>'
    )


def page_address(embed: Embed, values: Values, language: str) -> str:
    """Where the figure stands in the dashboard, from the root of the site."""
    path = "" if embed.page == FRONT else PATHS[embed.page]
    return link(f"/{path}", afsnit=embed.section, **texts_of(embed, values, language))


def ahead(embed: Embed, ask: Asking) -> list[dict[str, Any]]:
    """The values for which a figure is drawn ahead; none where it is HTML."""
    if embed.drawn_for is None:
        return []
    usual = {
        name: PARAMETERS[name].usual(offered(ask, name, {}))
        for name in embed.takes
        if PARAMETERS[name].kind is not Kind.ONE
    }
    every = [offered(ask, name, {}) for name in embed.drawn_for]
    return [usual | dict(zip(embed.drawn_for, chosen, strict=True)) for chosen in product(*every)]


def titles(t: Translator) -> dict[str, str]:
    """What each figure is called in a list of them."""
    return {
        "profil": t("En kommunes point, byggesten, placering og trin"),
        "sammenligning": t("En kommune blandt andre, dimension for dimension"),
        "mod-gruppen": t("En kommune mod en gruppe, kriterium for kriterium"),
        "kommunens-kriterier": t("En kommunes kriterier med kilder"),
        "papir-og-praksis": t("En kommune på papiret og i praksis"),
        "egne-aar": t("En kommune år for år"),
        "side-om-side": t("To til seks kommuners point side om side"),
        "kriterier-side-om-side": t("To til seks kommuners kriterier side om side"),
        "rangliste": t("Kommunernes placering med spænd"),
        "kort": t("Danmarkskortet i ét af sine lag"),
        "fordeling": t("Kommunerne fordelt efter point"),
        "kriterier": t("Alle kriterier, og hvor mange der opfylder dem"),
        "kriteriekort": t("Ét kriterium på Danmarkskortet"),
        "kriterier-flyttet": t("Kriterierne dengang og nu"),
        "regioner-flyttet": t("Regionerne dengang og nu"),
        "aar-for-aar": t("Regionerne eller kommunegrupperne år for år"),
        "udvikling": t("Dokumenteret og kendt år for år"),
        "kriterium-aar-for-aar": t("Ét kriterium år for år"),
        "landstal": t("Offentliggjorte landstal"),
    }
