"""Of whom in a group most is documented, and by what."""

from typing import Any

import pandas as pd

from samspil.present.address import link
from samspil.present.answers import interval
from samspil.present.i18n import Row, Translator
from samspil.present.profile import dimension_heading
from samspil.present.wording import interval_text

MET = 2


def leaders(
    best: pd.DataFrame,
    met: pd.DataFrame,
    marks: pd.DataFrame,
    dimensions: pd.DataFrame,
    t: Translator,
) -> list[dict[str, Any]]:
    """What the template `leaders` needs of each of them: its interval and the criteria it meets.

    Args:
        best: as `benchmark.best_documented` gives them.
        met: as `benchmark.met_by` gives them, of the same municipalities.
        marks: the rows of `queries.marks` of the municipality that is compared with them; a
            criterion that it does not meet itself is `new`.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    return [
        {
            "name": row["name"],
            "says": interval_text(row, t),
            "bar": interval(row, t, height=10),
            "address": link("", kommune=row["code"], afsnit="kriterier", lang=t.language),
            "parts": _parts(met.loc[met["code"] == row["code"], "criterion"], marks, dimensions, t),
        }
        for row in best.to_dict("records")
    ]


def _parts(
    met: pd.Series, marks: pd.DataFrame, dimensions: pd.DataFrame, t: Translator
) -> list[dict[str, Any]]:
    """The criteria of each dimension that are met, and whether the compared one meets them."""
    own = marks[marks["criterion"].isin(met)].to_dict("records")

    def criterion(mark: Row) -> dict[str, Any]:
        met: bool = pd.notna(mark["level"]) and int(mark["level"]) == MET
        return {"name": t.pick(mark, "name"), "new": not met}

    parts = [
        dimension_heading(dimension, t)
        | {"criteria": [criterion(mark) for mark in own if mark["dimension"] == dimension["id"]]}
        for dimension in dimensions.to_dict("records")
    ]
    return [part for part in parts if part["criteria"]]
