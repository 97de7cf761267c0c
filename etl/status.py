"""What the newest build holds and how old its sources are."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from samspil.queries import snapshots
from samspil.warehouse import newest_build, open_warehouse

DUE_AFTER = 365
"""Days after which a source is due to be fetched again."""


def status(database: Path | None, say: Callable[[str], None], today: date) -> None:
    """Describe the newest build, or the file given; raises WarehouseError."""
    warehouse = open_warehouse(database or newest_build())
    build = warehouse.build
    say(f"Build {build.id}, codebook {build.codebook_version}, newest year {build.newest_year}")
    (known,) = warehouse.query(
        "SELECT avg(coverage) AS known FROM score WHERE dimension = 'total' AND year = ?",
        [build.newest_year],
    )["known"]
    say(f"Known cells in the newest year: {100 * known:.1f}%")
    say(f"{'source':<22}{'rows':>8}  {'retrieved':<12}{'days':>6}")
    for row in snapshots(warehouse).itertuples():
        days = (today - row.retrieved_at.date()).days
        due = "  due to be fetched again" if days > DUE_AFTER else ""
        say(f"{row.name:<22}{row.rows:>8}  {row.retrieved_at:%Y-%m-%d}  {days:>6}{due}")
    warehouse.close()
