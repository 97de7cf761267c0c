"""How far the documented points of municipalities moved between two builds."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Translator

MOST = 10
"""Municipalities that the figure shows; the table has all of them."""


@dataclass(frozen=True)
class Move:
    """One municipality: its name, its points before and after, and the same in words."""

    name: str
    before: float
    after: float
    numbers: str
    change: str

    @property
    def left(self) -> float:
        """Where the line between the two begins."""
        return round(min(self.before, self.after), 2)

    @property
    def width(self) -> float:
        """How long that line is."""
        return round(abs(self.after - self.before), 2)


def moves(scores: pd.DataFrame, t: Translator) -> list[Move]:
    """The largest changes of documented points, the largest first.

    Args:
        scores: those of an `analysis.changes.Difference`.
        t: the translator.
    """
    return [_move(row, t) for row in scores.head(MOST).to_dict("records")]


def _move(row: dict, t: Translator) -> Move:
    before, after = t.number(row["before"], 1), t.number(row["after"], 1)
    return Move(
        row["name"],
        row["before"],
        row["after"],
        f"{before} → {after}",
        signed(row["after"] - row["before"], t),
    )


def signed(change: float, t: Translator) -> str:
    """A change in points with its sign: "+2,1", "−0,4", "0,0"."""
    shown = t.number(abs(change), 1)
    if shown == t.number(0, 1):
        return shown
    return ("+" if change > 0 else "\N{MINUS SIGN}") + shown


def spoken(rows: Iterable[Move]) -> str:
    """The figure for whoever does not see it drawn."""
    return ". ".join(f"{move.name}: {move.numbers}" for move in rows)
