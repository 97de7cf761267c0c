"""All cells of the country, municipality by criterion: what is known, how well, how long ago."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.wording import level_name

FRESH, STALE, UNDATED, IMPLIED = STATES = ("fresh", "stale", "undated", "implied")
"""What an assessment rests on: a reconfirmed source, an older one, one without a year, or another
criterion, from which it follows."""

UNKNOWN = "-"


@dataclass(frozen=True)
class Mark:
    """A known cell: its level (0-2), its state, and the year of its source where it has one."""

    level: int
    state: str
    year: int | None

    @property
    def sign(self) -> str:
        """The letter that stands for level and state."""
        return chr(ord("a") + len(STATES) * self.level + STATES.index(self.state))


@dataclass(frozen=True)
class Place:
    """A municipality, and the group under whose name it stands ("" where there are none)."""

    code: str
    name: str
    group: str = ""


@dataclass(frozen=True)
class Criterion:
    """A criterion, its dimension, and in how many municipalities it is known."""

    id: str
    name: str
    dimension: str
    known: int


@dataclass(frozen=True)
class Cells:
    """The figure: `marks` place by place, in each criterion by criterion; None is not known."""

    places: tuple[Place, ...]
    criteria: tuple[Criterion, ...]
    marks: tuple[tuple[Mark | None, ...], ...]


def describe(
    cells: pd.DataFrame, places: pd.DataFrame, criteria: pd.DataFrame, t: Translator, *, group: str
) -> Cells:
    """The figure of these cells.

    Args:
        cells: as `documentation.cells` gives them.
        places: code, name and `group`, in the order drawn.
        criteria: as `queries.criteria` gives them.
        t: the translator.
        group: the column whose values stand over the municipalities, or "".
    """
    known = cells[cells["level"].notna()]
    by_cell = {(row["code"], row["criterion"]): _mark(row) for row in known.to_dict("records")}
    counts = known["criterion"].value_counts()
    ids = list(criteria["id"])
    names = zip(ids, t.texts(criteria, "name"), criteria["dimension"], strict=True)
    return Cells(
        tuple(
            Place(row["code"], row["name"], row[group] if group else "")
            for row in places.to_dict("records")
        ),
        tuple(Criterion(id_, name, part, int(counts.get(id_, 0))) for id_, name, part in names),
        tuple(tuple(by_cell.get((code, id_)) for id_ in ids) for code in places["code"]),
    )


def _mark(row: Row) -> Mark:
    year: int | None = None if pd.isna(row["evidence_year"]) else int(row["evidence_year"])
    if row["implied"]:
        state = IMPLIED
    elif row["undated"]:
        state = UNDATED
    else:
        state = FRESH if row["fresh"] else STALE
    return Mark(int(row["level"]), state, year)


def said(t: Translator) -> dict[str, str]:
    """What every sign means, in words; {year} stands where a year is to be put."""
    when = {
        FRESH: "{year}",
        STALE: t("set i {year}, ikke genbekræftet"),
        UNDATED: t("uden årstal"),
        IMPLIED: t("følger af et andet kriterium"),
    }
    meanings = {
        Mark(level, state, None).sign: f"{level_name(level, t)}, {when[state]}"
        for level in (0, 1, 2)
        for state in STATES
    }
    return meanings | {UNKNOWN: level_name(pd.NA, t)}


def mark_text(mark: Mark | None, meanings: dict[str, str]) -> str:
    """A cell in words, by the meanings of `said`."""
    if mark is None:
        return meanings[UNKNOWN]
    return meanings[mark.sign].replace("{year}", str(mark.year))


def compact(figure: Cells) -> dict[str, Any]:
    """The figure as a browser is sent it: a string of signs and the years of a municipality."""
    groups = groupby(figure.places, key=lambda place: place.group)
    return {
        "places": [[place.code, place.name] for place in figure.places],
        "groups": [[name, len(list(members))] for name, members in groups if name],
        "criteria": [[c.id, c.name, c.dimension, c.known] for c in figure.criteria],
        "marks": ["".join(m.sign if m else UNKNOWN for m in row) for row in figure.marks],
        "years": [[m.year for m in row if m] for row in figure.marks],
    }
