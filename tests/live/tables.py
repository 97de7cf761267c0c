"""The tables of the contract server: shapes as documented, figures from the embedded snapshots.

Years that no snapshot holds are made up: 2024 and 2025 lie evenly between 2023 and 2026, and years
before the first have one in a hundred less each.
"""

import csv
import itertools
from collections.abc import Callable
from dataclasses import dataclass

from samspil.paths import PROJECT

AT = PROJECT / "data" / "snapshots"


def read(name):
    with (AT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLACES = {row["code"]: row for row in read("municipalities.csv")}
PEOPLE = {(row["code"], int(row["year"])): int(row["population"]) for row in read("population.csv")}
SPENT = {
    (row["code"], int(row["year"])): float(row["kr_per_inhabitant"]) for row in read("accounts.csv")
}
WIDER = {"000": "Hele landet", "084": "Region Hovedstaden", "01": "Landsdel Byen København"}
"""Areas that are no municipalities, as far as a test needs them."""

AREAS = WIDER | {code: row["name"] for code, row in PLACES.items()} | {"411": "Christiansø"}


@dataclass(frozen=True)
class Variable:
    """A variable of a table: values are labels by code."""

    id: str
    text: str
    values: dict[str, str]
    time: bool = False


@dataclass(frozen=True)
class Table:
    """A table: `figure` gives what stands in a cell, by the codes of the variables in order."""

    id: str
    text: str
    unit: str
    variables: tuple[Variable, ...]
    figure: Callable[..., str]
    updated: str = "2026-11-11T08:00:00"

    def described(self):
        """What tableinfo says."""
        return {
            "id": self.id,
            "text": self.text,
            "description": self.text,
            "unit": self.unit,
            "suppressedDataValue": "0",
            "updated": self.updated,
            "active": True,
            "contacts": [],
            "documentation": None,
            "footnote": None,
            "variables": [
                {
                    "id": variable.id,
                    "text": variable.text,
                    "elimination": not variable.time,
                    "time": variable.time,
                    "values": [{"id": c, "text": label} for c, label in variable.values.items()],
                }
                for variable in self.variables
            ],
        }

    def lines(self, chosen):
        """The lines of an answer, one a cell."""
        for codes in itertools.product(*chosen):
            yield [*codes, self.figure(*codes)]


def people(code, year):
    """Inhabitants on 1 January."""
    if (code, year) in PEOPLE:
        return PEOPLE[code, year]
    if year < 2007:
        return round(PEOPLE[code, 2007] * 0.99 ** (2007 - year))
    return PEOPLE[code, 2023] + (PEOPLE[code, 2026] - PEOPLE[code, 2023]) * (year - 2023) // 3


def total(*values):
    return {"TOT": "I alt"} | {str(n): label for n, label in enumerate(values, 1)}


def inhabitants(area, sex, age, status, time):
    return str(people(area, int(time[:4])))


def of_people(name, text, periods):
    return Table(
        name,
        text,
        "Antal",
        (
            Variable("OMRÅDE", "område", AREAS),
            Variable("KØN", "køn", total("Mænd", "Kvinder")),
            Variable("ALDER", "alder", {"IALT": "Alder i alt", "0": "0 år", "1": "1 år"}),
            Variable("CIVILSTAND", "civilstand", total("Ugift", "Gift/separeret")),
            Variable("Tid", "tid", {period: period for period in periods}, time=True),
        ),
        inhabitants,
    )


def spent(area, function, dranst, art, unit, time):
    """Kroner per inhabitant, or thousands of kroner; neighbouring functions have a half of it."""
    place, year = area.zfill(3), int(time)
    found = SPENT.get((place, year), SPENT.get((place, 2010)))
    if function == "33875" and place == "825":
        return ".."
    value = found if function == "33873" else found / 2
    if unit == "LOBM":
        value = value * people(place, year) / 1000
    return f"{value:g}".replace(".", ",")


def by_s18(area, account, owner, art, unit, time):
    """Four owners have a quarter each of a tenth of the main function, the fifth has nothing."""
    if owner == "0":
        return "0"
    return f"{SPENT[area.zfill(3), int(time)] / 40:.3f}".replace(".", ",")


def square_kilometres(area, time):
    return f"{float(PLACES[area]['area_km2']):.1f}".replace(".", ",")


def bare(areas):
    """Codes as the tables of accounts have them: without leading zeros."""
    return {code.lstrip("0") or "0": label for code, label in areas.items()}


DRANST = Variable("DRANST", "dranst", {"1": "1 Driftskonti", "2": "2 Statsrefusion"})
ART = Variable("ART", "art", {"TOT": "I alt (netto)", "UE": "Bruttoudgifter", "I": "Indtægter"})
UNIT = Variable(
    "PRISENHED",
    "prisenhed",
    {"LOBM": "Løbende priser (1.000 kr.)", "INDL": "Pr. indbygger, løbende priser (kr.)"},
)
FUNCTION = Variable(
    "FUNKTION",
    "funktion",
    {
        "2201": "0.22.01 Fælles formål (jordforsyning)",
        "33873": "3.38.73 Frivilligt folkeoplysende foreningsarbejde",
        "33874": "3.38.74 Lokaletilskud",
        "33875": "3.38.75 Fritidsaktiviteter uden for folkeoplysningsloven",
    },
)
OWNER = Variable(
    "EJER",
    "ejerforhold",
    {"1": "Egne", "2": "Selvejende/private", "3": "Andre offentlige myndigheder",
     "4": "Private leverandører", "0": "Ikke angivet"},
)  # fmt: skip
ACCOUNT = Variable(
    "DRANST1",
    "dranst funktion og gruppering",
    {
        "102201999": "Drift - 0.22.01 Fælles formål - Grp. 999 Ikke-autoriserede",
        "157299005": "Drift - 5.72.99 Øvrige sociale formål - Grp. 5 Frivilligt arbejde (§ 18)",
    },
)
"""The second label is made up: where § 18 stands is not documented."""


def period(first, last):
    years = [str(year) for year in range(first, last + 1)]
    return Variable("Tid", "tid", {year: year for year in years}, time=True)


AREA = Variable("OMRÅDE", "område", bare(AREAS | {"910": "Hovedstadskommuner"}))

QUARTERS = [f"{year}K{quarter}" for year in range(2008, 2027) for quarter in (1, 2, 3, 4)]

TABLES = {
    table.id: table
    for table in (
        of_people("FOLK1A", "Befolkningen den 1. i kvartalet", QUARTERS),
        Table(
            "REGK31",
            "Kommunernes regnskaber på funktioner",
            "-",
            (AREA, FUNCTION, DRANST, ART, UNIT, period(2007, 2025)),
            spent,
        ),
        Table(
            "REGKC",
            "Kommunernes regnskaber på gruppering med tekst",
            "-",
            (AREA, ACCOUNT, OWNER, ART, UNIT, period(2018, 2025)),
            by_s18,
        ),
        Table(
            "ARE207",
            "Areal 1. januar",
            "Km2",
            (Variable("OMRÅDE", "område", AREAS), period(2007, 2026)),
            square_kilometres,
        ),
        of_people("BEF1A07", "Befolkningen 1. januar", [str(year) for year in range(2005, 2010)]),
    )
}
