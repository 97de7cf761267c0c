"""Municipalities side by side: where they differ, and where that cannot be said."""

import pandas as pd

DIFFER, SOME, SAME, UNKNOWN = "differ", "some", "same", "unknown"
GROUPS = (DIFFER, SOME, SAME, UNKNOWN)
"""In the order in which they are told."""


def grouped(levels: pd.DataFrame) -> pd.Series:
    """What can be said of each criterion: which of GROUPS it belongs to.

    DIFFER: known of at least two, whose levels differ. SOME: known of some of them, and without a
    difference between those. SAME: known of all, at one level. UNKNOWN: known of none. What is
    unknown is never a difference.

    Args:
        levels: a row for each criterion, a column for each municipality; NA is unknown.
    """
    known = levels.notna().sum(axis=1)
    found = pd.Series(SOME, index=levels.index, dtype="object")
    found[known == levels.shape[1]] = SAME
    found[known == 0] = UNKNOWN
    found[levels.nunique(axis=1) > 1] = DIFFER
    return found
