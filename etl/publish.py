"""A new build becomes the newest in one step, or not at all."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import duckdb

from etl.errors import DataError
from samspil.warehouse import POINTER

KEPT = 3
"""Builds that stay in the folder, the newest included."""


def publish(write: Callable[[duckdb.DuckDBPyConnection], None], target: Path) -> None:
    """Write a file through `write` and give it the name `target` once it is complete.

    Whatever goes wrong, no file of that name is touched and no half-written one stays.

    Raises:
        DataError: the folder cannot be written to.
    """
    unfinished = target.with_name(f"{target.name}.unfinished-{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with duckdb.connect(str(unfinished)) as connection:
            write(connection)
            connection.execute("CHECKPOINT")
        unfinished.replace(target)
    except (OSError, duckdb.IOException) as error:
        raise DataError(f"{target.name}: cannot be written to {target.parent}") from error
    finally:
        for leftover in target.parent.glob(f"{unfinished.name}*"):
            with suppress(OSError):
                leftover.unlink()


def point_at(build: Path) -> None:
    """Make `build` the newest one and remove all but the last three."""
    pointer = build.parent / POINTER
    unfinished = pointer.with_suffix(f".unfinished-{os.getpid()}")
    try:
        unfinished.write_text(json.dumps({"file": build.name}), encoding="utf-8")
        unfinished.replace(pointer)
    except OSError as error:
        raise DataError(f"{pointer.name}: cannot be written to {pointer.parent}") from error
    for old in sorted(build.parent.glob("samspil-*.duckdb"))[:-KEPT]:
        old.unlink(missing_ok=True)
