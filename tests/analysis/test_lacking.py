"""What a rank still takes: counted by hand on six criteria, two in each dimension."""

from dataclasses import replace

import pytest
from small import make_warehouse, record

from samspil.analysis.lacking import lacking, shares_of
from samspil.model.ranking import default_terms


@pytest.fixture
def house(tmp_path):
    warehouse = make_warehouse(tmp_path / "w.duckdb", [record("policy")], ("101", "102"))
    yield warehouse
    warehouse.close()


def test_by_equal_weights_each_of_six_is_a_sixth_and_three_are_half(house):
    assert lacking(house, default_terms(house)).to_dict() == {"101": 2, "102": 3}


def test_by_own_weights_what_weighs_most_comes_first(house):
    terms = replace(
        default_terms(house), dimensions=(("formal", 2.0), ("real", 1.0), ("transparent", 1.0))
    )
    shares = shares_of(house, terms)
    assert shares["policy"] == pytest.approx(1 / 4)
    assert shares["heard"] == pytest.approx(1 / 8)
    assert lacking(house, terms).to_dict() == {"101": 1, "102": 2}


def test_what_weighs_nothing_brings_nobody_nearer(house):
    terms = replace(
        default_terms(house), dimensions=(("formal", 0.0), ("real", 1.0), ("transparent", 1.0))
    )
    assert lacking(house, terms).to_dict() == {"101": 2, "102": 2}
