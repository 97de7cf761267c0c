"""Several municipalities side by side, criterion by criterion."""

from collections.abc import Mapping

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.wording import level_text


def levels(marks: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The levels of each municipality, one column each, criteria in order.

    Args:
        marks: by the name of the municipality, as `queries.marks` gives them.
    """
    return pd.DataFrame({name: rows["level"].to_numpy() for name, rows in marks.items()})


def differ(levels: pd.DataFrame) -> pd.Series:
    """In which criteria known levels differ: a mask over the rows of `levels`."""
    return levels.nunique(axis=1) > 1


def criteria(
    levels: pd.DataFrame, criteria: pd.DataFrame, dimensions: pd.DataFrame, t: Translator
) -> pd.DataFrame:
    """Every criterion with the level of each municipality, and whether they differ.

    Args:
        levels: as the function of that name gives them.
        criteria: as `queries.criteria` gives them.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    parts = dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    table = pd.DataFrame(
        {
            t("Dimension"): criteria["dimension"].map(parts),
            t("Kriterium"): t.texts(criteria, "name"),
        }
    )
    for name in levels:
        table[name] = [level_text(level, t) for level in levels[name]]
    table[t("Forskel")] = [
        _difference(unknown, several, t)
        for unknown, several in zip(levels.isna().any(axis=1), differ(levels), strict=True)
    ]
    return table


def _difference(unknown: bool, several: bool, t: Translator) -> str:
    """Whether the known levels differ; where one is unknown nothing is claimed beyond that."""
    if several:
        return t("forskel")
    return t("ikke alle kendt") if unknown else t("ens")
