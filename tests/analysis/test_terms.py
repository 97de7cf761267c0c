"""Council terms, counted by hand."""

import pandas as pd
import pytest

from samspil.analysis.terms import Term, adoptions, councils_since, term_of


@pytest.mark.parametrize(
    ("year", "term"),
    [
        (2006, None),
        (2007, Term(2007, 2009)),
        (2009, Term(2007, 2009)),
        (2010, Term(2010, 2013)),
        (2013, Term(2010, 2013)),
        (2014, Term(2014, 2017)),
        (2021, Term(2018, 2021)),
        (2022, Term(2022, 2025)),
        (2026, Term(2026, 2029)),
    ],
)
def test_a_year_belongs_to_one_term(year, term):
    assert term_of(year) == term


@pytest.mark.parametrize(
    ("year", "until", "councils"),
    [(2005, 2026, 6), (2007, 2026, 5), (2009, 2026, 5), (2010, 2026, 4), (2025, 2026, 1),
     (2026, 2026, 0), (2022, 2025, 0)],
)  # fmt: skip
def test_councils_are_counted_that_took_office_since(year, until, councils):
    assert councils_since(year, until) == councils


def test_a_policy_is_told_with_its_term(frozen):
    years = frozen.query(
        "SELECT code, max(value) AS year FROM latest_reading WHERE criterion = 'policy_year'"
        " GROUP BY code ORDER BY code"
    )
    assert len(years)
    for code, year in years.itertuples(index=False):
        newest = adoptions(frozen, code).iloc[0]
        assert newest["adopted"] == year
        if year < 2007:
            assert pd.isna(newest["first"])
        else:
            assert newest["first"] <= year <= newest["last"]
        assert newest["councils"] == councils_since(year, 2026)
