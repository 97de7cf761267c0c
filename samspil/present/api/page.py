"""The page for people who want the data for their own programs."""

from collections.abc import Collection
from typing import Any

from samspil.present.api.columns import Kind
from samspil.present.api.filters import meaning
from samspil.present.api.resources import COMMON, ENDINGS, MOST, PATH, Resource, resources
from samspil.present.html import render, style
from samspil.present.i18n import LANGUAGES, Translator, translator

ADDRESS = "/api"
"""Where it stands."""

EXAMPLE = "350"
"""The municipality of the examples."""


def page(year: int, releases: Collection[str], site: str, t: Translator) -> str:
    """The page as HTML.

    Args:
        year: the newest, which the examples ask for.
        releases: the names of those that there are.
        site: where the site is, such as https://www.example.org; empty where that is not known.
        t: the translator.
    """
    other = translator(next(code for code in LANGUAGES if code != t.language))
    found = list(resources(t).values())
    return render(
        "machines",
        language=t.language,
        style=style(),
        home=in_language("/", t),
        purpose=t("Kommunernes samarbejde med frivillige sociale foreninger"),
        back=t("Til forsiden"),
        other={"name": {"da": "Dansk", "en": "English"}[other.language],
               "language": other.language, "address": in_language(ADDRESS, other)},
        title=t("Data til dine egne programmer"),
        lead=t("Alt, hvad siderne viser, kan hentes som data: hver tabel som JSON og CSV, hele "
               "databasen som én fil og ændringerne som en liste, et nyhedsprogram kan følge. Det "
               "kræver ingen konto og ingen nøgle."),
        unknown=t("Ukendt er ikke nul: det, offentlige kilder ikke viser, kan være der alligevel."),
        try_=t("Prøv"),
        examples=_examples(year, t),
        tables=t("Tabellerne"),
        heads={"name": t("Kolonne"), "kind": t("Indhold"), "meaning": t("Forklaring"),
               "unit": t("Enhed")},
        chosen=t("Valg"),
        resources=[_resource(resource, t) for resource in found],
        common=t("Valg til alle tabeller"),
        common_filters=[(name, meaning(name, found[0], t)) for name in COMMON],
        files=t("Hele databasen"),
        downloads=_downloads(releases, t),
        answers=t("Sådan svarer serveren"),
        rules=_rules(t),
        code=t("I et program"),
        snippets=_snippets(site, year),
        describe=t("Beskrivelsen til programmer (OpenAPI)"),
        description=in_language(f"{PATH}/openapi.json", t),
    )  # fmt: skip


def in_language(address: str, t: Translator) -> str:
    """The address in the language of `t`; Danish is what it has without."""
    joined = "&" if "?" in address else "?"
    return address if t.language == LANGUAGES[0] else f"{address}{joined}lang={t.language}"


def _examples(year: int, t: Translator) -> list[dict[str, str]]:
    told = [
        (t("Lejres point i {year}").format(year=year),
         f"{PATH}/scores.json?code={EXAMPLE}&year={year}"),
        (t("Alle kommuners point i {year}, til et regneark").format(year=year),
         f"{PATH}/scores.csv?year={year}&dimension=total"),
        (t("Oplysningerne om Lejre med deres kilder"), f"{PATH}/evidence.csv?code={EXAMPLE}"),
        (t("Hele databasen, til DuckDB"), "/data/samspil.duckdb"),
        (t("Alle tabeller som CSV i én fil"), "/data/samspil.zip"),
        (t("Hvad er ændret i landet, til et nyhedsprogram"), "/feed/danmark.atom"),
        (t("Hvad er ændret i Lejre"), f"/feed/{EXAMPLE}.atom"),
    ]  # fmt: skip
    files = ("/data/",)
    return [{"says": says, "shown": address,
             "address": address if address.startswith(files) else in_language(address, t)}
            for says, address in told]  # fmt: skip


