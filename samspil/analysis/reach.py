"""The fewest unknown criteria that would carry a sum over a threshold, if they were met."""

from collections.abc import Mapping

import pandas as pd


def fewest(
    start: float, gains: Mapping[str, float], threshold: float
) -> tuple[int | None, tuple[str, ...]]:
    """How many of the unknown it takes, and which ones can be among so few.

    Sums are rounded to nine decimals, so that fractions reach what they equal.

    Args:
        start: what there is without them, in the unit of the threshold.
        gains: what each unknown criterion would add, by its id.
        threshold: to be reached or passed.

    Returns:
        the number, 0 where the threshold is reached already and None where all together would not
        do; and the ids, in the order of `gains`, of those that reach it in company of so few.
    """

    def reaches(further: list[float]) -> bool:
        return round(start + sum(further), 9) >= round(threshold, 9)

    largest = sorted(gains.values(), reverse=True)
    for needed in range(len(largest) + 1):
        if reaches(largest[:needed]):
            break
    else:
        return None, ()
    if needed == 0:
        return 0, ()
    found = []
    for id_, gain in gains.items():
        others = sorted((g for other, g in gains.items() if other != id_), reverse=True)
        if gain > 0 and reaches([gain, *others[: needed - 1]]):
            found.append(id_)
    return needed, tuple(found)


def first_to_reach(start: float, gains: Mapping[str, float], threshold: float) -> tuple[str, ...]:
    """The fewest that reach the threshold together, the first of them in the order given.

    One is left out only where with it so few would not do.

    Args:
        start: as `fewest` takes it.
        gains: as `fewest` takes them; their order says which are preferred.
        threshold: as `fewest` takes it.

    Returns:
        their ids in that order; none where the threshold is reached already or cannot be.
    """
    needed, candidates = fewest(start, gains, threshold)
    chosen: list[str] = []
    for id_ in candidates:
        with_it = start + sum(gains[c] for c in (*chosen, id_))
        others = {c: gain for c, gain in gains.items() if c not in (*chosen, id_)}
        left = (needed or 0) - len(chosen) - 1
        further = sorted(others.values(), reverse=True)[: max(left, 0)]
        if left >= 0 and round(with_it + sum(further), 9) >= round(threshold, 9):
            chosen.append(id_)
    return tuple(chosen)


def coverage_shares(
    weights: pd.Series, dimension: pd.Series, dimensions: Mapping[str, float]
) -> pd.Series:
    """How much of the total's coverage each criterion is; the shares sum to 1.

    Args:
        weights: of the criteria.
        dimension: the dimension of each, under the same index.
        dimensions: the weights of the dimensions, by id.
    """
    parts = list(zip(weights.tolist(), dimension.tolist(), strict=True))
    sums: dict[str, float] = {}
    for weight, id_ in parts:
        sums[id_] = sums.get(id_, 0.0) + weight
    found = [
        weight / sums[id_] * dimensions[id_] if sums[id_] > 0 else 0.0 for weight, id_ in parts
    ]
    whole = sum(found)
    return pd.Series([share / whole if whole else 0.0 for share in found], weights.index)
