"""What the newest build holds and how old its sources are."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from samspil.documentation import matrix
from samspil.queries import scores, snapshots
from samspil.warehouse import Warehouse, newest_build, open_warehouse

DUE_AFTER = 365
"""Days after which a source is due to be fetched again."""


def status(database: Path | None, say: Callable[[str], None], today: date) -> None:
    """Describe the newest build, or the file given; raises WarehouseError."""
    warehouse = open_warehouse(database or newest_build())
    build = warehouse.build
    say(f"Build {build.id}, codebook {build.codebook_version}, newest year {build.newest_year}")
    _say_known(warehouse, say)
    say(f"{'source':<22}{'rows':>8}  {'retrieved':<12}{'days':>6}")
    for row in snapshots(warehouse).itertuples():
        days = (today - row.retrieved_at.date()).days
        due = "  due to be fetched again" if days > DUE_AFTER else ""
        say(f"{row.name:<22}{row.rows:>8}  {row.retrieved_at:%Y-%m-%d}  {days:>6}{due}")
    warehouse.close()


def _say_known(warehouse: Warehouse, say: Callable[[str], None]) -> None:
    """How much is known in the newest year: cells, the median municipality, ranks."""
    year = warehouse.build.newest_year
    cells = matrix(warehouse, year).drop(columns="name")
    known, all_cells = int(cells.notna().sum().sum()), cells.size
    say(f"Known in {year}: {known} of {all_cells} cells ({100 * known / all_cells:.1f}%)")
    total = scores(warehouse, year).query("dimension == 'total'")
    median, ranked = total["coverage"].median(), int(total["rank"].count())
    say(f"Median municipality: {100 * median:.1f}% known, on average of the three dimensions")
    say(f"Municipalities with a rank: {ranked} of {len(total)}")
