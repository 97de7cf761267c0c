"""A new build becomes the newest in one step, or not at all."""

import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

import duckdb

from etl.accepted import checksum
from etl.errors import DataError, shown
from etl.files import sole_writer
from samspil.files import remove, replace_file, unfinished
from samspil.warehouse.builds import POINTER

KEEP = "SAMSPIL_KEEP"
"""The setting that says how many builds stay in the folder, the newest included."""

KEPT = 3
"""How many stay where nothing is set: a reader may still hold an older one."""

BUILD = "samspil-"
"""How the name of a build begins."""

OURS = (BUILD, Path(POINTER).stem + ".")
"""How the names of the files begin that a build writes."""

FAULTS = (duckdb.IOException, duckdb.TransactionException, duckdb.FatalException)
"""What DuckDB raises when a file takes no more: on opening, on committing, on the checkpoint."""

log = logging.getLogger(__name__)

Write = Callable[[duckdb.DuckDBPyConnection], None]


def kept_builds() -> int:
    """How many builds stay in the folder; raises DataError where SAMSPIL_KEEP is no such number."""
    text = os.environ.get(KEEP) or str(KEPT)
    if not (text.isascii() and text.isdecimal() and int(text) >= 1):
        raise DataError(f"{KEEP}: {shown(text)} is not a whole number of at least 1")
    return int(text)


def publish(write: Write, target: Path, keep: int | None) -> None:
    """Write a file through `write` and give it the name `target` once it is complete.

    Whatever goes wrong, no file of that name is touched and no half-written one stays; what a
    killed process left is removed.

    Args:
        write: fills an empty database.
        target: the file.
        keep: how many builds to keep, when `target` is to become the newest one; or None.

    Raises:
        DataError: the folder cannot be written to.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with sole_writer(target.parent, (target.name, *OURS)):
            _write_whole(write, target)
            if keep is not None:
                _point_or_remove(target, keep)
    except BrokenPipeError:
        raise
    except (OSError, *FAULTS) as error:
        where = f"{target.name}: cannot be written to {target.parent}"
        raise DataError(f"{where} ({_reason(error)})") from error


def _write_whole(write: Write, target: Path) -> None:
    draft = unfinished(target)
    try:
        with duckdb.connect(str(draft)) as connection:
            connection.begin()  # each statement on its own would wait for the disk
            write(connection)
            log.info("Writing %s …", target.name)
            connection.commit()
            connection.execute("CHECKPOINT")
        draft.replace(target)
    finally:
        for leftover in target.parent.iterdir():
            if leftover.name.startswith(draft.name):
                remove(leftover)


def _point_or_remove(build: Path, keep: int) -> None:
    """A build that the pointer could not name would only fill the disk."""
    try:
        point_at(build, keep)
    except OSError:
        remove(build)
        raise


def _reason(error: Exception) -> str:
    """Why the system refused; DuckDB tells it after the name of the file."""
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error).splitlines()[0].rpartition('": ')[2]


def point_at(build: Path, keep: int) -> None:
    """Make `build` the newest one and keep, beside it, the last `keep` - 1 that were written.

    Raises:
        OSError: the pointer cannot be written.
    """
    pointer = {"file": build.name, "sha256": checksum(build)}
    replace_file(build.parent / POINTER, json.dumps(pointer).encode())
    others = [path for path in build.parent.glob(f"{BUILD}*.duckdb") if path.name != build.name]
    others.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in others[keep - 1 :]:
        remove(old)
