"""Proving that archive, snapshots and warehouse are what they were, and follow from each other."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from etl.accepted import FILE as ACCEPTED
from etl.accepted import Accepted, checksum, read_accepted
from etl.build.assemble import load
from etl.errors import DataError, shown
from etl.live.archive import Archive, Record
from etl.live.live import Place, Replaying, Unanswered
from etl.manifest import FILE as MANIFEST
from etl.manifest import read_plans
from etl.register.apply import apply_corrections
from etl.release import FILE as RELEASE
from etl.say import Say
from etl.settings import archive_folder
from etl.snapshots import CODEBOOK_FILE, SNAPSHOTS, Snapshots, read_snapshots
from etl.sources import SOURCES, municipalities
from etl.sources.source import Source
from samspil.warehouse.builds import (
    WarehouseError,
    newest_build,
    open_warehouse,
    stated_checksum,
)

log = logging.getLogger(__name__)

DIFFERENCE = """
SELECT count(*) AS rows, any_value(row_of_it::VARCHAR) AS one FROM (
    SELECT row_of_it FROM (SELECT one AS row_of_it FROM {ours} AS one)
    EXCEPT ALL
    SELECT row_of_it FROM (SELECT one AS row_of_it FROM {theirs} AS one)
)
"""
"""How many rows of one table the other lacks, and one of them."""


def verify(folder: Path, database: Path | None, say: Say) -> int:
    """Check archive, snapshots and warehouse, say what is wrong; returns the exit status.

    Args:
        folder: the data folder.
        database: one explicit file instead of the newest build.
        say: is told a line on each part, and a line on everything that is wrong.

    Raises:
        DataError: a file cannot be read at all; the message names it.
        CodebookError: the codebook is wrong.
    """
    archive = Archive(archive_folder(folder))
    wrong = archive.damage()
    _told(say, "archive", f"{_files(archive.folder)} files", wrong)
    changed = _changed(folder)
    _told(say, SNAPSHOTS, "each as it was accepted", changed)
    if changed:
        say("warehouse: not compared, since it would be built from other snapshots")
        return 1
    content = read_snapshots(folder)
    unproven = [] if wrong else [*_not_from_archive(content, archive, say)]
    built = database or newest_build()
    differs = [*_other_bytes(built, database), *_other_content(built, content)]
    _told(say, built.name, "follows from the snapshots, table by table", differs)
    return 1 if wrong or unproven or differs else 0


def _told(say: Say, what: str, fine: str, wrong: list[str]) -> None:
    say(f"{what}: {fine}" if not wrong else f"{what}: {len(wrong)} wrong")
    for line in wrong:
        say(f"  {line}")


def _files(folder: Path) -> int:
    return sum(1 for _ in folder.iterdir()) if folder.is_dir() else 0


def _changed(folder: Path) -> list[str]:
    """The files whose checksum is not the accepted one; raises DataError."""
    accepted = _accepted(folder)
    paths = {CODEBOOK_FILE: folder / CODEBOOK_FILE, RELEASE: folder / RELEASE}
    paths |= {source.name: folder / SNAPSHOTS / source.name for source in SOURCES}
    found = {name: checksum(path) if path.is_file() else "" for name, path in paths.items()}
    settled = accepted.settled(found)
    return [
        f"{name}: is missing"
        if not found[name]
        else f"{name}: has the checksum {found[name][:12]}…, not the accepted one"
        for name in paths
        if found[name] != settled.files.get(name)
    ]


def _accepted(folder: Path) -> Accepted:
    accepted = read_accepted(folder / ACCEPTED)
    if accepted is None:
        raise DataError(f"{ACCEPTED}: is missing; run `python -m etl accept`")
    return accepted


def _not_from_archive(content: Snapshots, archive: Archive, say: Say) -> Iterator[str]:
    """The fetched snapshots that the archived answers do not make; they are said, too."""
    retrieved = content.accepted.retrieved if content.accepted else {}
    plans = read_plans(content.folder / MANIFEST, tuple(source.name for source in SOURCES))
    for source in SOURCES:
        if source.name not in retrieved or source.fetch is None:
            continue
        try:
            again = _replayed(content, archive, source, plans, retrieved[source.name])
        except Unanswered as error:
            say(f"{source.name}: not made again, since it is asked for otherwise today: {error}")
            continue
        except DataError as error:
            say(f"{source.name}: does not follow from the archive: {error}")
            yield source.name
            continue
        path = content.folder / SNAPSHOTS / source.name
        if again != path.read_bytes():
            say(f"{source.name}: does not follow from the archive, which makes other rows")
            yield source.name
        else:
            say(f"{source.name}: follows from {len(retrieved[source.name]['answers'])} answers")


def _replayed(
    content: Snapshots,
    archive: Archive,
    source: Source,
    plans: dict[str, dict[str, Any]],
    retrieved: dict[str, Any],
) -> bytes:
    """The snapshot as the archived answers make it; raises DataError."""
    records: list[Record] = [archive.record(each["record"]) for each in retrieved["answers"]]
    place = Place(
        source.name,
        plans.get(source.name, {}),
        content[municipalities.SOURCE],
        content[source],
        archive,
        retrieved["cells"],
    )
    if source.fetch is None:
        raise DataError(f"{source.name}: cannot be made again")
    return source.write(source.fetch(Replaying(place, records), content.known))


def _other_bytes(built: Path, database: Path | None) -> list[str]:
    """Whether the file is the one that was written, byte by byte, as newest.json tells."""
    if database is not None:
        return []
    stated, found = stated_checksum(), checksum(built)
    if stated == found:
        return []
    if not stated:
        return [f"{built.name}: newest.json states no checksum of it; build again"]
    return [f"{built.name}: has the checksum {found[:12]}…, but {stated[:12]}… was written"]


def _other_content(built: Path, content: Snapshots) -> list[str]:
    """The tables that differ from what the snapshots make today."""
    try:
        warehouse = open_warehouse(built)
    except WarehouseError as error:
        return [str(error)]
    build = warehouse.build
    warehouse.close()
    log.info("Building again, to compare …")
    with duckdb.connect() as connection:
        evidence = apply_corrections(content)
        load(connection, content, evidence, build.id, build.built_at)
        try:
            connection.execute(f"ATTACH {_quoted(str(built))} AS built (READ_ONLY)")
            return [*_differences(connection, built.name)]
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            return [f"{built.name}: cannot be read ({shown(reason)})"]


def _differences(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[str]:
    ours, theirs = _tables(connection, "memory"), _tables(connection, "built")
    for table in sorted(ours.keys() ^ theirs.keys()):
        yield f"{name}: the table {table} stands on one side only"
    for table in sorted(ours.keys() & theirs.keys()):
        if ours[table] != theirs[table]:
            yield f"{name}: the table {table} has other columns"
            continue
        sides = (f'memory.main."{table}"', f'built.main."{table}"')
        for kind, (one, other) in (("lacks", sides), ("has other", sides[::-1])):
            [(rows, row)] = connection.execute(DIFFERENCE.format(ours=one, theirs=other)).fetchall()
            if rows:
                yield f"{name}: the table {table} {kind} {rows:,} rows, such as {shown(row)}"


def _tables(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, str]:
    """The tables of a database with their columns and types."""
    rows = connection.execute(
        "SELECT table_name, string_agg(column_name || ' ' || data_type, ', ' ORDER BY column_index)"
        " FROM duckdb_columns() JOIN duckdb_tables() USING (database_name, table_name)"
        " WHERE database_name = $database GROUP BY table_name",
        {"database": database},
    ).fetchall()
    return dict(rows)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
