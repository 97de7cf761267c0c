"""The score of one facet of the real criteria, to be held against the formal score."""

import pandas as pd


def facet_score(marks: pd.DataFrame, facet: str) -> dict[str, float]:
    """The score of the criteria of one facet, by the formula of a dimension.

    Args:
        marks: facet, weight and level (NA = not known) of one municipality's criteria.
        facet: "influence" or "support".

    Returns:
        documented, possible and midpoint (0-100) and coverage (share).
    """
    own = marks[marks["facet"] == facet]
    full, known = own["weight"].sum(), own["level"].notna()
    documented = 100 * (own["weight"] * own["level"].fillna(0) / 2).sum() / full
    possible = documented + 100 * own.loc[~known, "weight"].sum() / full
    return {
        "documented": float(documented),
        "possible": float(possible),
        "midpoint": float(documented + possible) / 2,
        "coverage": float(own.loc[known, "weight"].sum() / full),
    }
