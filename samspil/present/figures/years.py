"""One municipality year by year: what dated sources document, and how much they make known."""

from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Row, Translator


@dataclass(frozen=True)
class Year:
    """One year.

    Attributes:
        year: which.
        documented, known: points, and per cent of what is asked that is known; both 0-100.
        shared: assessments that are known in the year before too.
        comparable: whether they are enough to compare the two years.
        says: the same in words.
    """

    year: int
    documented: float
    known: float
    shared: int
    comparable: bool
    says: str


def years(rows: pd.DataFrame, t: Translator) -> list[Year]:
    """The years in order.

    Args:
        rows: as `trends.development` gives them.
        t: the translator.
    """
    return [
        Year(row["year"], row["documented"], 100 * row["coverage"], row["shared"], row["drawn"],
             _says(row, t))
        for row in rows.to_dict("records")
    ]  # fmt: skip


def _says(row: Row, t: Translator) -> str:
    return t("{year}: {n} point dokumenteret, {share} kendt").format(
        year=row["year"], n=t.number(row["documented"]), share=t.percent(row["coverage"])
    )
