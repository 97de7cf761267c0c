"""Scores computed a second time in plain Python, from the snapshots themselves."""

from fractions import Fraction

import pandas as pd
import pytest
from frozen import DATA, YEAR
from reference import load, marks_of, scores_of, stage

from samspil.paths import PROJECT

FROZEN, EMBEDDED = load(DATA), load(PROJECT / "data")
REFORM = 2007


@pytest.mark.parametrize("year", range(REFORM, YEAR + 1))
def test_scores_stages_and_ranks_of_every_year(year, frozen):
    assert_scores_are_those_of(FROZEN, frozen, year)


@pytest.mark.parametrize("year", range(REFORM, EMBEDDED[1] + 1))
def test_scores_stages_and_ranks_of_every_year_of_the_embedded_data(year, embedded):
    assert_scores_are_those_of(EMBEDDED, embedded, year)


def assert_scores_are_those_of(loaded, warehouse, year):
    book, codes = loaded[0], loaded[2]
    expected = {code: scores_of(loaded, code, year) for code in codes}
    found = warehouse.query("FROM score WHERE year = $year", {"year": year})
    found = found.set_index(["code", "dimension"])
    assert len(found) == 98 * 4
    midpoints = {
        code: parts["total"]["midpoint"]
        for code, parts in expected.items()
        if parts["total"]["coverage"] >= Fraction(1, 2)
    }
    for code, parts in expected.items():
        for dimension, figures in parts.items():
            row = found.loc[code, dimension]
            for name, value in figures.items():
                if value is None:
                    assert pd.isna(row[name])
                else:
                    assert row[name] == pytest.approx(float(value), abs=1e-9)
        total = found.loc[code, "total"]
        weakest = [parts[d] for d in parts if d != "total"]
        assert total["stage_low"] == stage(book, min(p["documented"] for p in weakest))
        assert total["stage_high"] == stage(book, min(p["possible"] for p in weakest))
        if code in midpoints:
            better = sum(other > midpoints[code] for other in midpoints.values())
            assert total["rank"] == better + 1
        else:
            assert pd.isna(total["rank"])


def test_every_mark_of_the_newest_year_is_as_fresh_and_as_dated_as_its_source(frozen):
    assert_marks_are_those_of(FROZEN, frozen)


def test_every_mark_of_the_embedded_data_is_as_fresh_and_as_dated_as_its_source(embedded):
    assert_marks_are_those_of(EMBEDDED, embedded)


def assert_marks_are_those_of(loaded, warehouse):
    year = warehouse.build.newest_year
    found = warehouse.query(
        "SELECT code, criterion, level, undated, fresh, implied FROM assessment WHERE year = $year",
        {"year": year},
    )
    rows = {(r.code, r.criterion): tuple(r)[3:] for r in found.itertuples()}
    expected = {
        (code, criterion): mark
        for code in loaded[2]
        for criterion, mark in marks_of(loaded, code, year).items()
    }
    assert rows == expected
