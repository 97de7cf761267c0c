"""What would decide the next stage: so many reach it, one fewer does not."""

from fractions import Fraction
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import make_warehouse, record

from samspil.analysis.stage import DimensionGap, first_to_decide, next_stage, what_decides
from samspil.warehouse.queries import scores, stages

THRESHOLDS = (0, 20, 40, 60, 80)
STAGES = pd.DataFrame({"stage": range(1, 6), "threshold": THRESHOLDS})
DIMENSIONS = ("formal", "real", "transparent")


def marks(*dimensions, weights=None):
    """Marks by the levels of each dimension: "2?0" is met, unknown, not met."""
    rows = [
        {"criterion": f"{name}{n}", "dimension": name, "level": None if c == "?" else int(c)}
        for name, levels in zip(DIMENSIONS, dimensions, strict=True)
        for n, c in enumerate(levels)
    ]
    frame = pd.DataFrame(rows).astype({"level": "Int64"})
    return frame.assign(weight=1.0 if weights is None else weights)


def documented_stage(rows):
    """The stage by exact fractions, apart from what is tested."""
    shares = []
    for _, part in rows.groupby("dimension"):
        weights = [Fraction(weight) for weight in part["weight"]]
        points = [0 if pd.isna(level) else Fraction(int(level), 2) for level in part["level"]]
        share = sum(w * p for w, p in zip(weights, points, strict=True)) / sum(weights)
        shares.append(100 * share)
    return max(n for n, limit in enumerate(THRESHOLDS, 1) if limit <= min(shares))


def with_met(rows, criteria):
    return rows.assign(level=rows["level"].mask(rows["criterion"].isin(criteria), 2))


@pytest.mark.parametrize(
    ("dimensions", "stage", "needed"),
    [
        # 6, 8 and 10 criteria: one of 6 is 17 points, two are 33; two of 10 are 20, just enough.
        (("??????", "????????", "??????????"), 2, (2, 2, 2)),
        (("2?????", "22??????", "22????????"), 2, (1, 0, 0)),
        (("21????", "22??????", "22????????"), 3, (1, 2, 2)),
        # A level of 1 is half: 2 + 1 of 10 are 15 points, and one more is 25.
        (("222222", "22222222", "21????????"), 2, (0, 0, 1)),
        # 4 of 5 is 80, exactly the threshold of the highest stage.
        (("2222?", "2222?", "222??"), 5, (0, 0, 1)),
    ],
)
def test_counted_by_hand(dimensions, stage, needed):
    found = what_decides(marks(*dimensions), STAGES)
    assert (found.stage, tuple(gap.needed for gap in found.gaps)) == (stage, needed)
    assert found.needed == sum(needed)
    assert found.out_of_reach == ()


def test_a_dimension_that_is_there_already_asks_for_nothing():
    found = what_decides(marks("22????", "0???????", "2222222222"), STAGES)
    assert found.gaps == (
        DimensionGap("formal", 0),
        DimensionGap("real", 2, tuple(f"real{n}" for n in range(1, 8))),
        DimensionGap("transparent", 0),
    )
    assert found.unknown == 11


def test_what_the_unknown_cannot_reach_is_said_so():
    found = what_decides(marks("0000?0", "????????", "??????????"), STAGES)
    assert (found.stage, found.needed, found.out_of_reach) == (2, None, ("formal",))
    assert found.gaps[0] == DimensionGap("formal", None)
    assert found.gaps[1].needed == 2


def test_where_all_is_known_nothing_is_left_to_document():
    found = what_decides(marks("222200", "22220000", "1000000000"), STAGES)
    assert (found.stage, found.unknown, found.needed) == (2, 0, None)
    assert found.out_of_reach == ("transparent",)


def test_nothing_comes_after_the_highest_stage():
    found = what_decides(marks("222222", "22222222", "22222222??"), STAGES)
    assert (found.stage, found.needed, found.unknown) == (None, 0, 2)


def test_the_heavy_are_enough_where_many_light_ones_are_not():
    # One of 10 is documented; 3 + 2 more reach 55, while 3 + 1 and 2 + 2 do not.
    rows = marks("1????", "2", "2", weights=[2.0, 3.0, 2.0, 2.0, 1.0, 1.0, 1.0])
    found = what_decides(rows, pd.DataFrame({"stage": [1, 2], "threshold": [0, 55]}))
    assert found.gaps[0] == DimensionGap("formal", 2, ("formal1", "formal2", "formal3"))


levels = st.text("?012", min_size=1, max_size=4)


