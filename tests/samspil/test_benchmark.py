"""Standing in a group: by hand."""

import pandas as pd
import pytest

from samspil.benchmark import FEW_MEMBERS, LITTLE_KNOWN, compare, percentile


def scores(rows):
    """Rows of (code, documented, midpoint, coverage)."""
    columns = ["code", "documented", "midpoint", "coverage"]
    return pd.DataFrame(rows, columns=columns).set_index("code")


SIX = [
    ("own", 50.0, 60.0, 0.5),
    ("a", 10.0, 40.0, 0.6),
    ("b", 20.0, 60.0, 0.7),
    ("c", 30.0, 70.0, 0.5),
    ("d", 40.0, 50.0, 0.9),
    ("e", 80.0, 90.0, 1.0),
]
MEMBERS = ("a", "b", "c", "d", "e")


def test_percentile_counts_equals_half():
    assert percentile(60, pd.Series([40, 50, 60, 70, 90])) == 100 * 2.5 / 5
    assert percentile(1, pd.Series([2, 3])) == 0
    assert percentile(0.1 + 0.2, pd.Series([0.3])) == 50


def test_median_quartiles_and_percentile_of_five():
    found = compare(scores(SIX), "own", MEMBERS, 0.5)
    assert (found["q1"], found["median"], found["q3"]) == (20, 30, 40)
    assert found["median_coverage"] == 0.7
    assert found["percentile"] == pytest.approx(50)
    assert found["reason"] == ""


def test_quartiles_are_interpolated():
    extended = scores([*SIX, ("f", 50.0, 50.0, 0.5)])
    found = compare(extended, "own", (*MEMBERS, "f"), 0.5)
    assert (found["q1"], found["median"], found["q3"]) == (22.5, 35, 47.5)


def test_four_members_are_too_few_for_any_figure():
    found = compare(scores(SIX), "own", MEMBERS[:4], 0.5)
    assert found["reason"] == FEW_MEMBERS
    assert found["median"] is found["percentile"] is None


@pytest.mark.parametrize("thin", ["own", "a"])
def test_a_percentile_asks_that_both_sides_are_known_enough(thin):
    rows = [(*row[:3], 0.49) if row[0] == thin else row for row in SIX]
    found = compare(scores(rows), "own", MEMBERS, 0.5)
    assert found["reason"] == LITTLE_KNOWN
    assert found["percentile"] is None
    assert found["median"] == 30
