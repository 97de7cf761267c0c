"""What followed what: the builds that are kept, and the releases."""

from collections.abc import Iterable
from datetime import datetime, time
from itertools import pairwise
from pathlib import Path

from samspil.present.api.shelf import Shelf
from samspil.present.feed import Step
from samspil.warehouse.builds import Warehouse, WarehouseError
from samspil.warehouse.releases import check, releases

Standing = tuple[Path, datetime, str]
"""A file, its time, and the release that it is; "" for a build."""


def steps(shelf: Shelf, newest: Warehouse) -> list[Step]:
    """Every build beside the one before it and every release beside the one before it.

    The newest first. What is gone by now or cannot be read is left out.
    """
    own: Standing = newest.path, newest.build.built_at, ""
    kept = [own, *((path, at, "") for path, at in shelf.before(newest))]
    found = [*_between(kept, shelf, newest), *_between(_frozen(), shelf, newest)]
    return sorted(found, key=lambda step: step.at, reverse=True)


def _between(standing: Iterable[Standing], shelf: Shelf, newest: Warehouse) -> list[Step]:
    found = []
    for (new, at, release), (old, _, before) in pairwise(standing):
        try:
            found.append(Step(shelf.difference(old, new, newest), at, release, before))
        except WarehouseError:
            continue
    return found


def _frozen() -> Iterable[Standing]:
    """The releases that are whole, the newest first."""
    for release in releases():
        try:
            check(release)
        except WarehouseError:
            continue
        yield release.database, datetime.combine(release.frozen_on, time()), release.name
