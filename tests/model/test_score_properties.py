"""What holds for any evidence whatever."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small import NEWEST, SMALL, make_warehouse, record

from samspil.model.codebook import SOURCE_KINDS
from samspil.model.scoring import Weights, score

pytestmark = pytest.mark.slow

COLLECTED = ["policy", "charter", "heard", "page", "form"]
CODES = ("101", "147")
PLAIN = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))

years = st.one_of(st.none(), st.integers(2010, NEWEST))
records = st.fixed_dictionaries(
    {
        "criterion_id": st.sampled_from(COLLECTED),
        "level": st.integers(0, 2),
        "year": years,
        "code": st.sampled_from(CODES),
        "source_kind": st.sampled_from(SOURCE_KINDS),
    }
)
adoptions = st.fixed_dictionaries(
    {
        "criterion_id": st.just("policy_year"),
        "year": years,
        "code": st.sampled_from(CODES),
        "value": st.integers(1995, NEWEST),
    }
)
"""What `record` takes. Hypothesis keeps its strategies to the very end, and with a function of ours
all that the function's module imports."""

evidence = st.lists(st.one_of(records, adoptions), max_size=12)


DEFAULT = Weights.default(SMALL)


def scored(rows, *weights, year=NEWEST):
    """The scores of what `rows` say, sorted, by each of the weights."""
    made = [record(**row) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        warehouse = make_warehouse(Path(folder) / "small.duckdb", made, CODES)
        found = [score(warehouse, one, 8, year) for one in weights]
        warehouse.close()
    return [rows.sort_values(["code", "dimension"], ignore_index=True) for rows in found]


@PLAIN
@given(evidence, st.integers(2010, NEWEST))
def test_documented_midpoint_and_possible_are_in_order(rows, year):
    (found,) = scored(rows, DEFAULT, year=year)
    assert (found["documented"] >= 0).all()
    assert (found["documented"] <= found["midpoint"]).all()
    assert (found["midpoint"] <= found["possible"]).all()
    assert (found["possible"] <= 100 + 1e-9).all()
    assert found["coverage"].between(0, 1).all()
    assert found["undated_share"].between(0, 1).all()


@PLAIN
@given(evidence, st.sampled_from(COLLECTED), st.integers(1, 2), st.integers(2010, NEWEST))
def test_a_further_dated_positive_record_never_lowers_a_score(rows, cell, level, year):
    (before,) = scored(rows, DEFAULT)
    (after,) = scored([*rows, {"criterion_id": cell, "level": level, "year": year}], DEFAULT)
    assert (after["documented"] >= before["documented"] - 1e-9).all()
    assert (after["midpoint"] >= before["midpoint"] - 1e-9).all()


@PLAIN
@given(evidence, st.randoms(use_true_random=False))
def test_the_order_of_the_records_changes_nothing(rows, random):
    named = [{**row, "id": f"n{number}"} for number, row in enumerate(rows)]
    shuffled = random.sample(named, len(named))
    (one,), (other,) = scored(named, DEFAULT), scored(shuffled, DEFAULT)
    assert one.equals(other)


@PLAIN
@given(evidence, st.floats(0.01, 1000))
def test_only_the_proportions_of_the_weights_matter(rows, factor):
    scaled = Weights(
        {name: weight * factor for name, weight in DEFAULT.dimensions.items()},
        {name: weight * factor for name, weight in DEFAULT.criteria.items()},
    )
    plain, other = scored(rows, DEFAULT, scaled)
    for column in ("documented", "possible", "midpoint", "coverage", "undated_share"):
        assert (plain[column] - other[column]).abs().max() < 1e-9
    assert plain["rank"].equals(other["rank"])
    assert plain["stage_low"].equals(other["stage_low"])
