"""How a hearing stands: who was asked and answered, by region, and who is close to a rank."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pandas as pd

from etl.hearing.books import ANSWERED, DECLINED, NO_ANSWER, SENT
from samspil.analysis.asking import cells_to_a_rank
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse, newest_build, open_warehouse

CLOSE = 3
"""Cells from a rank, within which a municipality is named."""


def hearing_status(database: Path | None, say: Callable[[str], None]) -> None:
    """Tell the newest round of every municipality, by region, and who is few cells from a rank.

    Raises:
        WarehouseError: there is no build.
    """
    with closing(open_warehouse(database or newest_build())) as warehouse:
        for line in _by_region(queries.hearings(warehouse)):
            say(line)
        for line in _close_to_a_rank(warehouse):
            say(line)
        for line in _waiting(warehouse):
            say(line)


def _by_region(rounds: pd.DataFrame) -> list[str]:
    """A line for each region and one for the country."""
    columns = {"asked": None, ANSWERED: ANSWERED, DECLINED: DECLINED, "no answer": NO_ANSWER,
               "still out": SENT}  # fmt: skip
    lines = [f"{'region':<20}{'all':>5}" + "".join(f"{name:>11}" for name in columns)]
    parts = [*rounds.groupby("region", sort=True), ("Denmark", rounds)]
    for region, rows in parts:
        counts = (
            rows["outcome"].notna().sum() if outcome is None else (rows["outcome"] == outcome).sum()
            for outcome in columns.values()
        )
        lines.append(f"{region:<20}{len(rows):>5}" + "".join(f"{n:>11}" for n in counts))
    return lines


def _close_to_a_rank(warehouse: Warehouse) -> list[str]:
    """Who is one, two or three cells from a rank, with the criteria that would do."""
    dimensions, year = queries.dimensions(warehouse), warehouse.build.newest_year
    weights = dict(zip(dimensions["id"], dimensions["weight"], strict=True))
    totals = queries.scores(warehouse, year).query("dimension == 'total'")
    near: dict[int, list[str]] = {}
    for row in totals[totals["rank"].isna()].to_dict("records"):
        marks = queries.marks(warehouse, row["code"], year)
        needed, which = cells_to_a_rank(marks, weights, warehouse.build.minimum_coverage)
        if needed and needed <= CLOSE:
            near.setdefault(needed, []).append(f"  {row['code']} {row['name']}: {' '.join(which)}")
    lines = []
    for needed in sorted(near):
        cells = "1 cell" if needed == 1 else f"{needed} cells"
        lines += [f"{cells} from a rank, {len(near[needed])} municipalities:", *near[needed]]
    return lines


def _waiting(warehouse: Warehouse) -> list[str]:
    """Which pages that were named in answers wait to be read."""
    rows = queries.to_read(warehouse)
    if rows.empty:
        return []
    said = rows[["code", "criterion", "claimed", "source_url"]].itertuples(index=False, name=None)
    lines = (" ".join(map(str, row)) for row in said)
    return [f"To be read, {len(rows)} pages:", *(f"  {line}" for line in lines)]
