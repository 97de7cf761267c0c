"""The tables of the warehouse in words: a section of docs/DATA.md, written from the schema."""

from pathlib import Path

import duckdb

from etl.errors import DataError
from etl.say import Say
from etl.tables import read_text
from samspil.files import replace_file
from samspil.warehouse.schema import columns, create_tables, tables

BEGIN = "<!-- Written by `make docs` from samspil/warehouse/comments.sql. -->"
END = "<!-- End of what `make docs` writes. -->"


def describe(into: Path | None, say: Say) -> None:
    """Say what every table and column means, or write it into a document between its two marks.

    Raises:
        DataError: the document cannot be read or written, or lacks a mark.
    """
    if into is None:
        say(as_markdown())
        return
    before, begin, rest = read_text(into).partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise DataError(f"{into.name}: has no lines {BEGIN!r} and {END!r}")
    try:
        replace_file(into, f"{before}{begin}\n\n{as_markdown()}\n\n{end}{after}".encode())
    except OSError as error:
        raise DataError(f"{into.name}: cannot be written ({error.strerror})") from error


def as_markdown() -> str:
    """Every table of the schema with what one row is, and its columns with type and meaning."""
    with duckdb.connect() as connection:
        create_tables(connection)
        described, parts = columns(connection).groupby("table"), []
        for table in tables(connection).itertuples():
            parts += [f"### {table.name}", f"One row: {table.comment}."]
            if table.name in described.groups:
                rows = described.get_group(table.name).itertuples()
                lines = [f"| {row.name} | {row.type} | {row.comment} |" for row in rows]
                parts.append("\n".join(["| column | type | meaning |", "|---|---|---|", *lines]))
    return "\n\n".join(parts)
