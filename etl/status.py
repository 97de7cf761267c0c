"""What the newest build holds and how old its sources are."""

from datetime import date
from pathlib import Path

from etl.examples import FILE as EXAMPLES
from etl.say import Say
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import examples_left_out, known_facts, snapshots

DUE_AFTER = 365
"""Days after which a source is due to be fetched again."""


def status(database: Path | None, say: Say, today: date) -> None:
    """Describe the newest build, or the file given; raises WarehouseError."""
    warehouse = open_warehouse(database or newest_build())
    build = warehouse.build
    say(
        f"Build {build.id}, release {build.release} of {build.release_date:%Y-%m-%d}, "
        f"codebook {build.codebook_version}, method {build.method}"
    )
    known = known_facts(warehouse)
    say(
        f"Known cells in {build.newest_year}: {known['known_cells']:.0f} of {known['cells']:.0f} "
        f"({100 * known['known_cells'] / known['cells']:.1f} %), "
        f"{known['fresh_cells']:.0f} of them reconfirmed"
    )
    say(f"Ranked municipalities: {known['ranked']:.0f}")
    say(
        f"Median coverage: {100 * known['median_coverage']:.1f} % "
        "on average of the three dimensions"
    )
    say(f"{'source':<22}{'rows':>8}  {'retrieved':<12}{'days':>6}")
    for row in snapshots(warehouse).to_dict("records"):
        days = (today - row["retrieved_at"].date()).days
        due = "  due to be fetched again" if days > DUE_AFTER else ""
        say(f"{row['name']:<22}{row['rows']:>8}  {row['retrieved_at']:%Y-%m-%d}  {days:>6}{due}")
    if left_out := examples_left_out(warehouse):
        say(
            f"Warning: {EXAMPLES}: {', '.join(left_out)} left out, since no assessment of level 2 "
            "rests on the record any more (withdrawn, ended, lowered or replaced by a newer one)"
        )
    warehouse.close()