@given(
    st.tuples(levels, levels, levels),
    st.lists(st.sampled_from([1.0, 2.0, 3.5]), min_size=12, max_size=12),
)
def test_that_many_reach_it_and_one_fewer_does_not(dimensions, weights):
    rows = marks(*dimensions, weights=weights[: sum(map(len, dimensions))])
    found = what_decides(rows, STAGES)
    before = documented_stage(rows)
    unknown = list(rows.loc[rows["level"].isna(), "criterion"])
    assert found.stage == (before + 1 if before < len(THRESHOLDS) else None)
    assert found.unknown == len(unknown)
    if found.stage is None:
        return
    if found.needed is None:
        assert documented_stage(with_met(rows, unknown)) < found.stage
        return
    enough = [
        chosen
        for chosen in combinations(unknown, found.needed)
        if documented_stage(with_met(rows, chosen)) >= found.stage
    ]
    fewer = combinations(unknown, found.needed - 1)
    assert enough
    assert all(documented_stage(with_met(rows, chosen)) < found.stage for chosen in fewer)
    named = {criterion for gap in found.gaps for criterion in gap.candidates}
    assert named == {criterion for chosen in enough for criterion in chosen}


def test_with_equal_weights_any_choice_of_the_candidates_will_do():
    rows = marks("2?????", "22????", "1?????")
    found = what_decides(rows, STAGES)
    formal, _, transparent = found.gaps
    assert (formal.needed, transparent.needed) == (1, 1)
    for one in formal.candidates:
        for other in transparent.candidates:
            assert documented_stage(with_met(rows, [one, other])) == 2


def test_evidence_of_what_is_needed_moves_the_stage(tmp_path):
    known = [record("policy", 2), record("charter", 2)]
    warehouse = make_warehouse(tmp_path / "a.duckdb", known)
    found = next_stage(warehouse, "101", 2026)
    warehouse.close()
    assert (found.stage, found.needed) == (2, 1)
    assert found.gaps[2].candidates == ("page", "form")
    for criterion in found.gaps[2].candidates:
        after = make_warehouse(tmp_path / f"{criterion}.duckdb", [*known, record(criterion, 2)])
        (stage,) = scores(after, 2026).query("dimension == 'total'")["stage_low"]
        after.close()
        assert stage >= 2


def test_the_next_stage_is_the_one_after_the_stage_of_the_score(frozen):
    year = frozen.build.newest_year
    rows = frozen.query(
        "SELECT municipality.code, criterion.id AS criterion, dimension, criterion.weight, level"
        " FROM municipality CROSS JOIN criterion LEFT JOIN assessment ON year = $year"
        " AND assessment.code = municipality.code AND criterion = criterion.id"
        " WHERE dimension <> 'context' ORDER BY position",
        {"year": year},
    )
    total = scores(frozen, year).query("dimension == 'total'").set_index("code")
    found = {code: what_decides(part, stages(frozen)) for code, part in rows.groupby("code")}
    assert set(found) == set(total.index)
    for code, low, high in total[["stage_low", "stage_high"]].itertuples():
        assert found[code].stage == (low + 1 if low < len(THRESHOLDS) else None)
        assert (found[code].needed is None) == (low == high < len(THRESHOLDS))


def test_what_adding_fractions_leaves_behind_breaks_no_threshold():
    # 0.3 of 1.5 is 20 points exactly, though 100 * 0.3 / 1.5 is a hair less to the computer.
    known = marks("200", "2", "2", weights=[0.3, 1.1, 0.1, 1.0, 1.0])
    assert what_decides(known, STAGES).stage == 3
    unknown = marks("?00", "2", "2", weights=[0.3, 1.1, 0.1, 1.0, 1.0])
    assert what_decides(unknown, STAGES).gaps[0] == DimensionGap("formal", 1, ("formal0",))


def test_the_first_that_decide_keep_the_order_in_which_they_are_asked():
    rows = marks("2?????", "22??????", "2?????????")
    order = [c for c in reversed(rows["criterion"].tolist()) if c in _unknown(rows)]
    assert first_to_decide(rows, STAGES, order) == ("transparent9", "formal5")
    assert first_to_decide(marks("222222", "0" * 8, "2" * 10), STAGES, []) == ()
    assert first_to_decide(marks("222222", "2" * 8, "2" * 10), STAGES, []) == ()


@given(st.tuples(*(st.text("?012", min_size=1, max_size=5) for _ in DIMENSIONS)))
def test_the_first_that_decide_are_the_fewest_that_reach_the_stage(levels):
    rows = marks(*levels)
    found, chosen = what_decides(rows, STAGES), first_to_decide(rows, STAGES, _unknown(rows))
    assert len(chosen) == (found.needed or 0)
    if found.needed:
        assert documented_stage(with_met(rows, chosen)) >= found.stage


def _unknown(rows):
    return rows.loc[rows["level"].isna(), "criterion"].tolist()
