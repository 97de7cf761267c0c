"""Changing a snapshot on purpose: check it, then write its checksum and counts down."""

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import duckdb

from etl.build import known_cells, load
from etl.corrections import apply_corrections
from etl.errors import DataError
from etl.manifest import FILE, with_accepted
from etl.snapshots import read_snapshots
from etl.tables import read_text


def accept(folder: Path, note: str, say: Callable[[str], None], today: date) -> None:
    """Write sha256 and rows of every snapshot and the known cells into sources.toml.

    Raises:
        DataError: a snapshot is wrong, or sources.toml cannot be written; it stays as it was.
        CodebookError: the codebook is wrong.
    """
    content = read_snapshots(folder)
    evidence = apply_corrections(content.evidence, content.corrections)
    with duckdb.connect() as connection:
        load(connection, content, evidence, "accept", datetime.combine(today, time()))
        cells = known_cells(connection)
    path = folder / FILE
    checksums, rows = content.checksums(), content.rows()
    text = with_accepted(
        read_text(path),
        {"note": note, "accepted_on": today.isoformat(), "known_cells": cells},
        {name: {"sha256": checksums[name], "rows": rows[name]} for name in rows},
    )
    unfinished = path.with_suffix(".toml.unfinished")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise DataError(f"{FILE}: cannot be written ({error.strerror})") from error
    before = content.manifest
    for name, count in rows.items():
        if checksums[name] != before.sources[name].sha256:
            say(f"{name}: {before.sources[name].rows} → {count} rows")
    say(f"Known cells: {before.known_cells} → {cells}")
