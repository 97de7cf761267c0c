"""Read-only access to the newest build of the warehouse."""

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pandas as pd

SCHEMA_VERSION = 2
"""Raised with every change of etl/schema.sql."""

POINTER = "newest.json"
"""The small file that names the newest build; it is replaced atomically."""

PROJECT = Path(__file__).resolve().parent.parent


class WarehouseError(Exception):
    """The warehouse cannot be read; the message says why."""


class NoBuildError(WarehouseError):
    """There is no build yet."""


class OutdatedBuildError(WarehouseError):
    """The build was written by another version of Samspil."""


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
    """Where builds lie: SAMSPIL_WAREHOUSE, or warehouse/ in the project."""
    return Path(os.environ.get("SAMSPIL_WAREHOUSE") or PROJECT / "warehouse")


def newest_build(directory: Path | None = None) -> Path:
    """The file of the newest build, or the one that SAMSPIL_DATABASE names.

    Raises:
        NoBuildError: nothing was built yet, or the pointer names a file that is gone.
    """
    explicit = os.environ.get("SAMSPIL_DATABASE")
    if directory is None and explicit:
        path = Path(explicit)
    else:
        directory = directory or warehouse_directory()
        path = directory / _pointed_at(directory / POINTER)
    if not path.is_file():
        raise NoBuildError(f"{path.name}: there is no such build")
    return path.resolve()


def _pointed_at(pointer: Path) -> str:
    try:
        return Path(json.loads(pointer.read_text(encoding="utf-8"))["file"]).name
    except FileNotFoundError as error:
        raise NoBuildError("nothing has been built yet") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoBuildError(f"{pointer.name}: does not name a build") from error


class Warehouse:
    """One build, opened read-only; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`; raises WarehouseError when it is no current build."""
        self.path = path
        try:
            self._connection = duckdb.connect(str(path), read_only=True)
        except duckdb.Error as error:
            raise WarehouseError(f"{path.name}: is not a warehouse that can be read") from error
        try:
            self.build = self._read_build()
        except WarehouseError:
            self._connection.close()
            raise

    def _read_build(self) -> Build:
        try:
            (version,) = self._connection.execute("SELECT schema_version FROM build").fetchone()
        except (duckdb.Error, TypeError) as error:
            raise WarehouseError(f"{self.path.name}: is not a Samspil warehouse") from error
        if version != SCHEMA_VERSION:
            raise OutdatedBuildError(
                f"{self.path.name}: has schema version {version}, "
                f"but this program reads version {SCHEMA_VERSION}"
            )
        return Build(**self.query("SELECT * FROM build").to_dict("records")[0])

    def query(self, sql: str, parameters: dict | list | None = None) -> pd.DataFrame:
        """The answer to `sql` as a frame; each call has a cursor of its own.

        One connection shared by threads mixes up answers, a cursor each does not.
        """
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, parameters).df()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def open_warehouse(path: Path) -> Warehouse:
    """Open the build at `path`; raises WarehouseError when it is no current build."""
    return Warehouse(path)
