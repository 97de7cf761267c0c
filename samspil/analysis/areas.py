"""Regions and landsdele: how much of each is known, of whom most and least, and who was asked."""

from dataclasses import dataclass

import pandas as pd

from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

REGION, LANDSDEL = "region", "landsdel"

KINDS = (REGION, LANDSDEL)
"""The columns of `municipality` whose areas are told, in that order."""

FEWEST_RANKED = 5
"""From this many municipalities with a rank up, ranks are told of an area."""


@dataclass(frozen=True)
class Area:
    """A region or landsdel in the newest year; names of municipalities are in Danish order.

    kind: one of KINDS. places: all its municipalities. criteria: how many are scored. known: cells
    (municipality x criterion). points: the most that is documented in one municipality, which
    `most` names; nobody where that is 0. most_known: the fewest criteria known of one of those.
    fewest: the fewest criteria known of one, which `least` names. full, nothing: how many
    municipalities of which every criterion is known, or none. unasked: who was never asked in a
    hearing. answered: how many answered their newest one. ranked: how many have a rank. first: the
    total row (as `queries.scores` gives it) of whose rank is the highest; None where fewer than
    FEWEST_RANKED have one, or several share it.
    """

    kind: str
    name: str
    places: tuple[str, ...]
    criteria: int
    known: int
    points: float
    most: tuple[str, ...]
    most_known: int
    fewest: int
    least: tuple[str, ...]
    full: int
    nothing: int
    unasked: tuple[str, ...]
    answered: int
    ranked: int
    first: dict | None

    @property
    def cells(self) -> int:
        """All cells, known or not."""
        return len(self.places) * self.criteria

    @property
    def asked(self) -> int:
        """How many municipalities were asked in a hearing."""
        return len(self.places) - len(self.unasked)

    @property
    def uneven(self) -> bool:
        """Whether less is known of some of its municipalities than of others."""
        return self.fewest * len(self.places) < self.known


def areas(warehouse: Warehouse) -> list[Area]:
    """The five regions, then the eleven landsdele, in the order of their NUTS 3 codes."""
    rows = _municipalities(warehouse)
    by_code = rows.sort_values("nuts3", kind="stable")
    return [
        _area(kind, name, rows[rows[kind] == name])
        for kind in KINDS
        for name in by_code[kind].unique()
    ]


def _municipalities(warehouse: Warehouse) -> pd.DataFrame:
    """Every municipality in Danish order: its total, where it is, what is known, who was asked."""
    scores = queries.scores(warehouse, warehouse.build.newest_year)
    total = scores[scores["dimension"] == "total"]
    places = queries.municipalities(warehouse)[["code", "region", "landsdel", "nuts3"]]
    rounds = queries.hearings(warehouse)[["code", "outcome"]]
    return (
        total.merge(places, on="code")
        .merge(queries.known_counts(warehouse), on="code")
        .merge(rounds, on="code")
    )


def _area(kind: str, name: str, rows: pd.DataFrame) -> Area:
    points, known = rows["documented"].round(9), rows["known"]
    most = points == points.max()
    ranked = rows[rows["rank"].notna()]
    first = ranked[ranked["rank"] == ranked["rank"].min()].to_dict("records")
    told = len(ranked) >= FEWEST_RANKED and len(first) == 1
    return Area(
        kind=kind,
        name=name,
        places=tuple(rows["name"]),
        criteria=int(rows["all"].iloc[0]),
        known=int(known.sum()),
        points=float(points.max()),
        most=tuple(rows["name"][most & (points > 0)]),
        most_known=int(known[most].min()),
        fewest=int(known.min()),
        least=tuple(rows["name"][known == known.min()]),
        full=int((known == rows["all"]).sum()),
        nothing=int((known == 0).sum()),
        unasked=tuple(rows["name"][rows["outcome"].isna()]),
        answered=int((rows["outcome"] == "answered").sum()),
        ranked=len(ranked),
        first=first[0] if told else None,
    )
