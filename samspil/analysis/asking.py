"""What to ask a municipality: what is not known, then what is not reconfirmed, the best first."""

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
USUAL = 10
"""So many questions a letter asks, unless the reader chooses."""


def questions(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """All that can be asked of one municipality, in the order in which to ask it.

    First what an older source told, then what would give a rank or the next stage soonest, then
    what is most often met elsewhere; last what is known but not reconfirmed, the oldest first. Of
    older sources, and of those not reconfirmed, the ones whose address is gone or has moved lead.
    What is implied is never asked about.

    Columns: those of `queries.marks`, and kind (one of KINDS), derived (whether the year that it is
    computed from is asked for instead: question and publish are those of that year), soonest (how
    many answers a rank or the next stage takes, this one among them; NA where it leads to
    neither), share_met, of the newest reading of the cell told_year, told_note, told_note_da,
    told_url, told_kind and told_gone (NA without one), and address_state (what became of the
    address that the question names; NA where it was never asked).
    """
    marks = queries.marks(warehouse, code, year)
    known = marks["level"].notna()
    told = _told(warehouse, code)
    rows = marks.merge(told, on="criterion", how="left")
    rows = rows.merge(met_shares(warehouse, year), on="criterion", how="left")
    dated = rows["evidence_year"].notna()
    rows["kind"] = UNKNOWN
    rows.loc[~known & rows["told_kind"].notna(), "kind"] = OLDER
    rows.loc[known, "kind"] = UNCONFIRMED
    states = queries.links(warehouse).set_index("address")["state"]
    rows["address_state"] = rows["told_url"].mask(known, rows["source_url"]).map(states)
    asked = rows[~known | (dated & ~rows["fresh"] & ~rows["implied"])].copy()
    asked["derived"] = asked["criterion"] == DERIVED
    source = queries.criteria(warehouse, scored=False).set_index("id").loc[ADOPTION_YEAR]
    for column in ("question_da", "question_en", "publish_da", "publish_en"):
        asked[column] = asked[column].mask(asked["derived"], source[column])
    asked["soonest"] = asked["criterion"].map(_soonest(warehouse, marks)).astype("Int64")
    return _in_order(asked)


def _told(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """The newest reading of every cell, its columns under names of their own."""
    names = {"year": "told_year", "note": "told_note", "note_da": "told_note_da",
             "source_url": "told_url", "source_kind": "told_kind", "gone": "told_gone"}  # fmt: skip
    rows = queries.newest_readings(warehouse, code)
    return rows.rename(columns=names)[["criterion", *names.values()]]


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows in the order in which to ask."""
    place = rows["kind"].map({kind: n for n, kind in enumerate(KINDS)})
    confirmed = rows["evidence_year"].where(rows["kind"] == UNCONFIRMED)
    gone = rows["told_gone"].eq(True) & (rows["kind"] == OLDER)
    found = ~(gone | rows["address_state"].isin(LOST))
    rows = rows.assign(_place=place, _confirmed=confirmed, _found=found)
    order = ["_place", "_found", "_confirmed", "soonest", "share_met", "position"]
    rising = [True, True, True, True, False, True]
    rows = rows.sort_values(order, ascending=rising, na_position="last", ignore_index=True)
    still = rows["kind"] == UNCONFIRMED
    placed = [*_after_required(rows[~still]), *_after_required(rows[still])]
    return rows.loc[placed].drop(columns=["_place", "_found", "_confirmed"]).reset_index(drop=True)


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
    share = coverage_shares(marks["weight"], marks["dimension"], weights)
    known = marks["level"].notna()
    gains = dict(zip(marks["criterion"][~known], share[~known], strict=True))
    return fewest(float(share[known].sum()), gains, minimum)


def cells_to_its_rank(warehouse: Warehouse, marks: pd.DataFrame) -> tuple:
    """`cells_to_a_rank` by the weights and the limit of the build."""
    dimensions = queries.dimensions(warehouse)
    weights = dict(zip(dimensions["id"], dimensions["weight"], strict=True))
    return cells_to_a_rank(marks, weights, warehouse.build.minimum_coverage)


def _soonest(warehouse: Warehouse, marks: pd.DataFrame) -> dict[str, int]:
    """For each criterion that can lead to a rank or the next stage, how many cells that takes."""
    needed, candidates = cells_to_its_rank(warehouse, marks)
    soonest = dict.fromkeys(candidates, needed or 0)
    stage = what_decides(marks, queries.stages(warehouse))
    if stage.needed:
        for criterion in (id_ for gap in stage.gaps for id_ in gap.candidates):
            soonest[criterion] = min(stage.needed, soonest.get(criterion, stage.needed))
    return soonest
