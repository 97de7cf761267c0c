"""The tables of the contract server: shapes as documented, figures from the embedded snapshots.

Years that no snapshot holds are made up: 2024 and 2025 lie evenly between 2023 and 2026, and what is
before the first year falls by one in a hundred a year.
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


QUARTERS = [f"{year}K{quarter}" for year in range(2008, 2027) for quarter in (1, 2, 3, 4)]

TABLES = {
    table.id: table
    for table in (
        of_people("FOLK1A", "Befolkningen den 1. i kvartalet", QUARTERS),
        of_people("BEF1A07", "Befolkningen 1. januar", [str(year) for year in range(2005, 2010)]),
    )
}
