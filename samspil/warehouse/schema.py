"""The tables of a build, and what each table and column means."""

from pathlib import Path

import duckdb
import pandas as pd

SCHEMA = Path(__file__).with_name("schema.sql")
"""The tables."""

COMMENTS = Path(__file__).with_name("comments.sql")
"""What they mean."""


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create every table of a build, described, in an empty database."""
    for file in (SCHEMA, COMMENTS):
        connection.execute(file.read_text(encoding="utf-8"))


def tables(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The tables and views of a build, in the order of the schema: name and comment."""
    return connection.execute(
        """
        SELECT name, comment FROM (
            SELECT table_oid AS oid, table_name AS name, comment FROM duckdb_tables()
            UNION ALL
            SELECT view_oid, view_name, comment FROM duckdb_views() WHERE NOT internal
        )
        ORDER BY oid
        """
    ).df()


def columns(connection: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The columns of every table of a build, in order: table, name, type and comment.

    A view has none of its own: its comment says whose columns it shows.
    """
    return connection.execute(
        """
        SELECT table_name AS table, column_name AS name, data_type AS type, comment
        FROM duckdb_columns()
        SEMI JOIN duckdb_tables() USING (table_oid)
        ORDER BY table_oid, column_index
        """
    ).df()
