"""What would decide the next stage of maturity: the fewest unknown criteria that could reach it.

A stage is reached when every dimension documents its threshold, so what one dimension has too much
of helps no other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from samspil.analysis.reach import fewest, first_to_reach
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse


@dataclass(frozen=True)
class DimensionGap:
    """What one dimension lacks to the threshold of the next stage.

    Attributes:
        dimension: its id.
        needed: the fewest unknown criteria that reach the threshold if they are met: 0 where it is
            reached already, None where all of them together would not do.
        candidates: the ids of the criteria that such a choice can be made from, in the order of
            the codebook; where all weigh the same, any `needed` of them will do.
    """

    dimension: str
    needed: int | None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class NextStage:
    """What would decide the stage after the one that is documented.

    Attributes:
        stage: its number, None where the highest is documented.
        gaps: one for each dimension, in the order of the codebook.
        unknown: how many criteria are not known.
    """

    stage: int | None
    gaps: tuple[DimensionGap, ...]
    unknown: int

    @property
    def needed(self) -> int | None:
        """How many criteria it takes in all; None where the unknown cannot reach the stage."""
        counts = [gap.needed for gap in self.gaps]
        return None if None in counts else sum(count or 0 for count in counts)

    @property
    def out_of_reach(self) -> tuple[str, ...]:
        """The dimensions that stay below the threshold though all that is unknown were met."""
        return tuple(gap.dimension for gap in self.gaps if gap.needed is None)


def next_stage(warehouse: Warehouse, code: str, year: int) -> NextStage:
    """What would decide the next stage of a municipality, by the default weights and horizon."""
    return what_decides(queries.marks(warehouse, code, year), queries.stages(warehouse))


def what_decides(marks: pd.DataFrame, stages: pd.DataFrame) -> NextStage:
    """The same from the marks of one municipality.

    Args:
        marks: criterion, dimension, weight and level (NA = not known), a row a scored criterion.
        stages: stage and threshold (0-100).
    """
    dimensions, unknown = _dimensions(marks), int(marks["level"].isna().sum())
    target = _next(dimensions, stages)
    if target is None:
        return NextStage(None, tuple(DimensionGap(d.id, 0) for d in dimensions), unknown)
    threshold, stage = target
    return NextStage(stage, tuple(dimension.gap(threshold) for dimension in dimensions), unknown)


def first_to_decide(
    marks: pd.DataFrame, stages: pd.DataFrame, order: Sequence[str]
) -> tuple[str, ...]:
    """The fewest unknown criteria that would reach the next stage, the first of them in an order.

    Args:
        marks: as `what_decides` takes them.
        stages: as `what_decides` takes them.
        order: the ids of all unknown criteria, the preferred first.

    Returns:
        their ids in that order; none where there is no next stage or it is out of reach.
    """
    dimensions = _dimensions(marks)
    target = _next(dimensions, stages)
    if target is None or any(d.gap(target[0]).needed is None for d in dimensions):
        return ()
    chosen = {c for d in dimensions for c in d.first(target[0], order)}
    return tuple(criterion for criterion in order if criterion in chosen)


def _dimensions(marks: pd.DataFrame) -> list["_Dimension"]:
    """The dimensions in the order of the marks; plain numbers, since this is asked of all 98."""
    columns = (marks[name].tolist() for name in ("dimension", "criterion", "weight", "level"))
    parts: dict[str, list[tuple]] = {}
    for dimension, *mark in zip(*columns, strict=True):
        parts.setdefault(str(dimension), []).append(tuple(mark))
    return [_Dimension(id_, part) for id_, part in parts.items()]


def _next(dimensions: list["_Dimension"], stages: pd.DataFrame) -> tuple[float, int] | None:
    """Threshold and number of the stage after the one that the weakest dimension documents."""
    weakest = min(dimension.documented() for dimension in dimensions)
    found = zip(stages["threshold"].tolist(), stages["stage"].tolist(), strict=True)
    return min((stage for stage in found if stage[0] > weakest), default=None)


class _Dimension:
    """The marks of one dimension: what it documents, and what each unknown criterion would add."""

    def __init__(self, id_: str, marks: list[tuple]) -> None:
        """`marks` are criterion, weight and level (NA = not known)."""
        self.id = id_
        self.full = sum(weight for _, weight, _ in marks)
        known = [(weight, level) for _, weight, level in marks if not pd.isna(level)]
        self.met = sum(weight * level / 2 for weight, level in known)
        self.gains = {c: 100 * weight / self.full for c, weight, level in marks if pd.isna(level)}

    def documented(self) -> float:
        """Points (0-100), rounded as for the stage."""
        return round(100 * self.met / self.full, 9)

    def gap(self, threshold: float) -> DimensionGap:
        return DimensionGap(self.id, *fewest(self.documented(), self.gains, threshold))

    def first(self, threshold: float, order: Sequence[str]) -> tuple[str, ...]:
        gains = {criterion: self.gains[criterion] for criterion in order if criterion in self.gains}
        return first_to_reach(self.documented(), gains, threshold)
