"""Which builds and releases answer machines, and what is kept of what was asked of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from samspil.analysis.changes import Difference, builds, compare
from samspil.memory import Memory
from samspil.warehouse.builds import NewestBuild, Warehouse, open_warehouse, reading_error
from samspil.warehouse.edition import Edition, edition_of
from samspil.warehouse.queries.resources import Offered, offered
from samspil.warehouse.releases import (
    ACCEPTED,
    Release,
    corrected_since,
    find,
    open_release,
    release_names,
    releases,
    state,
)

MEGABYTE = 1_000_000
KEPT = 48 * MEGABYTE
"""Bytes of answers that are kept: some 2,000 of one municipality, or 200 whole resources packed."""


@dataclass(frozen=True)
class Book:
    """A build that is read, and as what.

    edition: which release or draft it is. release: the frozen one that was asked for, None for the
    newest build.
    """

    house: Warehouse
    edition: Edition
    release: Release | None = None


class Shelf:
    """The newest build and the frozen releases; threads share one.

    All that is kept is kept under the file and the id of its build, so that none stands under
    another's name.
    """

    def __init__(self, limit: int = KEPT) -> None:
        """Keep at most `limit` bytes of answers; nothing is opened until somebody asks."""
        self._newest = NewestBuild()
        self._memory = Memory(limit)

    def house(self) -> Warehouse:
        """The tables of the newest build alone, which waits for no release; raises as `newest`."""
        return self._newest.get()

    def newest(self) -> Book:
        """The newest build; raises WarehouseError as `NewestBuild` does."""
        house = self.house()
        own = [release for release in releases() if release.name == house.build.release]
        # One of another build is opened to compare the two, and may be under repair just now.
        known = [(one.build, one.build != house.build.id and state(one)) for one in own]
        return Book(house, self.keep(house, lambda: edition_of(house), "edition", tuple(known)))

    def book(self, release: str | None) -> Book:
        """A release, or the newest build where none is named.

        Raises:
            WarehouseError: there is none of that name, or it cannot be read.
        """
        if not release:
            return self.newest()
        return Book(
            open_release(release), Edition(release, draft=False, frozen=True), find(release)
        )

    @staticmethod
    def releases() -> list[str]:
        """The names of the releases, the newest first; also of damaged ones, which `book` tells."""
        return release_names()

    def keep(self, house: Warehouse, make: Callable[[], Any], *key: Any) -> Any:
        """What `make` gives, made once for each build and key; the key says what it depends on."""
        return self._memory.get((str(house.path), house.build.id, *key), make)

    def offered(self, house: Warehouse) -> Offered:
        """What can be asked of a build."""
        return self.keep(house, lambda: offered(house), "offered")

    def corrected(self, release: Release | None) -> pd.DataFrame:
        """What was corrected since a release was frozen; no rows where none is named.

        Columns: those of `corrected_since`, accepted corrections only.
        """
        if release is None:
            return pd.DataFrame(columns=["id", "evidence_id", "retrieved_on", "code", "date"])
        found = self.settled(release)
        return found[found["outcome"] == ACCEPTED]

    def settled(self, release: Release) -> pd.DataFrame:
        """What was settled since a release was frozen, as `corrected_since` gives it."""
        house = self.house()
        return self.keep(house, lambda: corrected_since(release, house), "corrected", release)

    @staticmethod
    def standing(newest: Warehouse) -> tuple:
        """What lies beside the newest build, and which releases.

        Changes when one comes or goes, and when a file of a release is touched: what was damaged
        may be whole again.
        """
        files = newest.path.parent.glob("*.duckdb")
        lying = sorted((path.name, path.stat().st_mtime_ns) for path in files)
        frozen = ((release.name, release.build, state(release)) for release in releases())
        return tuple(lying), tuple(frozen)

    def before(self, newest: Warehouse) -> list[tuple[Path, datetime]]:
        """The builds that lie beside the newest and are older, with their time, newest first."""
        folder, lying = newest.path.parent, self.standing(newest)
        known = self.keep(newest, lambda: builds(folder), "builds", lying)
        older = known[known["built_at"] < newest.build.built_at]
        return [(Path(row.path), row.built_at) for row in older.itertuples()]

    def difference(self, old: Path, new: Path, newest: Warehouse) -> Difference:
        """What moved from the build in one file to that in another; one may be the newest.

        Asked once for the two.

        Raises:
            WarehouseError: one of them cannot be read, or is gone.
        """

        def make() -> Difference:
            with ExitStack() as opened:
                older, newer = (
                    newest if path == newest.path
                    else opened.enter_context(closing(open_warehouse(path)))
                    for path in (old, new)
                )  # fmt: skip
                return compare(older, newer)

        return self.keep(newest, make, "difference", str(old), str(new))


@contextmanager
def reading() -> Iterator[None]:
    """What fails inside for want of a whole build is told as a WarehouseError."""
    try:
        yield
    except duckdb.Error as error:
        raise reading_error(error) from error
