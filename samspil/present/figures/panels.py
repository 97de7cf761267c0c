"""Small pictures of the same years, one a group: described once for every width and the picture."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Row

Point = tuple[int | None, float | None]
"""A year and a value; None and None where a line is interrupted."""


@dataclass(frozen=True)
class Panel:
    """One small picture.

    documented, known: the points of the two lines. loose: documented in years with too few cells
    for a step on either side, which no line joins. last: the newest year, its documented points
    and what is known (per cent); None where that year has no point. own: whether it is the chosen
    municipality, whose axis is its own.
    """

    name: str
    documented: tuple[Point, ...]
    known: tuple[Point, ...]
    loose: tuple[Point, ...]
    last: tuple[int, float, float] | None
    own: bool = False


@dataclass(frozen=True)
class Panels:
    """The small pictures in their order, and the country's line, which stands in each group's."""

    panels: tuple[Panel, ...]
    country: tuple[Point, ...]
    years: tuple[int, int]

    @property
    def top(self) -> int:
        """Where the shared axis ends: the next ten over all that it holds."""
        return _ten_over(panel for panel in self.panels if not panel.own)

    @property
    def own_top(self) -> int:
        """Where the axis of the chosen municipality ends."""
        return _ten_over(panel for panel in self.panels if panel.own)


def panels(
    groups: pd.DataFrame,
    country: pd.DataFrame,
    names: Mapping[str, str],
    last: tuple[str, pd.DataFrame, bool],
) -> Panels:
    """A panel for each group, then one more.

    Args:
        groups: as `trends.developments` gives them.
        country: as `trends.development` gives it for all municipalities.
        names: what readers call each group.
        last: name and development of the last panel, and whether it is the chosen municipality.
    """
    drawn = [panel(names[str(group)], rows) for group, rows in groups.groupby("group", sort=False)]
    name, rows, own = last
    years = int(country["year"].min()), int(country["year"].max())
    return Panels(
        (*drawn, panel(name, rows, own=own)), _line(country, country["documented"]), years
    )


def panel(name: str, rows: pd.DataFrame, *, own: bool = False) -> Panel:
    """One group, as `trends.development` gives it."""
    loose = rows[~joined(rows["drawn"]) & (rows["coverage"] > 0)]
    newest: Row = rows.iloc[-1].to_dict()
    facts = int(newest["year"]), float(newest["documented"]), 100 * float(newest["coverage"])
    return Panel(
        name=name,
        documented=_line(rows, rows["documented"]),
        known=_line(rows, 100 * rows["coverage"]),
        loose=tuple(
            (int(year), float(value))
            for year, value in zip(loose["year"], loose["documented"], strict=True)
        ),
        last=facts if newest["coverage"] > 0 else None,
        own=own,
    )


def broken(
    years: pd.Series, values: pd.Series, drawn: pd.Series
) -> tuple[list[int | None], list[float | None]]:
    """The points of a line that is interrupted before every year whose step may not be drawn.

    Years that no drawn step touches are left out: too few cells are known for a point too.
    """
    x: list[int | None] = []
    y: list[float | None] = []
    for year, value, step, shown in zip(years, values, drawn, joined(drawn), strict=True):
        if not shown:
            continue
        if not step and x:
            x.append(None)
            y.append(None)
        x.append(int(year))
        y.append(float(value))
    return x, y


def joined(drawn: pd.Series) -> pd.Series:
    """Whether a drawn step leads to the year or on from it."""
    return drawn | drawn.shift(-1, fill_value=False)


def _line(rows: pd.DataFrame, values: pd.Series) -> tuple[Point, ...]:
    return tuple(zip(*broken(rows["year"], values, rows["drawn"]), strict=True))


def _ten_over(panels: Iterable[Panel]) -> int:
    values = [
        value
        for panel in panels
        for line in (panel.documented, panel.known, panel.loose)
        for _, value in line
        if value is not None
    ]
    return 10 * (int(max(values, default=0) // 10) + 1)
