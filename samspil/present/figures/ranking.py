"""The ranking and what moves it, each described once: for the page and for its picture."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from samspil.model.ranking import UNKNOWNS, WEIGHTS
from samspil.present.i18n import Row, Translator
from samspil.present.wording import band

STEP = 5
"""Places from one label of the axis to the next."""


@dataclass(frozen=True)
class Place:
    """One ranked municipality.

    rank: its place. low, high: the ends of its band, rounded outwards. before: its place by the
    usual weights, None without one. midpoint, documented: points. coverage: share. chosen: whether
    it is the reader's.
    """

    code: str
    name: str
    rank: int
    low: int
    high: int
    before: int | None
    midpoint: float
    documented: float
    coverage: float
    chosen: bool


@dataclass(frozen=True)
class Ranking:
    """Ranked municipalities in the order shown; `count` have a rank, which is the axis."""

    rows: tuple[Place, ...]
    count: int

    @property
    def ticks(self) -> list[int]:
        """The places that the axis names: the first, every fifth, and the last."""
        inner = [n for n in range(STEP, self.count, STEP) if self.count - n > 1]
        return sorted({1, *inner, self.count})

    @property
    def moved(self) -> bool:
        """Whether anybody stands elsewhere than by the usual weights."""
        return any(row.before != row.rank for row in self.rows)


def ranked(rows: pd.DataFrame, before: Mapping[str, float], chosen: str | None) -> Ranking:
    """The ranked ones of these municipalities.

    Args:
        rows: rows on the total, as `ranking.ranking` gives them, in the order to be shown.
        before: the rank by the usual weights, by code; NA without one.
        chosen: the code of the reader's municipality.
    """
    with_rank = rows[rows["rank"].notna()]
    places = [_place(row, before[row["code"]], chosen) for row in with_rank.to_dict("records")]
    return Ranking(tuple(places), int(rows["ranked"].max()))


def _place(row: Row, before: float, chosen: str | None) -> Place:
    low, high = band(row["band_low"], row["band_high"])
    return Place(
        code=row["code"],
        name=row["name"],
        rank=int(row["rank"]),
        low=low,
        high=high,
        before=None if pd.isna(before) else int(before),
        midpoint=row["midpoint"],
        documented=row["documented"],
        coverage=row["coverage"],
        chosen=row["code"] == chosen,
    )


@dataclass(frozen=True)
class Driver:
    """What moves ranks: its name, its dimension (empty for all at once) and by how many places."""

    name: str
    dimension: str
    places: float


def drivers(rows: pd.DataFrame, criteria: pd.DataFrame, t: Translator) -> tuple[Driver, ...]:
    """What moves the ranks, the largest first.

    Args:
        rows: as `ranking.ranking_drivers` gives them.
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    held = criteria.set_index("id").to_dict("index")
    every = {WEIGHTS: t("Alle vægte samtidig"), UNKNOWNS: t("Alt ukendt samtidig")}
    return tuple(
        Driver(every[row["driver"]], "", row["places"])
        if row["driver"] in every
        else Driver(
            t.pick(held[row["driver"]], "name"), held[row["driver"]]["dimension"], row["places"]
        )
        for row in rows.to_dict("records")
    )
