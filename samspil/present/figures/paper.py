"""Formal against real: what a municipality has on paper, and what gives influence in practice."""

from typing import Any

import pandas as pd

from samspil.analysis.facets import facet_score
from samspil.present.answers import interval
from samspil.present.i18n import Row, Translator
from samspil.present.wording import interval_text

INFLUENCE = "influence"


def of_influence(marks: pd.DataFrame) -> pd.DataFrame:
    """The criteria of influence among the rows of `queries.marks`."""
    return marks[marks["facet"] == INFLUENCE]


def criteria(marks: pd.DataFrame) -> list[str]:
    """The ids of the criteria that the two intervals rest on, among the rows of `queries.marks`."""
    return [*marks.loc[marks["dimension"] == "formal", "criterion"],
            *of_influence(marks)["criterion"]]  # fmt: skip


def rows(formal: Row, marks: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The two intervals.

    Args:
        formal: the row of `queries.scores` on the formal dimension.
        marks: the rows of `queries.marks`.
        t: the translator.

    Returns:
        label, documented, possible, midpoint (points) and coverage (share).
    """
    return pd.DataFrame(
        [
            dict(formal) | {"label": t("På papiret (formelt)")},
            facet_score(marks, INFLUENCE) | {"label": t("Indflydelse i praksis")},
        ]
    )


def lines(rows: pd.DataFrame, t: Translator) -> list[dict[str, Any]]:
    """The rows as the template `intervals` shows them."""
    return [
        {"label": row["label"], "says": interval_text(row, t), "bar": interval(row, t)}
        for row in rows.to_dict("records")
    ]
