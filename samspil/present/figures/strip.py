"""A municipality among the others of a group, a strip of dots for each dimension."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.palette import ACCENT
from samspil.present.profile import dimension_heading
from samspil.present.wording import interval_text

APART = 2.2
"""Points that two dots on one line are apart; nearer ones stand on each other."""


@dataclass(frozen=True)
class Dot:
    """A municipality of the group.

    Attributes:
        name: of the municipality.
        documented: points, 0-100.
        known: whether anything is known of it on this dimension.
        level: how many dots lie under it.
        says: its name and its interval in words.
    """

    name: str
    documented: float
    known: bool
    level: int
    says: str


@dataclass(frozen=True)
class Strip:
    """One dimension, or the total.

    Attributes:
        name, letter, colour, on: the dimension's name, its letter, its colour and that of the
            letter on it; no letter for the total.
        dots: of the group, the municipality itself left out.
        documented, possible, midpoint: its own points.
        known: whether anything is known of it on this dimension.
        says: its own interval in words.
        median, q1, q3: of the group's documented points; None where it is too small for them.
        note: on how many municipalities the median rests and how much of them is known, or why
            there is none.
    """

    name: str
    letter: str
    colour: str
    on: str
    dots: tuple[Dot, ...]
    documented: float
    possible: float
    midpoint: float
    known: bool
    says: str
    median: float | None
    q1: float | None
    q3: float | None
    note: str

    @property
    def levels(self) -> int:
        """How many dots stand on each other at most."""
        return 1 + max((dot.level for dot in self.dots), default=0)


def strips(
    scores: pd.DataFrame,
    standing: pd.DataFrame,
    dimensions: pd.DataFrame,
    t: Translator,
    *,
    code: str,
    members: Collection[str],
) -> list[Strip]:
    """The total and every dimension, in this order.

    Args:
        scores: as `queries.scores` gives them.
        standing: the rows of `benchmark.standing` for one group.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
        code: of the municipality.
        members: the codes of the group.
    """
    total = {"name": t("I alt"), "letter": "", "colour": ACCENT, "on": "white"}
    headings = {"total": total} | {
        d["id"]: dimension_heading(d, t) for d in dimensions.to_dict("records")
    }
    found = standing.set_index("dimension").to_dict("index")
    return [
        _strip(rows[code], [rows[member] for member in members], found[id_], heading, t)
        for id_, heading in headings.items()
        for rows in [by_code(scores, id_)]
    ]


def by_code(scores: pd.DataFrame, dimension: str) -> dict[str, Row]:
    """The scores on one dimension by municipality."""
    rows = scores[scores["dimension"] == dimension]
    return dict(zip(rows["code"], rows.to_dict("records"), strict=True))


def _strip(
    own: Row, others: list[Row], found: Row, heading: dict[str, str], t: Translator
) -> Strip:
    few = pd.isna(found["median"])
    return Strip(
        **heading,
        dots=tuple(_dots(others, t)),
        documented=own["documented"],
        possible=own["possible"],
        midpoint=own["midpoint"],
        known=own["coverage"] > 0,
        says=f"{own['name']}: {interval_text(own, t)}",
        median=None if few else float(found["median"]),
        q1=None if few else float(found["q1"]),
        q3=None if few else float(found["q3"]),
        note=_note(found, t),
    )


def _dots(rows: list[Row], t: Translator) -> list[Dot]:
    """The dots from left to right, each on the lowest line where it touches no other."""
    ends: list[float] = []
    dots = []
    for row in sorted(rows, key=lambda row: (row["documented"], row["name"])):
        x = row["documented"]
        level = next((n for n, end in enumerate(ends) if x - end >= APART), len(ends))
        ends[level : level + 1] = [x]
        says = f"{row['name']}: {interval_text(row, t)}"
        dots.append(Dot(row["name"], x, row["coverage"] > 0, level, says))
    return dots


def _note(found: Row, t: Translator) -> str:
    if pd.isna(found["median"]):
        return t("{n} kommuner: for få til en median").format(n=found["members"])
    return t("median {median} af {n} kommuner, hvor {share} er kendt").format(
        median=t.number(found["median"]),
        n=found["members"],
        share=t.percent(found["median_coverage"]),
    )
