"""What lies in the folders of releases, and whether it is still what was frozen.

A release is a folder `releases/<name>/`. SUMS names every frozen file with its checksum; FACTS says
what the release is, so that one of an older schema is known without opening its tables. NOTICES
alone is written again later, and is not among the sums.
"""

import hashlib
import json
import logging
import os
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from threading import Lock

from samspil.paths import DATA
from samspil.warehouse.builds import WarehouseError

NAME = re.compile(r"\d{4}\.\d{1,3}")
"""How a release is called: its year, and which one of that year."""

FACTS, SUMS, NOTICES = "release.json", "SHA256SUMS", "corrections.json"
"""What a release says of itself; the checksums; what was corrected since, which is not frozen."""

LIMIT = 1_000_000
"""Bytes that are read of FACTS and of SUMS."""

LOG = logging.getLogger(__name__)


class UnknownReleaseError(WarehouseError):
    """There is no release of that name here."""


class TamperedReleaseError(WarehouseError):
    """A frozen file is not what was frozen, or is gone; `file` is its name."""

    def __init__(self, release: str, file: str, what: str) -> None:
        """`what` says what is wrong with the file, after its name."""
        super().__init__(f"release {release}: {file} {what}; restore it from the backup")
        self.release, self.file = release, file


@dataclass(frozen=True)
class Release:
    """A frozen release.

    folder: all its files. database: its tables. frozen_on: the day of freezing. build: the id of
    the build that it is. date: nothing read, decided or answered later belongs to it.
    """

    name: str
    folder: Path
    database: Path
    frozen_on: date
    build: str
    date: date


def releases_directory() -> Path:
    """Where releases lie: SAMSPIL_RELEASES, or releases/ beside the data."""
    return Path(os.environ.get("SAMSPIL_RELEASES") or DATA.parent / "releases")


def releases() -> list[Release]:
    """The releases that lie here, the newest first; none where nothing was frozen.

    One whose FACTS cannot be read is left out, and the log says so once.
    """
    found = []
    for name in release_names():
        folder = releases_directory() / name
        try:
            found.append(find(name))
            _TOLD.discard(folder)
        except WarehouseError as error:
            if folder not in _TOLD:
                LOG.warning("%s", error)
            _TOLD.add(folder)
    return found


def release_names() -> list[str]:
    """The names of the releases that lie here, also of damaged ones, the newest first."""
    try:
        names = [path.name for path in releases_directory().iterdir() if path.is_dir()]
    except OSError:
        return []
    return sorted(filter(NAME.fullmatch, names), key=order, reverse=True)


def order(name: str) -> tuple[int, ...]:
    """What names of releases are sorted by: 2026.10 comes after 2026.9."""
    return tuple(map(int, name.split(".")))


def find(name: str) -> Release:
    """The release of that name; its files are not checked yet.

    Raises:
        UnknownReleaseError: there is none.
        TamperedReleaseError: it does not say what it is.
    """
    folder = releases_directory() / name if NAME.fullmatch(name) else None
    if folder is None or not folder.is_dir():
        raise UnknownReleaseError(f"release {name[:20]}: there is no such release here")
    try:
        facts = json.loads(_text(folder / FACTS))
        return Release(
            name,
            folder.resolve(),
            folder.resolve() / Path(facts["database"]).name,
            date.fromisoformat(facts["frozen_on"]),
            str(facts["build"]),
            date.fromisoformat(facts["date"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise TamperedReleaseError(name, FACTS, "cannot be read") from error


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(LIMIT).decode("utf-8")


def checksum(path: Path) -> str:
    """The sha256 of a file, in hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def frozen_files(release: Release) -> dict[str, str]:
    """The sha256 of every frozen file by its name, such as `codebook.toml`; folders with "/".

    Raises:
        TamperedReleaseError: SHA256SUMS cannot be read, or leaves out what every release has.
    """
    try:
        lines = _text(release.folder / SUMS).splitlines()
        sums = {name: found for found, name in (line.split("  ", 1) for line in lines)}
    except (OSError, ValueError) as error:
        raise TamperedReleaseError(release.name, SUMS, "cannot be read") from error
    inside = all(not path.is_absolute() and ".." not in path.parts
                 for path in map(PurePosixPath, sums))  # fmt: skip
    if not inside or not {FACTS, release.database.name} <= sums.keys():
        raise TamperedReleaseError(release.name, SUMS, "does not name the files of a release")
    return sums


def check(release: Release) -> None:
    """Compare every frozen file with its checksum, once as long as no file is touched.

    Raises:
        TamperedReleaseError: one is not what was frozen; its name stands in the message.
    """
    sums = frozen_files(release)
    with _LOCK:
        state = {name: identity(release, name) for name in (SUMS, *sums)}
        if _CHECKED.get(release.folder) == state:
            return
        _CHECKED.pop(release.folder, None)
        for name, expected in sums.items():
            _compare(release, name, expected)
        _CHECKED[release.folder] = state


def frozen_file(release: Release, name: str) -> Path | None:
    """Where the frozen file of that name lies, checked; None where the release has none.

    Raises:
        TamperedReleaseError: a file of the release is not what was frozen.
    """
    if name not in frozen_files(release):
        return None
    check(release)
    return release.folder / name


def identity(release: Release, name: str) -> tuple[int, int, int]:
    """What tells a file from one that took its place, or was written to."""
    found = _found(release, name)
    if found is None:
        raise TamperedReleaseError(release.name, name, "is gone or cannot be read")
    return found


def state(release: Release) -> tuple[tuple[int, int, int] | None, ...]:
    """What changes when a frozen file is touched, goes or comes back; also of a damaged release.

    An answer that holds only as long as the release stays as it is, whole or not, is kept under it.
    """
    sums = _found(release, SUMS)
    try:
        names = _names(release, sums)
    except TamperedReleaseError:
        names = ()
    return sums, *(_found(release, name) for name in names)


@lru_cache(maxsize=16)
def _names(release: Release, sums: tuple[int, int, int] | None) -> tuple[str, ...]:
    """What `sums`, the identity of SUMS, names; there are hundreds, and each request may ask."""
    return tuple(frozen_files(release))


def _found(release: Release, name: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(f"{release.folder}/{name}")  # noqa: PTH116 - a Path takes twice as long
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _compare(release: Release, name: str, expected: str) -> None:
    try:
        found = checksum(release.folder / name)
    except OSError as error:
        raise TamperedReleaseError(release.name, name, "is gone or cannot be read") from error
    if found != expected:
        raise TamperedReleaseError(release.name, name, f"has not the checksum that {SUMS} states")


_TOLD: set[Path] = set()
"""The folders of releases that were left out and told of; this is asked for each request."""

_LOCK = Lock()
_CHECKED: dict[Path, dict[str, tuple[int, int, int]]] = {}
"""The state of every file in which a release was found whole, by its folder."""
