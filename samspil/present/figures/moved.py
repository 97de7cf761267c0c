"""What has moved since an earlier year, row by row: described once for the page and its picture."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from samspil.model.codebook import DERIVED
from samspil.present.i18n import Row, Translator
from samspil.present.palette import DIMENSIONS, INK, LETTERS

STEP = 20
"""The axis reaches so many points to either side, or a whole number of times further."""


@dataclass(frozen=True)
class Change:
    """A row: what it is about, its points then and now, and the change, or why there is none.

    before, after, change: points, None where it cannot be told; then, now and says: the same as a
    reader sees them. risen, fallen: of the shared cells. more: these two in words. letter, colour
    and on: of the dimension, "" where the row is no criterion. whole: the country among its parts.
    """

    name: str
    says: str
    shared: int = 0
    risen: int = 0
    fallen: int = 0
    before: float | None = None
    after: float | None = None
    change: float | None = None
    then: str = ""
    now: str = ""
    more: str = ""
    letter: str = ""
    colour: str = ""
    on: str = ""
    whole: bool = False


@dataclass(frozen=True)
class Moved:
    """The rows in their order, the two years, and how far the axis reaches to either side."""

    base: int
    newest: int
    rows: tuple[Change, ...]

    @property
    def limit(self) -> int:
        """Points from the middle of the axis to its end."""
        furthest = max((abs(r.change) for r in self.rows if r.change is not None), default=0)
        return STEP * max(1, math.ceil(furthest / STEP))

    def place(self, change: float) -> float:
        """Where on the axis a change stands, in per cent of its length."""
        return round(50 + 50 * change / self.limit, 2)

    @property
    def halves(self) -> tuple[tuple[Change, ...], ...]:
        """The rows as two columns, the first the longer one."""
        middle = math.ceil(len(self.rows) / 2)
        return self.rows[:middle], self.rows[middle:]


def criteria_moved(
    rows: pd.DataFrame,
    criteria: pd.DataFrame,
    dimensions: pd.DataFrame,
    years: tuple[int, int],
    t: Translator,
) -> Moved:
    """All criteria: told ones by their change, then the others by what is known, derived last.

    Args:
        rows: as `moved.moved` gives them by criterion, of the earlier year alone.
        criteria: as `queries.criteria` gives them.
        dimensions: as `queries.dimensions` gives them.
        years: the earlier year, and the newest one.
        t: the translator.
    """
    found = rows.set_index("group").to_dict("index")
    marks = {row["id"]: row for row in dimensions.to_dict("records")}
    changes = [
        _marked(_change(found[row["id"]], t.pick(row, "name"), t), marks[row["dimension"]], t)
        for row in criteria[criteria["id"] != DERIVED].to_dict("records")
    ]
    derived = [
        _marked(Change(t.pick(row, "name"), t("følger af dens alder")), marks[row["dimension"]], t)
        for row in criteria[criteria["id"] == DERIVED].to_dict("records")
    ]
    return Moved(*years, (*sorted(changes, key=_order), *derived))


def parts_moved(
    rows: pd.DataFrame,
    country: Row,
    names: Mapping[str, str],
    years: tuple[int, int],
    t: Translator,
) -> Moved:
    """The country, then its parts: told ones by their change, then the others.

    Args:
        rows: as `moved.moved` gives them by region, of the earlier year alone.
        country: the same row of the whole country.
        names: what readers call each part.
        years: the earlier year, and the newest one.
        t: the translator.
    """
    parts = [_change(row, names[row["group"]], t) for row in rows.to_dict("records")]
    whole = replace(_change(country, t("Hele landet"), t), whole=True)
    return Moved(*years, (whole, *sorted(parts, key=_order)))


def signed(points: float, t: Translator) -> str:
    """A change with its sign and one decimal: "+2,8", "−4,1", "0,0"."""
    number = t.number(abs(points), 1)
    rounded = round(points, 1)
    return number if not rounded else ("+" if rounded > 0 else "\N{MINUS SIGN}") + number


def _order(row: Change) -> tuple[bool, float, int]:
    """Told ones first, the highest change at the top; the others by the cells they share."""
    told = row.change is not None
    return not told, -(row.change or 0), 0 if told else -row.shared


def _change(row: Row, name: str, t: Translator) -> Change:
    counts = {field: int(row[field]) for field in ("shared", "risen", "fallen")}
    if pd.isna(row["change"]):
        says = t("kan ikke afgøres, n = {n}").format(n=counts["shared"])
        return Change(name, says, **counts)
    return Change(
        name,
        signed(row["change"], t),
        **counts,
        before=float(row["before"]),
        after=float(row["after"]),
        change=float(row["change"]),
        then=t.number(row["before"], 1),
        now=t.number(row["after"], 1),
        more=t("{risen} steg, {fallen} faldt").format(risen=row["risen"], fallen=row["fallen"]),
    )


def _marked(change: Change, dimension: Row, t: Translator) -> Change:
    """The row with the letter and the colours of its dimension."""
    return replace(
        change,
        letter=t.pick(dimension, "name")[:1],
        colour=DIMENSIONS.get(dimension["id"], INK),
        on=LETTERS.get(dimension["id"], "white"),
    )
