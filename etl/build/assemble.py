"""Snapshots to warehouse: read, check, load, score, check again, publish."""

import hashlib
import logging
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import geopandas as gpd
import pandas as pd

from etl.accepted import Accepted
from etl.build import geometry
from etl.build.publish import BUILD, kept_builds, publish
from etl.build.similar import similar_rows
from etl.errors import DataError
from etl.hearing.books import Books
from etl.manifest import Provenance
from etl.notices import write_notices
from etl.register.apply import apply_corrections
from etl.say import Say
from etl.snapshots import CODEBOOK_FILE, Snapshots, check_accepted, read_snapshots
from etl.sources import area, boundaries, municipalities, national_series, neighbours, population
from etl.sources.municipalities import COUNT
from etl.vocabulary import unlisted
from samspil.model.codebook import CONTEXT, Codebook
from samspil.model.robustness import load_rank_bands
from samspil.model.scoring import load_scores, method_stamp
from samspil.warehouse.builds import SCHEMA_VERSION, warehouse_directory
from samspil.warehouse.schema import create_tables

log = logging.getLogger(__name__)


def build(folder: Path, database: Path | None, say: Say) -> Path:
    """Build the warehouse from a data folder; returns the file.

    Args:
        folder: holds codebook.toml, sources.toml and snapshots/.
        database: write this one file instead of a new build in the warehouse folder.
        say: is told how many rows each table has, and the name of the file.

    Raises:
        DataError: a snapshot or a setting is wrong, or nothing can be written. What stood before
            stays; where only the corrections of a release cannot be written, the build is done.
        CodebookError: the codebook is wrong.
    """
    keep = kept_builds() if database is None else None
    content = read_snapshots(folder)
    for line in unlisted(
        content.vocabulary, content[national_series.SOURCE], content[municipalities.SOURCE]
    ):
        say(line)
    evidence = apply_corrections(content)
    accepted = check_accepted(content)
    built_at = datetime.now(UTC).replace(tzinfo=None)
    build_id = f"{built_at:%Y%m%dT%H%M%S%f}-{_fingerprint(content)}"

    def write(connection: duckdb.DuckDBPyConnection) -> None:
        load(connection, content, evidence, build_id, built_at)
        log.info("Checking the tables …")
        check_loaded(connection, content, accepted, len(evidence))
        say(_row_counts(connection))

    target = database or warehouse_directory() / f"{BUILD}{build_id}.duckdb"
    publish(write, target, keep)
    say(f"Done: {target.name}")
    if database is None:
        write_notices(say)
    return target


def load(
    connection: duckdb.DuckDBPyConnection,
    content: Snapshots,
    evidence: pd.DataFrame,
    build_id: str,
    built_at: datetime,
) -> None:
    """Fill every table of an empty database; from the same content come the same tables."""
    outlines = load_assessed(connection, content, evidence, build_id, built_at)
    log.info("Drawing the rank bands …")
    load_rank_bands(connection, content.known.book)
    _fill(connection, "map_shape", geometry.map_shapes(outlines))


def load_assessed(
    connection: duckdb.DuckDBPyConnection,
    content: Snapshots,
    evidence: pd.DataFrame,
    build_id: str,
    built_at: datetime,
) -> gpd.GeoDataFrame:
    """Fill the tables of an empty database, but for rank bands and what maps draw.

    Returns:
        the simplified outlines, as `geometry.simplify` gives them.
    """
    connection.execute("SET threads = 1")  # several add up fractions in an order that varies
    create_tables(connection)
    book, release = content.known.book, content.known.release
    connection.execute(
        "INSERT INTO build VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            build_id,
            SCHEMA_VERSION,
            book.version,
            method_stamp(content.folder / CODEBOOK_FILE),
            release.name,
            release.date,
            built_at,
            release.year,
            book.horizon,
            book.minimum_coverage,
        ],
    )
    log.info("Simplifying the outlines, finding neighbours and similar municipalities …")
    outlines = geometry.simplify(content[boundaries.SOURCE])
    log.info("Loading the tables …")
    tables = {
        "snapshot": _snapshot_rows(content),
        "retrieval": _retrieval_rows(content),
        **_book_rows(book),
        "statement": _statement_rows(content.hearing),
        **_source_rows(content),
        "boundary": geometry.boundary_rows(outlines),
        "neighbour": geometry.neighbour_rows(content[neighbours.SOURCE], outlines),
        "similar": similar_rows(_places(content), content[population.SOURCE]),
        "evidence": evidence,
        "vocabulary": content.vocabulary,
        **_hearing_rows(content.hearing),
        "example": content.examples,
        "dialogue_question": content.dialogue,
        "national_count": content.national_counts,
        "link": content.links.drop(columns="why"),
        "refreshed": content.refreshed,
    }
    for table, frame in tables.items():
        _fill(connection, table, frame)
    log.info("Assessing and scoring every year …")
    load_scores(connection, book)
    return outlines


