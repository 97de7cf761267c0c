"""Changing data or method on purpose: check them, then write down what was accepted."""

from datetime import date, datetime, time
from pathlib import Path

import duckdb

from etl.accepted import FILE, Accepted, as_text
from etl.build.assemble import known_cells, load_assessed
from etl.errors import DataError
from etl.live.replace import holding
from etl.register.apply import apply_corrections
from etl.say import Say
from etl.snapshots import CODEBOOK_FILE, Snapshots, read_snapshots
from samspil.files import replace_file

LOSS_SHARE = 0.01
"""The share of the known cells that may be lost without a note."""


def accept(folder: Path, note: str, say: Say, today: date) -> None:
    """Write checksums, rows and known cells of a data folder to accepted.json.

    Nobody else replaces a snapshot or accepted.json meanwhile.

    Raises:
        DataError: a snapshot is wrong, the codebook changed without a new version, more than one
            per cent of the known cells is lost without a note, or nothing can be written.
            accepted.json stays as it was.
        CodebookError: the codebook is wrong.
    """
    with holding(folder):
        content = read_snapshots(folder)
        now = _as_it_stands(content, note, today)
        if content.accepted:
            _check_change(content, content.accepted, now)
        try:
            replace_file(folder / FILE, as_text(now).encode())
        except OSError as error:
            raise DataError(f"{FILE}: cannot be written ({error.strerror})") from error
    _report(content.accepted, now, say)


def _as_it_stands(content: Snapshots, note: str, today: date) -> Accepted:
    """What accepted.json is to say; raises DataError."""
    evidence = apply_corrections(content)
    with duckdb.connect() as connection:
        load_assessed(connection, content, evidence, "accept", datetime.combine(today, time()))
        cells = known_cells(connection)
    return Accepted(
        note=note,
        accepted_on=today.isoformat(),
        known_cells=cells,
        codebook_version=content.known.book.version,
        files=content.checksums(),
        rows=content.rows(),
        retrieved=_still_retrieved(content),
    )


def _still_retrieved(content: Snapshots) -> dict:
    """What a refresh said of files that nobody has changed since."""
    if content.accepted is None:
        return {}
    found, before = content.checksums(), content.accepted
    return {
        name: each
        for name, each in before.retrieved.items()
        if before.files.get(name) == found.get(name)
    }


def _check_change(content: Snapshots, before: Accepted, now: Accepted) -> None:
    """Refuse what may not change by accident; raises DataError."""
    changed = before.files.get(CODEBOOK_FILE) != now.files[CODEBOOK_FILE]
    version = content.known.book.version
    if changed and before.codebook_version == version:
        raise DataError(
            f"{CODEBOOK_FILE}: has changed, but its version is still {version!r}; give it a new one"
        )
    lost = before.known_cells - now.known_cells
    if lost > LOSS_SHARE * before.known_cells and not now.note:
        raise DataError(
            f"evidence.csv: {now.known_cells} cells are known instead of {before.known_cells}; "
            "a loss of more than 1 % needs --note with the reason"
        )


def _report(before: Accepted | None, now: Accepted, say: Say) -> None:
    for name, checksum in now.files.items():
        if before is None or before.files.get(name) != checksum:
            old = before.rows.get(name, "new") if before else "new"
            rows = f"{old} → {now.rows[name]} rows" if name in now.rows else "changed"
            say(f"{name}: {rows}")
    say(f"Known cells: {before.known_cells if before else 'none'} → {now.known_cells}")
