"""Read-only access to the newest build of the warehouse."""

import json
import os
import shutil
import tempfile
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from threading import Lock

import duckdb
import pandas as pd

from samspil.paths import DATA

SCHEMA_VERSION = 8
"""Raised with every change of schema.sql or comments.sql."""

POINTER = "newest.json"
"""The small file that names the newest build; it is replaced atomically."""

POINTER_LIMIT = 4096
"""Characters of a pointer that are read; a real one has about 60."""


class WarehouseError(Exception):
    """The warehouse cannot be read; the message says why."""


class NoBuildError(WarehouseError):
    """There is no build yet."""


class PointerError(WarehouseError):
    """The pointer is there but names nothing."""


class OutdatedBuildError(WarehouseError):
    """The build was written by another version of Samspil."""


class DamagedBuildError(WarehouseError):
    """The file cannot be read, or is no warehouse."""


@dataclass(frozen=True)
class Build:
    """What a build says of itself.

    method: changes with the codebook or the scoring SQL. newest_year: that of the release.
    horizon: years. minimum_coverage: a share.
    """

    id: str
    schema_version: int
    codebook_version: str
    method: str
    release: str
    release_date: datetime
    built_at: datetime
    newest_year: int
    horizon: int
    minimum_coverage: float


def warehouse_directory() -> Path:
    """Where builds lie: SAMSPIL_WAREHOUSE, or warehouse/ beside the data."""
    return Path(os.environ.get("SAMSPIL_WAREHOUSE") or DATA.parent / "warehouse")


def explicit_database() -> Path | None:
    """The one file that SAMSPIL_DATABASE names, None where it names none."""
    named = os.environ.get("SAMSPIL_DATABASE")
    return Path(named) if named else None


def newest_build(directory: Path | None = None) -> Path:
    """The file of the newest build, or the one that SAMSPIL_DATABASE names.

    Raises:
        NoBuildError: nothing was built yet, or the file that is named is gone.
        PointerError: the pointer is damaged or cannot be read.
    """
    path = explicit_database() if directory is None else None
    if path is None:
        directory = directory or warehouse_directory()
        path = directory / _pointed_at(directory / POINTER)
    try:
        found = path.is_file()
    except OSError as error:  # such as a name that is longer than any file's
        raise PointerError(f"{path.name[:40]}: cannot be the name of a build") from error
    if not found:
        raise NoBuildError(f"{path.name}: there is no such build")
    return path.resolve()


def _pointed_at(pointer: Path) -> str:
    try:
        with pointer.open(encoding="utf-8") as file:
            name = Path(json.loads(file.read(POINTER_LIMIT))["file"]).name
    except FileNotFoundError as error:
        raise NoBuildError("nothing has been built yet") from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise PointerError(f"{pointer.name}: does not name a build") from error
    if not name or "\0" in name:
        raise PointerError(f"{pointer.name}: does not name a build")
    return name


def stated_checksum(directory: Path | None = None) -> str:
    """The sha256 of the newest build as the pointer states it; "" where it states none.

    Raises:
        NoBuildError: nothing was built yet.
        PointerError: the pointer is damaged or cannot be read.
    """
    pointer = (directory or warehouse_directory()) / POINTER
    _pointed_at(pointer)
    with pointer.open(encoding="utf-8") as file:
        return str(json.loads(file.read(POINTER_LIMIT)).get("sha256", ""))


class Warehouse:
    """One build, opened read-only; safe to share between threads."""

    def __init__(self, path: Path, *, copied: bool = False) -> None:
        """Open the file at `path`.

        DuckDB knows an open file by its path: as long as one connection of this process is open,
        a file that takes its place is not seen. `copied` reads a private copy under a name of its
        own (removed at once where the system lets go of open files), for a file that may be
        replaced.

        Raises:
            OutdatedBuildError: another version of Samspil wrote it.
            DamagedBuildError: it is damaged, cannot be read or is no warehouse.
        """
        self.path = path
        try:
            self._connection = _connect_to_copy(path) if copied else _connect(path)
        except (duckdb.Error, OSError) as error:
            raise DamagedBuildError(f"{path.name}: is not a warehouse that can be read") from error
        try:
            self.build = self._read_build()
        except WarehouseError:
            self._connection.close()
            raise

    def _read_build(self) -> Build:
        try:
            row = self.query("FROM build").to_dict("records")[0]
            version = row["schema_version"]
        except (duckdb.Error, LookupError) as error:
            raise DamagedBuildError(f"{self.path.name}: is not a Samspil warehouse") from error
        if version != SCHEMA_VERSION:
            raise OutdatedBuildError(
                f"{self.path.name}: has schema version {version}, "
                f"but this program reads version {SCHEMA_VERSION}"
            )
        if set(row) != {field.name for field in fields(Build)}:
            raise OutdatedBuildError(f"{self.path.name}: says other things of itself than expected")
        return Build(**{str(name): value for name, value in row.items()})

    def query(self, sql: str, parameters: dict | list | None = None) -> pd.DataFrame:
        """The answer to `sql` as a frame; each call has a cursor of its own.

        Threads that share a connection get answers to the questions of others.
        """
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, parameters).df()

    def rows(self, sql: str) -> list[tuple]:
        """The answer to `sql` row by row, each value as Python has it; nothing becomes a NaN."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(path), read_only=True)


def _connect_to_copy(path: Path) -> duckdb.DuckDBPyConnection:
    with tempfile.TemporaryDirectory(prefix="samspil-", ignore_cleanup_errors=True) as folder:
        return _connect(Path(shutil.copyfile(path, Path(folder, path.name))))


def open_warehouse(path: Path) -> Warehouse:
    """Open the build at `path`; raises WarehouseError when it is no current build."""
    return Warehouse(path)


def reading_error(error: duckdb.Error) -> WarehouseError:
    """The error that a failed query means: another version of the tables, or a damaged file."""
    if isinstance(error, duckdb.CatalogException | duckdb.BinderException):
        return OutdatedBuildError("the build does not hold what is asked of it")
    return DamagedBuildError("the build cannot be read to the end")


class NewestBuild:
    """Opens, follows and keeps the newest build; threads share one.

    A reader keeps the warehouse that it got for as long as it likes. An older build is closed when
    its last reader lets go of it, never in the middle of a query.
    """

    def __init__(self) -> None:
        """Nothing is opened until a reader asks."""
        self._lock = Lock()
        self._seen: tuple | None = None
        self._warehouse: Warehouse | None = None

    def get(self) -> Warehouse:
        """The newest build; raises WarehouseError as `newest_build` and `Warehouse` do."""
        with self._lock:
            try:
                return self._follow()
            except (NoBuildError, DamagedBuildError):
                return self._follow()  # a build may have come, and this one gone, in between

    def _follow(self) -> Warehouse:
        path = newest_build()
        seen = _identity(path)
        if self._warehouse is None or seen != self._seen:
            self._warehouse = None  # where the newest cannot be read, no older one stands in for it
            self._warehouse = Warehouse(path, copied=explicit_database() is not None)
            self._seen = seen
        return self._warehouse


def _identity(path: Path) -> tuple:
    """What tells a file from another that took its place."""
    try:
        found = path.stat()
    except OSError as error:
        raise NoBuildError(f"{path.name}: there is no such build") from error
    return path, found.st_ino, found.st_mtime_ns, found.st_size
