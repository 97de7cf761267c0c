"""What to ask a municipality: what is not known, then what is not reconfirmed, the best first."""

from typing import Any

import pandas as pd

from samspil.analysis.documentation import LOST
from samspil.analysis.next_step import met_shares
from samspil.analysis.reach import coverage_shares, fewest
from samspil.analysis.stage import what_decides
from samspil.model.codebook import ADOPTION_YEAR, DERIVED
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

OLDER, UNKNOWN, UNCONFIRMED = "older", "unknown", "unconfirmed"
"""Not known but for a source that no longer counts; not known at all; known, not reconfirmed."""

KINDS = (OLDER, UNKNOWN, UNCONFIRMED)
USUAL, FIRST = 10, 3
"""So many questions a letter asks unless the reader chooses, and so many come before all others."""

TOLD = {"year": "told_year", "note": "told_note", "note_da": "told_note_da",
        "source_url": "told_url", "source_kind": "told_kind",
        "gone_on": "told_gone_on"}  # fmt: skip
"""What the columns of the newest reading of a cell are called among the questions."""


def questions(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """All that can be asked of one municipality, in the order in which to ask it.

    First what an older source told, then what would give a rank or the next stage soonest, then
    what is most often met elsewhere; last what is known but not reconfirmed, the oldest first. Of
    older sources, and of those not reconfirmed, the ones whose address is gone or has moved lead.
    What is implied is never asked about.

    Columns: those of `queries.marks`, and kind (one of KINDS), derived (whether the year that it is
    computed from is asked for instead: question and publish are those of that year), to_rank and
    to_stage (how many answers a rank or the next stage takes, this one among them; NA where it is
    none of those), soonest (the smaller of the two), share_met, of the newest reading of the cell
    told_year, told_note, told_note_da, told_url, told_kind and told_gone_on (NA without one), and
    address_state and address_checked_on (what became of the address that the question names, and
    the day; NA where it was never asked).
    """
    marks = queries.marks(warehouse, code, year).assign(code=code)
    asked = _asked(warehouse, marks, queries.newest_readings(warehouse, code), year)
    return asked.drop(columns="code")


def all_questions(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """The same of every municipality, in Danish alphabetical order: code, and as `questions`."""
    marks, told = queries.all_marks(warehouse, year), queries.newest_readings(warehouse)
    return _asked(warehouse, marks, told, year)


def first(asked: pd.DataFrame) -> pd.DataFrame:
    """The questions that come before all others: at most three of what is not known.

    Args:
        asked: as `questions` gives them; their order is kept.
    """
    return asked[asked["kind"] != UNCONFIRMED].head(FIRST)


def _asked(
    warehouse: Warehouse, marks: pd.DataFrame, told: pd.DataFrame, year: int
) -> pd.DataFrame:
    """The questions that cells and the newest readings of them give, municipality by municipality.

    Args:
        warehouse: the build.
        marks: as `queries.all_marks` gives them, of one municipality or more.
        told: as `queries.newest_readings` gives them.
        year: whose cells they are.
    """
    told = told.rename(columns=TOLD)[["code", "criterion", *TOLD.values()]]
    rows = marks.merge(told, on=["code", "criterion"], how="left")
    rows = rows.merge(met_shares(warehouse, year), on="criterion", how="left")
    rows = rows.merge(_soonest(warehouse, marks), on=["code", "criterion"], how="left")
    known, dated = rows["level"].notna(), rows["evidence_year"].notna()
    rows["kind"] = UNKNOWN
    rows.loc[~known & rows["told_kind"].notna(), "kind"] = OLDER
    rows.loc[known, "kind"] = UNCONFIRMED
    named = rows["told_url"].mask(known, rows["source_url"])
    links = queries.links(warehouse).set_index("address")[["state", "checked_on"]]
    rows = rows.assign(named=named).join(links.add_prefix("address_"), on="named")
    asked = rows[~known | (dated & ~rows["fresh"] & ~rows["implied"])].drop(columns="named")
    asked["derived"] = asked["criterion"] == DERIVED
    source = queries.criteria(warehouse, scored=False).set_index("id").loc[ADOPTION_YEAR]
    for column in ("question_da", "question_en", "publish_da", "publish_en"):
        asked[column] = asked[column].mask(asked["derived"], source[column])
    return _in_order(asked)


def _soonest(warehouse: Warehouse, marks: pd.DataFrame) -> pd.DataFrame:
    """The criteria that can lead to a rank or the next stage, and how many answers that takes.

    Columns: code, criterion, to_rank, to_stage and soonest, as `questions` has them.
    """
    weights, stages = dimension_weights(warehouse), queries.stages(warehouse)
    minimum = warehouse.build.minimum_coverage
    found: list[tuple[Any, ...]] = []
    cells = marks[["code", "criterion", "dimension", "weight", "level"]]
    for code, own in cells.groupby("code", sort=False):
        needed, which = cells_to_a_rank(own, weights, minimum)
        found += [(code, criterion, needed, None) for criterion in which]
        stage = what_decides(own, stages)
        if stage.needed:
            found += [(code, criterion, None, stage.needed)
                      for gap in stage.gaps for criterion in gap.candidates]  # fmt: skip
    rows = pd.DataFrame(found, columns=["code", "criterion", "to_rank", "to_stage"])
    rows = rows.astype({"code": str, "criterion": str, "to_rank": "Int64", "to_stage": "Int64"})
    rows = rows.groupby(["code", "criterion"], as_index=False).min()
    return rows.assign(soonest=rows[["to_rank", "to_stage"]].min(axis="columns").astype("Int64"))


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order in which to ask, each municipality where it stood."""
    place = rows["kind"].map({kind: n for n, kind in enumerate(KINDS)})
    confirmed = rows["evidence_year"].where(rows["kind"] == UNCONFIRMED)
    gone = rows["told_gone_on"].notna() & (rows["kind"] == OLDER)
    found = ~(gone | rows["address_state"].isin(LOST))
    turn = rows["code"].map({code: n for n, code in enumerate(rows["code"].unique())})
    rows = rows.assign(_turn=turn, _place=place, _found=found, _confirmed=confirmed)
    order = ["_turn", "_place", "_found", "_confirmed", "soonest", "share_met", "position"]
    rising = [True, True, True, True, True, False, True]
    rows = rows.sort_values(order, ascending=rising, na_position="last", ignore_index=True)
    told = rows[["code", "criterion", "requires"]].assign(still=rows["kind"] == UNCONFIRMED)
    placed = [label for _, part in told.groupby(["code", "still"], sort=False)
              for label in _after_required(part)]  # fmt: skip
    rows = rows.loc[placed].drop(columns=["_turn", "_place", "_found", "_confirmed"])
    return rows.reset_index(drop=True)


def _after_required(rows: pd.DataFrame) -> list[int]:
    """The labels of the rows in their order, none before the one that its criterion requires.

    What is not known and what is not reconfirmed stand apart in a letter, so each is ordered alone.
    """
    asked = set(rows["criterion"])
    placed: dict[str, int] = {}
    waiting: dict[str, list[tuple[str, int]]] = {}

    def place(criterion: str, label: int) -> None:
        placed[criterion] = label
        for later in waiting.pop(criterion, ()):
            place(*later)

    for label, criterion, required in rows[["criterion", "requires"]].itertuples():
        if required in asked and required not in placed:
            waiting.setdefault(required, []).append((criterion, label))
        else:
            place(criterion, label)
    return list(placed.values())


def cells_to_a_rank(marks: pd.DataFrame, weights: dict[str, float], minimum: float) -> tuple:
    """How many more cells must be known for a rank, and which can be among so few.

    Args:
        marks: criterion, dimension, weight and level (NA = not known) of one municipality.
        weights: of the dimensions, by id.
        minimum: the known share, on average of the dimensions, that a rank needs.

    Returns:
        as `reach.fewest`.
    """
    share, gains = coverage_gains(marks, weights)
    return fewest(share, gains, minimum)


def coverage_gains(
    marks: pd.DataFrame, weights: dict[str, float]
) -> tuple[float, dict[str, float]]:
    """The known share of a municipality, and what each unknown criterion would add to it, by id.

    Args:
        marks: criterion, dimension, weight and level (NA = not known) of one municipality.
        weights: of the dimensions, by id.
    """
    share = coverage_shares(marks["weight"], marks["dimension"], weights)
    known = marks["level"].notna()
    return float(share[known].sum()), dict(
        zip(marks["criterion"][~known], share[~known], strict=True)
    )


def cells_to_its_rank(warehouse: Warehouse, marks: pd.DataFrame) -> tuple:
    """`cells_to_a_rank` by the weights and the limit of the build."""
    weights, minimum = dimension_weights(warehouse), warehouse.build.minimum_coverage
    return cells_to_a_rank(marks, weights, minimum)


def dimension_weights(warehouse: Warehouse) -> dict[str, float]:
    """The weights of the dimensions, by id."""
    dimensions = queries.dimensions(warehouse)
    return dict(zip(dimensions["id"], dimensions["weight"], strict=True))
