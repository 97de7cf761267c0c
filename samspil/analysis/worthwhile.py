"""Of all that could be asked of all municipalities: what would raise the most, first."""

from dataclasses import dataclass

import pandas as pd

from samspil.analysis.asking import (
    KINDS,
    UNCONFIRMED,
    all_questions,
    coverage_gains,
    dimension_weights,
)
from samspil.analysis.reach import first_to_reach
from samspil.analysis.stage import first_to_decide
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

RANK, STAGE, COVERAGE = "rank", "stage", "coverage"
"""What a question is asked for: a rank of the municipality, its next stage, or what is known."""

FAR = 1_000
"""More answers than there are criteria: a stage that answers cannot reach."""


def worthwhile(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """Every question about what is not known, those first that would raise the most.

    First those that would give municipalities a rank: where the fewest answers are lacking before
    where more are, and in each only so many as it takes, the first of its letter that will do.
    Where as many are lacking, the next stage that takes fewer answers decides, then how much they
    add. Then in the same way those that can decide the next stage, if the answer is that the
    criterion is met, on top of those that a rank takes. Last all others: what adds most to the
    known share, then what an older source told, then what is most often met elsewhere.

    Columns: code, name, criterion, criterion_da, criterion_en, question_da, question_en, kind and
    told_year as `asking.questions` has them, goal (RANK, STAGE or COVERAGE), answers (how many
    questions of this municipality the goal takes, this one among them; NA of COVERAGE) and gain
    (what the answer adds to the known share of the municipality, 0-1).
    """
    asked = all_questions(warehouse, year)
    asked = asked[asked["kind"] != UNCONFIRMED]
    marks, weights = queries.all_marks(warehouse, year), dimension_weights(warehouse)
    stages, minimum = queries.stages(warehouse), warehouse.build.minimum_coverage
    own = dict(list(marks[["code", "criterion", "dimension", "weight", "level"]].groupby("code")))
    found = []
    for turn, (code, rows) in enumerate(asked.groupby("code", sort=False)):
        order = rows["criterion"].tolist()
        share, gains = coverage_gains(own[code], weights)
        rank = first_to_reach(share, {criterion: gains[criterion] for criterion in order}, minimum)
        stage = first_to_decide(own[code], stages, order)
        found += _placed(rows, _Goals(turn, rank, stage, gains))
    placed = pd.DataFrame(found, columns=["label", "place", "goal", "answers", "gain"])
    placed = placed.sort_values("place").set_index("label")
    names = queries.municipalities(warehouse).set_index("code")["name"]
    rows = asked.loc[placed.index].rename(
        columns={"name_da": "criterion_da", "name_en": "criterion_en"}
    )
    columns = ["code", "name", "criterion", "criterion_da", "criterion_en", "question_da",
               "question_en", "kind", "told_year"]  # fmt: skip
    rows = rows.assign(name=rows["code"].map(names))[columns]
    rows = rows.assign(
        goal=placed["goal"], answers=placed["answers"].astype("Int64"), gain=placed["gain"]
    )
    return rows.reset_index(drop=True)


@dataclass(frozen=True)
class _Goals:
    """What the questions to one municipality can lead to.

    turn: its place among all. rank, stage: the questions that a rank and the next stage take.
    gains: what each unknown criterion adds to the known share.
    """

    turn: int
    rank: tuple[str, ...]
    stage: tuple[str, ...]
    gains: dict[str, float]


def _placed(rows: pd.DataFrame, goals: _Goals) -> list[tuple]:
    """For each question its label, its place among all, its goal, answers and gain."""
    rank, gains = goals.rank, goals.gains
    later = tuple(criterion for criterion in goals.stage if criterion not in rank)
    added = {criteria: -round(sum(gains[c] for c in criteria), 9) for criteria in (rank, later)}
    cells = zip(*(rows[name].tolist() for name in ("criterion", "kind", "share_met")), strict=True)
    found = []
    for n, (label, (criterion, kind, share_met)) in enumerate(zip(rows.index, cells, strict=True)):
        gain, goal = gains[criterion], COVERAGE
        place: tuple[float, ...]
        answers = None
        if criterion in rank:
            goal, answers = RANK, len(rank)
            place = (0, len(rank), len(goals.stage) or FAR, added[rank])
        elif criterion in later:
            goal, answers = STAGE, len(later)
            place = (1, len(later), added[later])
        else:
            met = 0.0 if pd.isna(share_met) else share_met
            place = (2, -round(gain, 9), KINDS.index(kind), -met)
        found.append((label, (*place, goals.turn, n), goal, answers, gain))
    return found


def ranks_given(asked: pd.DataFrame) -> int:
    """How many municipalities get a rank if all these questions are answered.

    Args:
        asked: the first of what `worthwhile` gives.
    """
    rows = asked[asked["goal"] == RANK]
    return int((rows.groupby("code").size() == rows.groupby("code")["answers"].first()).sum())
