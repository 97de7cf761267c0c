"""Frozen releases: opened as long as they are what was frozen, and what was corrected since."""

from collections import OrderedDict
from contextlib import closing
from pathlib import Path
from threading import Lock

import duckdb
import pandas as pd

from samspil.model.scoring import scored_alike
from samspil.warehouse.builds import OutdatedBuildError, Warehouse, WarehouseError
from samspil.warehouse.frozen import (
    NAME,
    NOTICES,
    SUMS,
    Release,
    TamperedReleaseError,
    UnknownReleaseError,
    check,
    find,
    frozen_file,
    frozen_files,
    identity,
    order,
    release_names,
    releases,
    releases_directory,
    state,
)

__all__ = [
    "ACCEPTED",
    "NAME",
    "NOTICES",
    "SUMS",
    "WITHDRAW",
    "Release",
    "TamperedReleaseError",
    "UnknownReleaseError",
    "check",
    "corrected_since",
    "find",
    "frozen_file",
    "frozen_files",
    "open_release",
    "order",
    "release_names",
    "releases",
    "releases_directory",
    "state",
]

OPEN_AT_ONCE = 4
"""So many releases stay open; the one that was not asked for longest goes first."""

COLUMNS = ["id", "evidence_id", "retrieved_on", "code", "criterion", "field", "old", "new",
           "outcome", "reason", "date"]  # fmt: skip

ACCEPTED, WITHDRAW = "accepted", "withdraw"
"""The outcome of a correction that was made, and the field of one that removes every reading of a
claim made by its day."""

_LOCK = Lock()
_OPENED: OrderedDict[tuple[Path, tuple[int, int, int]], Warehouse] = OrderedDict()
"""The releases that are open, the one asked for last at the end."""


def open_release(name: str) -> Warehouse:
    """The tables of a release, as `builds.NewestBuild` gives those of the newest build.

    Threads share one. A reader keeps it for as long as it likes; it is closed when nobody does.

    Raises:
        UnknownReleaseError: there is no release of that name.
        TamperedReleaseError: a frozen file is not what was frozen.
        OutdatedBuildError: it is whole, but of another schema than this program draws, or scored by
            other rules: what is computed anew for a page would contradict what was frozen.
    """
    release = find(name)
    check(release)
    key = release.database, identity(release, release.database.name)
    with _LOCK:
        if key not in _OPENED:
            _OPENED[key] = _opened(release)
        _OPENED.move_to_end(key)
        while len(_OPENED) > OPEN_AT_ONCE:
            _OPENED.popitem(last=False)
        return _OPENED[key]


def _opened(release: Release) -> Warehouse:
    house = Warehouse(release.database)
    if not scored_alike(house):
        house.close()
        raise OutdatedBuildError(f"release {release.name}: was scored by other rules")
    return house


def corrected_since(release: Release, newest: Warehouse) -> pd.DataFrame:
    """What was settled about records of a release since it was frozen, oldest first.

    Columns: id (of the correction), evidence_id and retrieved_on (the reading of the release),
    code, criterion, field, old, new, outcome (accepted, rejected), reason, date. A correction that
    withdraws a claim has a row for each of its readings. One that the release had settled already,
    and one of a reading that the release does not hold, is none of these. The tables of a release
    of an older schema are read too.

    Args:
        release: which.
        newest: the build that holds what was decided since.

    Raises:
        TamperedReleaseError: a frozen file is not what was frozen.
        WarehouseError: the release cannot be read.
    """
    held, settled = _held(release)
    found = newest.query(
        "SELECT * FROM correction WHERE outcome <> 'open' AND evidence_id IS NOT NULL ORDER BY id"
    )
    later = [row for row in found.to_dict("records") if (row["id"], row["outcome"]) not in settled]
    now = newest.query("SELECT id, retrieved_on FROM evidence")
    days: dict[str, set] = {}
    for frame in (held, now):
        for id_, day in zip(frame["id"], frame["retrieved_on"], strict=True):
            days.setdefault(id_, set()).add(day)
    own = set(zip(held["id"], held["retrieved_on"], strict=True))
    rows = [
        row | {"retrieved_on": day}
        for row in later
        for day in _touched(row, days.get(row["evidence_id"], set()))
        if (row["evidence_id"], day) in own
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.sort_values(["date", "id", "retrieved_on"], ignore_index=True)


def _touched(correction: dict, days: set) -> list:
    """The days of the readings that a correction is about: the last by its date, or all of them."""
    by_then = sorted(day for day in days if day <= correction["date"])
    return by_then if correction["field"] == WITHDRAW else by_then[-1:]


def _held(release: Release) -> tuple[pd.DataFrame, set[tuple[str, str]]]:
    """The readings of a release (id, retrieved_on), and what it had settled (id and outcome)."""
    check(release)
    try:
        with closing(duckdb.connect(str(release.database), read_only=True)) as connection:
            readings = connection.execute("SELECT id, retrieved_on FROM evidence").df()
            settled = connection.execute("SELECT id, outcome FROM correction").fetchall()
    except duckdb.Error as error:
        raise WarehouseError(f"release {release.name}: its evidence cannot be read") from error
    return readings, set(settled)
