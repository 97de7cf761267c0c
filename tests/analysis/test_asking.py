"""What to ask a municipality: every unknown, every unconfirmed, nothing else, the best first."""

import pandas as pd
import pytest
from frozen import BROENDBY, GENTOFTE, LEJRE, VEJLE
from pandas.testing import assert_frame_equal
from small import make_warehouse, record

from samspil.analysis.asking import (
    OLDER,
    UNCONFIRMED,
    UNKNOWN,
    all_questions,
    cells_to_a_rank,
    first,
    questions,
)
from samspil.warehouse import queries

YEAR = 2026


def asked(path, *records, codes=("101",), lookups=()):
    return questions(make_warehouse(path, list(records), codes, lookups=lookups), "101", YEAR)


def kinds(rows):
    return dict(zip(rows["criterion"], rows["kind"], strict=True))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "small.duckdb"


def test_all_is_unknown_where_nothing_was_found(path):
    rows = asked(path)
    assert set(rows["kind"]) == {UNKNOWN}
    assert len(rows) == 6
    assert rows["told_year"].isna().all()


def test_what_is_known_and_fresh_is_not_asked(path):
    rows = asked(path, record("heard", year=2024))
    assert "heard" not in kinds(rows)
    assert len(rows) == 5


def test_a_source_beyond_the_horizon_is_asked_about_first(path):
    rows = asked(
        path, record("heard", year=2014, note_da="Rådet høres", source_url="https://a.dk/")
    )
    first = rows.iloc[0]
    assert (first["criterion"], first["kind"], first["told_year"]) == ("heard", OLDER, 2014)
    assert (first["told_note_da"], first["told_url"]) == ("Rådet høres", "https://a.dk/")
    assert pd.isna(first["told_gone_on"])


def test_a_page_that_is_gone_is_told_so(path):
    gone = {"outcome": "gone", "source_url": "https://a.dk/", "looked_on": "2026-11-23"}
    rows = asked(path, record("heard", year=2024, source_url="https://a.dk/"), lookups=(gone,))
    assert (rows.iloc[0]["criterion"], rows.iloc[0]["kind"]) == ("heard", OLDER)
    assert str(rows.iloc[0]["told_gone_on"].date()) == "2026-11-23"


def test_what_is_not_reconfirmed_comes_last_the_oldest_first(path):
    # Transparent sources stay fresh for three years, the others for eight.
    rows = asked(path, record("page", year=2022), record("form", year=2020))
    assert list(rows["kind"].tail(2)) == [UNCONFIRMED, UNCONFIRMED]
    assert list(rows["criterion"].tail(2)) == ["form", "page"]


def test_what_carries_no_year_is_known_and_not_unconfirmed(path):
    rows = asked(path, record("page", year=None))
    assert "page" not in kinds(rows)


def test_what_follows_from_a_zero_is_not_asked(path):
    rows = asked(path, record("policy", level=0, year=2025))
    assert "policy_current" not in kinds(rows)


def test_the_source_of_a_derived_criterion_is_asked_for(path):
    rows = asked(path, record("policy_year", year=2012, value=2012)).set_index("criterion")
    assert rows.loc["policy_current", "kind"] == OLDER
    assert rows.loc["policy_current", "derived"]
    assert rows["derived"].sum() == 1


def test_what_leads_to_a_rank_or_a_stage_soonest_goes_before_the_rest(path):
    # Formal and transparent reach 20 points with what is met; one answer on real (1 of 2 = 50)
    # would be the next stage. A rank needs 50 %: (2/2 + 0 + 2/2) / 3 is more already.
    known = [record(c, year=2026) for c in ("policy", "page", "form")]
    known.append(record("policy_year", year=2026, value=2026))
    rows = asked(path, *known)
    assert list(rows["criterion"]) == ["charter", "heard"]
    assert list(rows["soonest"]) == [1, 1]


def test_then_what_is_most_often_met_elsewhere(path):
    others = tuple(str(code) for code in range(201, 206))
    rows = asked(
        path,
        *(record("form", level=2, code=code) for code in others),
        *(record("page", level=0, code=code) for code in others),
        codes=("101", *others),
    )
    transparent = [c for c in rows["criterion"] if c in ("form", "page")]
    assert transparent == ["form", "page"]


def test_what_a_criterion_requires_is_asked_before_it(path):
    # An older source would put the derived criterion first; the policy it requires goes before.
    rows = asked(path, record("policy_year", year=2012, value=2012))
    order = list(rows["criterion"])
    assert rows.set_index("criterion").loc["policy_current", "kind"] == OLDER
    assert order.index("policy_current") == order.index("policy") + 1


def test_cells_to_a_rank_counted_by_hand():
    # Of 2, 2 and 2 equal cells one is 1/6 of the whole; two are known, one more is one half.
    rows = pd.DataFrame(
        {
            "criterion": list("abcdef"),
            "dimension": ["x", "x", "y", "y", "z", "z"],
            "weight": 1.0,
            "level": pd.array([2, None, 0, None, None, None], dtype="Int64"),
        }
    )
    equal = dict.fromkeys("xyz", 1.0)
    assert cells_to_a_rank(rows, equal, 0.5) == (1, ("b", "d", "e", "f"))
    assert cells_to_a_rank(rows, equal, 2 / 6) == (0, ())
    # With all weight on x, whose half is known, a rank needs nothing more.
    assert cells_to_a_rank(rows, {"x": 1.0, "y": 0.0, "z": 0.0}, 0.5) == (0, ())


def test_the_first_three_are_those_of_the_letter_and_never_what_is_known(path):
    rows = asked(path, record("page", year=2022), record("heard", year=2014))
    assert list(rows["kind"]) == [OLDER, *[UNKNOWN] * 4, UNCONFIRMED]
    assert list(first(rows)["criterion"]) == list(rows["criterion"])[:3]
    known = (record(c, year=2025) for c in ("policy", "charter", "heard", "form"))
    path.unlink()
    rows = asked(path, *known, record("page", year=2022))
    assert list(first(rows)["criterion"]) == ["policy_current"]


@pytest.fixture(scope="module")
def every(frozen):
    """The questions and the cells of all municipalities."""
    return all_questions(frozen, YEAR), queries.all_marks(frozen, YEAR)


def test_of_every_municipality_exactly_the_unknown_and_the_unconfirmed_are_asked(every):
    found = dict(list(every[0].groupby("code")))
    for code, cells in every[1].groupby("code"):
        marks, rows = cells.set_index("criterion"), found[code]
        by_kind = rows.groupby("kind")["criterion"].agg(set).to_dict()
        unknown = set(marks.index[marks["level"].isna()])
        assert by_kind.get(OLDER, set()) | by_kind.get(UNKNOWN, set()) == unknown
        old = marks["level"].notna() & marks["evidence_year"].notna() & ~marks["fresh"]
        assert by_kind.get(UNCONFIRMED, set()) == set(marks.index[old & ~marks["implied"]])
        assert rows["criterion"].is_unique


def test_one_municipality_is_asked_as_among_all(every, frozen):
    for code in (VEJLE, LEJRE, GENTOFTE, BROENDBY):
        alone = questions(frozen, code, YEAR), queries.marks(frozen, code, YEAR)
        for rows, own in zip(every, alone, strict=True):
            among = rows[rows["code"] == code].drop(columns="code").reset_index(drop=True)
            assert_frame_equal(*(f.astype(object).where(f.notna(), None) for f in (among, own)))