def _resource(resource: Resource, t: Translator) -> dict[str, Any]:
    kinds = {Kind.TEXT: t("tekst"), Kind.WHOLE: t("helt tal"), Kind.NUMBER: t("tal"),
             Kind.TRUTH: t("true eller false"), Kind.DAY: t("dato (ÅÅÅÅ-MM-DD)")}  # fmt: skip
    empty = t("{kind}, eller tomt")
    return {
        "name": resource.name,
        "title": resource.title,
        "row": resource.row,
        "notice": resource.notice,
        "forms": [(ending, in_language(resource.path(ending), t)) for ending in ENDINGS],
        "filters": [(name, meaning(name, resource, t)) for name in resource.filters],
        "more": _what_is_folded(resource, t),
        "columns": [
            {
                "name": column.name,
                "kind": empty.format(kind=kinds[column.kind]) if column.empty
                else kinds[column.kind],
                "meaning": column.meaning,
                "unit": column.unit,
            }
            for column in resource.columns
        ],
    }  # fmt: skip


def _what_is_folded(resource: Resource, t: Translator) -> str:
    count = len(resource.columns)
    if not resource.filters:
        return t("Hvad de {n} kolonner betyder").format(n=count)
    return t("Hvad valgene og de {n} kolonner betyder").format(n=count)


def _downloads(releases: Collection[str], t: Translator) -> list[dict[str, str]]:
    """The files of the newest build and of every release."""
    folders = [
        ("", t("De nyeste data")),
        *((f"{name}/", t("Udgave {release}").format(release=name)) for name in releases),
    ]
    return [
        {"whose": whose, "database": f"/data/{folder}samspil.duckdb",
         "zip": f"/data/{folder}samspil.zip",
         "sums": f"/data/{folder}SHA256SUMS" if folder else ""}
        for folder, whose in folders
    ]  # fmt: skip


def _rules(t: Translator) -> list[tuple[str, str]]:
    return [
        (t("Det ukendte"), t("Det ukendte er null i JSON og tomt i CSV, aldrig nul.")),
        (t("Tal"), t("Tallene har alle deres decimaler, med punktum. Afrund selv, og kun når de "
                     "vises.")),
        (t("CSV"), t("UTF-8 med komma mellem kolonnerne. En tekst, som et regneark ville læse som "
                     "en formel, har en apostrof foran; i JSON står den uden.")),
        (t("Lange svar"), t("Et svar har højst {n} rækker. Er der flere, står adressen på de næste "
                            "i next og i hovedet Link, og antallet i total og X-Total-Count.")
         .format(n=t.number(MOST))),
        (t("Horisont"), t("En kilde med årstal tæller et vist antal år. Med horizon regnes ét års "
                          "point eller vurderinger ud på ny med et andet antal; modenhedstrinnet "
                          "er altid det sædvanlige.")),
        (t("Udgaver"), t("Med release læses en frossen udgave, som ikke ændres. Er en oplysning "
                         "rettet siden, står det i corrected_on og correction.")),
        (t("Ændringer"), t("Tabellen changes har det, der blev anderledes siden den forrige "
                           "dataversion eller siden en udgave.")),
        (t("Gem svaret"), t("Hvert svar har et ETag. Send det igen som If-None-Match, så svares "
                            "der 304, når intet er ændret.")),
        (t("Fejl"), t("Et valg, der ikke findes, giver 400, og en adresse, der ikke findes, 404: "
                      "som JSON med én sætning i detail.")),
        (t("Fra andre sider"), t("Svarene må læses fra enhver side "
                                 "(Access-Control-Allow-Origin: *).")),
        (t("Licens"), t("Hvert svar siger sin licens og sin kilde i licence og citation. Nævn "
                        "kilden, dataversionen og forbeholdet.")),
    ]  # fmt: skip


_SNIPPETS = {
    "Python": """import pandas as pd
points = pd.read_csv("{address}",
                     dtype={{"code": str}})""",
    "R": """points <- read.csv("{address}",
                   colClasses = c(code = "character"))""",
    "DuckDB": """curl -O {site}/data/samspil.duckdb
duckdb -readonly samspil.duckdb "FROM score WHERE dimension = 'total' AND year = {year}\"""",
}
"""How a program reads the total of a year, by what it is written in."""


def _snippets(site: str, year: int) -> list[tuple[str, str]]:
    address = f"{site}{PATH}/scores.csv?year={year}&dimension=total"
    return [
        (name, snippet.format(address=address, site=site, year=year))
        for name, snippet in _SNIPPETS.items()
    ]
