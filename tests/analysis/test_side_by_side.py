"""Municipalities side by side: what is unknown is never a difference."""

import pandas as pd
import pytest

from samspil.analysis.side_by_side import DIFFER, SAME, SOME, UNKNOWN, grouped

NA = pd.NA


def group(*levels):
    """The group of one criterion on which the municipalities have these levels."""
    row = pd.DataFrame([levels], columns=[str(n) for n in range(len(levels))], dtype="Int64")
    (found,) = grouped(row)
    return found


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((2, 1), DIFFER),
        ((0, 2), DIFFER),
        ((2, 2), SAME),
        ((0, 0), SAME),
        ((2, NA), SOME),
        ((NA, 0), SOME),
        ((NA, NA), UNKNOWN),
        ((2, 2, NA), SOME),
        ((2, 1, NA), DIFFER),
        ((NA, NA, 1), SOME),
        ((1, 1, 1), SAME),
        ((2, 2, 2, 2, 2, 0), DIFFER),
        ((NA, NA, NA, NA, NA, 0), SOME),
        ((NA, NA, NA, NA, NA, NA), UNKNOWN),
    ],
)
def test_only_known_levels_make_a_difference(levels, expected):
    assert group(*levels) == expected


def test_every_row_has_its_own_answer():
    levels = pd.DataFrame({"a": [2, NA, 1, NA], "b": [2, 2, 0, NA]}, dtype="Int64")
    assert list(grouped(levels)) == [SAME, SOME, DIFFER, UNKNOWN]
