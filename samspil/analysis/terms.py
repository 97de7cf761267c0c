"""Council terms: in which one a policy was adopted, and how many councils have come since."""

from dataclasses import dataclass

import pandas as pd

from samspil.model.codebook import ADOPTION_YEAR
from samspil.warehouse.builds import Warehouse

FIRST, SECOND, LENGTH = 2007, 2010, 4
"""The councils of today's municipalities took office on 1 January 2007, the next ones on 1 January
2010, and all later ones every fourth year."""


@dataclass(frozen=True)
class Term:
    """The years of a council, both included."""

    first: int
    last: int


def term_of(year: int) -> Term | None:
    """The term that a year belongs to; None before today's municipalities were there."""
    if year < FIRST:
        return None
    if year < SECOND:
        return Term(FIRST, SECOND - 1)
    first = year - (year - SECOND) % LENGTH
    return Term(first, first + LENGTH - 1)


def councils_since(year: int, until: int) -> int:
    """How many councils took office after the term of `year`, up to and with the year `until`."""
    start = max(year, FIRST - 1)
    begun = [FIRST, *range(SECOND, until + 1, LENGTH)]
    return sum(start < first <= until for first in begun)


def adoptions(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """What the sources say of the years in which a municipality adopted its policy.

    Columns: adopted (the year), first and last (of the council's term, NA before 2007), councils
    (that took office since), and of the reading source_url, source_kind, note, note_da, caveat and
    caveat_da; the newest first.
    """
    rows = warehouse.query(
        """
        SELECT value::INTEGER AS adopted, source_url, source_kind, note, note_da, caveat, caveat_da
        FROM latest_reading
        WHERE code = $code AND criterion = $criterion AND value IS NOT NULL
        ORDER BY value DESC, id
        """,
        {"code": code, "criterion": ADOPTION_YEAR},
    )
    newest = warehouse.build.newest_year
    terms = [term_of(year) for year in rows["adopted"]]
    return rows.assign(
        first=pd.Series([term and term.first for term in terms], dtype="Int64"),
        last=pd.Series([term and term.last for term in terms], dtype="Int64"),
        councils=[councils_since(year, newest) for year in rows["adopted"]],
    )