def _fill(connection: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    connection.register("frame", frame)
    connection.execute(f'INSERT INTO "{table}" BY NAME SELECT * FROM frame')
    connection.unregister("frame")


def check_loaded(
    connection: duckdb.DuckDBPyConnection,
    content: Snapshots,
    accepted: Accepted,
    evidence_rows: int,
) -> None:
    """Sanity checks on the finished tables; raises DataError."""
    loaded = {table: len(rows) for table, rows in _source_rows(content).items()}
    expected = loaded | {
        "municipality": COUNT,
        "boundary": COUNT,
        "map_shape": COUNT,
        "similar": COUNT * (COUNT - 1),
        "evidence": evidence_rows,
    }
    for table, rows in expected.items():
        if (found := _count(connection, table)) != rows:
            raise DataError(f"the table {table} has {found} rows instead of {rows}")
    found = known_cells(connection)
    if found != accepted.known_cells:
        raise DataError(
            f"accepted.json: {accepted.known_cells} known cells were accepted, but the "
            f"evidence makes {found} known; if that is meant, run `python -m etl accept --note …`"
        )


def known_cells(connection: duckdb.DuckDBPyConnection) -> int:
    """How many cells (municipality x scored criterion) are known in the newest year."""
    [(found,)] = connection.execute(
        "SELECT count(*) FROM assessment JOIN criterion ON criterion.id = assessment.criterion"
        " WHERE dimension <> $context AND year = (SELECT newest_year FROM build)",
        {"context": CONTEXT},
    ).fetchall()
    return found


def _fingerprint(content: Snapshots) -> str:
    """Six hex digits that differ when a snapshot or the codebook does."""
    parts = [*content.checksums().values(), repr(content.known.book)]
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:6]


def _snapshot_rows(content: Snapshots) -> pd.DataFrame:
    checksums, rows = content.checksums(), content.rows()
    return pd.DataFrame(
        [
            _described(provenance) | {"sha256": checksums[name], "rows": rows[name]}
            for name, provenance in content.provenance.items()
        ]
    )


def _retrieval_rows(content: Snapshots) -> pd.DataFrame:
    """The answers behind each snapshot that a refresh has fetched."""
    retrieved = content.accepted.retrieved if content.accepted else {}
    columns = ["address", "asked", "retrieved_at", "sha256", "bytes"]
    rows = [
        {"snapshot": name, "position": position} | {column: answer[column] for column in columns}
        for name, each in sorted(retrieved.items())
        for position, answer in enumerate(each["answers"], 1)
    ]
    frame = pd.DataFrame(rows, columns=["snapshot", "position", *columns])
    times = pd.to_datetime(frame["retrieved_at"], utc=True, format="ISO8601")
    return frame.astype({"position": "Int64", "bytes": "Int64"}).assign(
        retrieved_at=times.dt.tz_localize(None)
    )


def _described(provenance: Provenance) -> dict[str, Any]:
    fields = asdict(provenance)
    del fields["refreshed"]
    return fields


def _source_rows(content: Snapshots) -> dict[str, pd.DataFrame]:
    """The rows by table of all sources that fill one; municipalities come first."""
    tables: dict[str, list[pd.DataFrame]] = {}
    frames = content.frames | {municipalities.SOURCE: _places(content)}
    for source, frame in frames.items():
        if source.table:
            tables.setdefault(source.table, []).append(source.rows(frame))
    loaded = {table: pd.concat(rows) for table, rows in tables.items()}
    return loaded | {"municipality": loaded["municipality"].merge(content.names, on="code")}


def _places(content: Snapshots) -> pd.DataFrame:
    """The register, with the official areas where they were fetched."""
    return area.with_areas(content[municipalities.SOURCE], content[area.SOURCE])


def _hearing_rows(books: Books) -> dict[str, pd.DataFrame]:
    """Rounds and answers; remarks stay in the log, since they were written to the asker."""
    columns = ["round", "code", "criterion", "evidence_id", "answer", "answered_on"]
    return {
        "hearing": books.rounds,
        "hearing_answer": books.log[columns],
        "to_read": books.to_read.drop(columns="remark"),
        "statement_answer": books.statement_answers,
    }


def _statement_rows(books: Books) -> pd.DataFrame:
    """The statements; municipalities' answers and associations' refer to them."""
    return books.statements.rename(columns={"da": "text_da", "en": "text_en"})


def _book_rows(book: Codebook) -> dict[str, pd.DataFrame]:
    criteria = [
        asdict(c)
        | {
            "position": n,
            "facet": c.facet or None,
            "requires": c.requires or None,
            "observed_by": ",".join(c.observed_by),
        }
        for n, c in enumerate(book.criteria, 1)
    ]
    dimensions = [asdict(d) | {"position": n} for n, d in enumerate(book.dimensions, 1)]
    return {
        "stage": pd.DataFrame([asdict(stage) for stage in book.stages]),
        "dimension": pd.DataFrame(dimensions),
        "criterion": pd.DataFrame(criteria),
        "counted_group": pd.DataFrame(
            [asdict(group) | {"position": n} for n, group in enumerate(book.groups, 1)],
            columns=["criterion", "id", "position", "name_da", "name_en"],
        ),
    }


def _row_counts(connection: duckdb.DuckDBPyConnection) -> str:
    tables = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
    lines = [f"  {name:<20}{_count(connection, name):>8}" for (name,) in tables]
    return "\n".join(["Rows in each table:", *lines])


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    [(rows,)] = connection.execute(f'SELECT count(*) FROM "{table}"').fetchall()
    return rows
