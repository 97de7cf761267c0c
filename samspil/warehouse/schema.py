"""The tables of a build, and what each table and column means."""

from pathlib import Path

import duckdb
import pandas as pd

HERE = Path(__file__).parent

SCHEMA = [HERE / "schema.sql", HERE / "schema_asked.sql"]
"""The tables: what is known, and what was asked to know it."""

COMMENTS = [HERE / "comments.sql", HERE / "comments_asked.sql"]
"""What they mean."""


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every table of a build, described, in an empty database."""
    for file in (*SCHEMA, *COMMENTS):
        connection.execute(file.read_text(encoding="utf-8"))


TABLES = """
SELECT name, comment FROM (
    SELECT table_oid AS oid, table_name AS name, comment FROM duckdb_tables()
    UNION ALL
    SELECT view_oid, view_name, comment FROM duckdb_views() WHERE NOT internal
)
ORDER BY oid
"""
"""The tables and views of a build, in the order of the schema: name and comment."""

COLUMNS = """
SELECT table_name AS table, column_name AS name, data_type AS type, comment, is_nullable
FROM duckdb_columns()
SEMI JOIN duckdb_tables() USING (table_oid)
ORDER BY table_oid, column_index
"""
"""The columns of every table, in order: table, name, type, comment, and whether it may be empty.

A view has none of its own: its comment says whose columns it shows.
"""

KEYS = """
SELECT
    table_name AS table,
    constraint_type AS kind,
    constraint_column_names AS columns,
    referenced_table,
    referenced_column_names AS referenced_columns
FROM duckdb_constraints()
WHERE constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')
ORDER BY table_oid, constraint_index
"""
"""What names a row of each table, and what its columns refer to in another."""


def tables(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The answer to TABLES."""
    return connection.execute(TABLES).df()


def columns(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The answer to COLUMNS."""
    return connection.execute(COLUMNS).df()
