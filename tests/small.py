"""A small warehouse for tests: three dimensions, seven criteria, few municipalities."""

import tempfile
import weakref
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import duckdb
import pandas as pd

from samspil.model.codebook import Codebook, Criterion, Dimension, Stage
from samspil.model.robustness import load_rank_bands
from samspil.model.scoring import load_scores
from samspil.warehouse.builds import SCHEMA_VERSION, Warehouse
from samspil.warehouse.schema import create_tables

NEWEST = 2026

ALONE = {"threads": 1}
"""So little is done that threads only get into each other's way."""

WORDS = ("Navn", "Name", "Spørgsmål?", "Question?", *["Ordlyd"] * 3, *["Wording"] * 3)


def criterion(
    id_: str, dimension: str, weight: float = 1.0, facet: str = "", requires: str = ""
) -> Criterion:
    """A criterion with words that do not matter; transparent ones stay fresh for three years."""
    known = ("recommendation_2007", ("desk",), 3 if dimension == "transparent" else 8, requires)
    words = ("Råd", "Advice", "Siden.", "The page.")
    return Criterion(id_, dimension, facet, 1, *WORDS, weight, *known, *words)


SMALL = Codebook(
    version="test",
    minimum_coverage=0.5,
    horizon=8,
    first_year=2007,
    stages=tuple(
        Stage(number, threshold, f"Trin {number}", f"Stage {number}")
        for number, threshold in enumerate((0.0, 20.0, 40.0, 60.0, 80.0), 1)
    ),
    dimensions=tuple(
        Dimension(id_, id_.capitalize(), id_.capitalize(), "Hvad", "What", weight)
        for id_, weight in (("formal", 1.0), ("real", 1.0), ("transparent", 1.0), ("context", 0.0))
    ),
    criteria=(
        criterion("policy", "formal"),
        criterion("policy_current", "formal", requires="policy"),
        criterion("charter", "real", facet="support"),
        criterion("heard", "real", facet="influence"),
        criterion("page", "transparent"),
        criterion("form", "transparent"),
        criterion("policy_year", "context", weight=0.0),
    ),
)


def record(criterion_id: str, level: int = 2, year: int | None = 2024, **fields) -> dict:
    """A piece of evidence on municipality 101, as far as not said otherwise."""
    return {
        "code": "101",
        "criterion": criterion_id,
        "level": level,
        "value": None,
        "year": year,
        "source_url": "https://www.example.org/side",
        "source_kind": "municipality_site",
        "retrieved_on": date(NEWEST, 11, 22),
    } | fields


def make_warehouse(
    path: Path,
    evidence: list[dict],
    codes: tuple[str, ...] = ("101",),
    book: Codebook = SMALL,
    newest: int = NEWEST,
    lookups: tuple[dict, ...] = (),
) -> Warehouse:
    """A finished build at `path` from records of evidence; ids are r0, r1, … unless given."""
    path.write_bytes(_empty_build(codes, book, newest))
    small = _Attached(path)
    with small.cursor() as connection:
        connection.begin()
        if evidence:
            records = pd.DataFrame(
                {"id": f"r{number}", "method": "desk", "note": "Note", "note_da": "Note"}
                | {"snapshot": "evidence", "criterion_version": 1}
                | row
                for number, row in enumerate(evidence)
            ).astype({"year": "Int64", "value": "Float64"})
            connection.register("records", records)
            connection.execute("INSERT INTO evidence BY NAME SELECT * FROM records")
            connection.unregister("records")
        for lookup in lookups:
            row = {"method": "desk", "code": "101"} | lookup
            columns = ", ".join(f"${name} AS {name}" for name in row)
            connection.execute(f"INSERT INTO lookup BY NAME SELECT {columns}", row)
        load_scores(connection, book)
        load_rank_bands(connection, book)
        connection.commit()
    return _SmallWarehouse(path, small)


class _SmallWarehouse(Warehouse):
    """A build that is read where it was written."""

    def __init__(self, path: Path, attached: "_Attached") -> None:
        self.path, self._connection = path, attached
        self.build = self._read_build()
        weakref.finalize(self, attached.close)


class _Attached:
    """A file as a database of the one DuckDB of all small builds: to start one takes longer than
    all that is asked of it."""

    made = count()

    def __init__(self, path: Path) -> None:
        self.name: str | None = f"small{next(self.made)}"
        _shared().execute(f"ATTACH '{path}' AS {self.name}")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor that asks this database."""
        return _shared().cursor().execute(f"USE {self.name}")

    def close(self) -> None:
        """Let go of the file."""
        if self.name:
            _shared().execute(f"DETACH {self.name}")
        self.name = None


@cache
def _shared() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config=ALONE)


@cache
def _empty_build(codes: tuple[str, ...], book: Codebook, newest: int) -> bytes:
    """The bytes of a build without evidence; made once, since most tests start from the same."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.duckdb"
        with duckdb.connect(str(path), config=ALONE) as connection:
            _load_empty(connection, codes, book, newest)
        return path.read_bytes()


def _load_empty(
    connection: duckdb.DuckDBPyConnection, codes: tuple[str, ...], book: Codebook, newest: int
) -> None:
    create_tables(connection)
    connection.execute(
        "INSERT INTO build VALUES ('test', ?, ?, 'method', 'test', DATE '2026-11-24',"
        " TIMESTAMP '2026-11-23 12:00', ?, ?, ?)",
        [SCHEMA_VERSION, book.version, newest, book.horizon, book.minimum_coverage],
    )
    connection.execute(
        "INSERT INTO snapshot VALUES ('evidence', 'Source', 'https://www.example.org',"
        " DATE '2026-11-22', 'abc', 1, 'CC BY 4.0', 'Source', 'Forbehold', 'Caveat')"
    )
    _load_book(connection, book)
    for code in codes:
        connection.execute(
            "INSERT INTO municipality VALUES ($code, $name, $name, $name, $name, '1084',"
            " 'Hovedstaden', 'Fyn', 'DK031', 'landkommuner', 100, 'https://www.example.org')",
            {"code": code, "name": f"Kommune {code}"},
        )


def _load_book(connection: duckdb.DuckDBPyConnection, book: Codebook) -> None:
    for stage in book.stages:
        connection.execute("INSERT INTO stage VALUES (?, ?, ?, ?)", list(vars(stage).values()))
    for position, d in enumerate(book.dimensions):
        words = [d.name_da, d.name_en, d.description_da, d.description_en]
        connection.execute(
            "INSERT INTO dimension VALUES (?, ?, ?, ?, ?, ?, ?)", [d.id, position, *words, d.weight]
        )
    for position, c in enumerate(book.criteria):
        values = vars(c) | {"position": position, "observed_by": ",".join(c.observed_by)}
        values |= {"requires": c.requires or None}
        columns = ", ".join(f"${name} AS {name}" for name in values)
        connection.execute(f"INSERT INTO criterion BY NAME SELECT {columns}", values)
