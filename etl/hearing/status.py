"""How a hearing stands: who was asked and answered, by region, and who is close to a rank."""

from contextlib import closing
from pathlib import Path

import pandas as pd

from etl.hearing.books import (
    ANSWERED,
    DECLINED,
    NO_ANSWER,
    OPEN,
    SENT,
    as_text,
    newest_rounds,
)
from etl.hearing.taking import still_to_read
from etl.say import Say
from etl.snapshots import Snapshots, read_snapshots
from etl.sources import evidence, municipalities
from samspil.analysis.asking import cells_to_its_rank
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse, newest_build, open_warehouse

CLOSE = 3
"""Cells from a rank, within which a municipality is named."""


def hearing_status(data: Path, database: Path | None, say: Say) -> None:
    """Tell the newest round of every municipality by region, who is near a rank, and what to read.

    Rounds and pages are those of the data folder; how near a rank somebody is, that of the build.

    Raises:
        DataError: the data folder is wrong.
        WarehouseError: there is no build.
    """
    content = read_snapshots(data)
    places = content[municipalities.SOURCE][["code", "name", "region"]]
    rounds = newest_rounds(content.hearing.rounds)[["code", "outcome"]]
    lines = _by_region(places.merge(rounds, on="code", how="left"))
    with closing(open_warehouse(database or newest_build())) as warehouse:
        lines += _close_to_a_rank(warehouse)
    for line in [*lines, *_waiting(content)]:
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
    year = warehouse.build.newest_year
    totals = queries.scores(warehouse, year).query("dimension == 'total'")
    marks = dict(list(queries.all_marks(warehouse, year).groupby("code")))
    near: dict[int, list[str]] = {}
    for row in totals[totals["rank"].isna()].to_dict("records"):
        needed, which = cells_to_its_rank(warehouse, marks[row["code"]])
        if needed and needed <= CLOSE:
            near.setdefault(needed, []).append(f"  {row['code']} {row['name']}: {' '.join(which)}")
    lines = []
    for needed in sorted(near):
        cells = "1 cell" if needed == 1 else f"{needed} cells"
        lines += [f"{cells} from a rank, {len(near[needed])} municipalities:", *near[needed]]
    return lines


def _waiting(content: Snapshots) -> list[str]:
    """Which pages that were named in answers wait to be read."""
    rows = still_to_read(as_text(content.hearing.to_read), content[evidence.SOURCE])
    waiting = [row for row in rows if row["status"] == OPEN]
    if not waiting:
        return []
    names = ("code", "criterion", "claimed", "source_url")
    lines = ("  " + " ".join(row[name] for name in names) for row in waiting)
    return [f"To be read, {len(waiting)} pages:", *lines]
