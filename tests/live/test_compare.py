"""What is odd about new figures: the rules one by one, and what holds for all figures."""

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from etl.errors import DataError
from etl.live.compare import yearly
from etl.sources import area, boundaries, municipalities

PLAN = {"factor": 1.1, "slack": 10, "year_factor": 1.2}
COMPARE = yearly("value")


def frame(rows):
    return pd.DataFrame(rows, columns=["code", "year", "value"]).astype({"value": "Float64"})


OLD = frame([("101", 2020, 1000), ("147", 2020, 2000), ("101", 2021, 1010), ("147", 2021, 2020)])


def with_rows(*rows):
    return pd.concat([OLD, frame(rows)], ignore_index=True)


def changed(place, value):
    new = OLD.copy()
    new.loc[place, "value"] = value
    return new


@pytest.mark.parametrize(
    ("new", "odd"),
    [
        (OLD, []),
        (with_rows(("101", 2022, 1020), ("147", 2022, 2040)), []),
        (changed(0, 1100), []),
        (
            changed(0, 1101),
            ["101 in 2020 is 1101 instead of 1000, more than the factor 1.1"],
        ),
        (changed(0, 909), ["101 in 2020 is 909 instead of 1000, more than the factor 1.1"]),
        (changed(0, -1000), ["101 in 2020 is -1000 instead of 1000, more than the factor 1.1"]),
        (OLD[1:], ["has 3 rows instead of 4", "lacks 101 in 2020"]),
        (
            OLD[2:],
            ["has 2 rows instead of 4", "has lost the year 2020", "lacks 101 in 2020 (and 1 more)"],
        ),
        (
            with_rows(("101", 2022, 1020)),
            ["has 1 municipalities in 2022, and 2 in 2021",
             "has a median of 1020 in 2022, and of 1515 in 2021, more than the factor 1.2 apart"],
        ),
        (
            with_rows(("101", 2022, 1.02), ("147", 2022, 2.04)),
            ["has a median of 1.53 in 2022, and of 1515 in 2021, more than the factor 1.2 apart"],
        ),
    ],
)  # fmt: skip
def test_each_rule_of_figures(new, odd):
    assert COMPARE(OLD, new, PLAN) == odd


def test_small_figures_may_move_within_the_slack():
    old, new = frame([("101", 2020, 1)]), frame([("101", 2020, 11)])
    assert COMPARE(old, new, PLAN) == []
    assert COMPARE(old, new, PLAN | {"slack": 9}) != []


def test_a_further_key_stands_for_itself():
    compare = yearly("value", "function")
    old = OLD.assign(function="3.38.73")
    more = pd.concat([old, old[:1].assign(function="3.38.74", value=1)])
    assert compare(old, more, PLAN) == []
    assert compare(more, old, PLAN) == [
        "has 4 rows instead of 5",
        "has lost the function 3.38.74",
        "lacks 3.38.74 101 in 2020",
    ]


FEW = settings(max_examples=25)

FIGURES = st.lists(
    st.tuples(
        st.sampled_from(["101", "147", "350"]),
        st.integers(2005, 2030),
        st.integers(100, 1_000_000),
    ),
    unique_by=lambda row: row[:2],
    min_size=1,
).map(frame)


@FEW
@given(FIGURES)
def test_the_same_figures_are_never_odd(rows):
    assert COMPARE(rows, rows.sample(frac=1, random_state=1), PLAN) == []


@FEW
@given(FIGURES, st.sampled_from([0.001, 0.5, 2, 1000]))
def test_another_unit_is_always_odd(rows, factor):
    assert COMPARE(rows, rows.assign(value=rows["value"] * factor), PLAN) != []


@FEW
@given(FIGURES, st.data())
def test_a_missing_row_is_always_odd(rows, data):
    gone = data.draw(st.sampled_from(range(len(rows))))
    assert COMPARE(rows, rows.drop(index=gone), PLAN) != []


def test_a_plan_without_a_factor_is_refused():
    with pytest.raises(DataError, match="has 'None' in 'factor', no number from 1 up"):
        COMPARE(OLD, OLD, {})


def test_an_area_hardly_changes():
    old = pd.DataFrame({"code": ["101", "147"], "area_km2": [90.0, 8.7]})
    new = old.assign(area_km2=[9000.0, 8.7])
    compare = area.SOURCE.compare
    assert compare(old, old.assign(area_km2=[92.0, 8.8]), PLAN) == []
    assert compare(old, new, PLAN) == ["gives 101 9000 km² instead of 90, more than the factor 1.1"]
    assert compare(old[:0], new, PLAN) == []


def test_every_change_of_the_register_is_looked_at():
    old = pd.DataFrame({"code": ["101", "147"], "name": ["København", "Frederiksberg"]})
    new = old.assign(name=["København", "Frederiksberg By"])
    assert municipalities.SOURCE.compare(old, old, {}) == []
    assert municipalities.SOURCE.compare(old, new, {}) == [
        "gives 147 the name 'Frederiksberg By' instead of 'Frederiksberg'"
    ]


def test_an_outline_elsewhere_is_odd():
    def at(east):
        squares = [box(12, 55, 12.1, 55.1), box(east, 55, east + 0.1, 55.1)]
        return gpd.GeoDataFrame({"code": ["101", "147"]}, geometry=squares, crs="EPSG:4326")

    compare = boundaries.SOURCE.compare
    assert compare(at(12.1), at(12.11), {"overlap": 0.5}) == []
    assert compare(at(12.1), at(12.2), {"overlap": 0.5}) == [
        "draws 147 where only 0 % agree with the outline before"
    ]
