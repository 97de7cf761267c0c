"""What the tables mean is said once, beside the schema, and told in docs/DATA.md word for word."""

import re

import duckdb
import pytest

from etl.__main__ import main
from etl.describe import BEGIN, END
from samspil.paths import PROJECT
from samspil.warehouse.schema import columns, create_tables, tables

DATA = PROJECT / "docs" / "DATA.md"


@pytest.fixture(scope="module")
def empty():
    with duckdb.connect() as connection:
        create_tables(connection)
        yield connection


def told():
    """What docs/DATA.md says: rows by table, and (type, meaning) by table and column."""
    section = DATA.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    rows, meanings = {}, {}
    for part in re.split(r"^### ", section, flags=re.MULTILINE)[1:]:
        name, row, *lines = [line for line in part.splitlines() if line]
        rows[name] = row.removeprefix("One row: ").removesuffix(".")
        for line in lines[2:]:
            column, kind, meaning = line.strip("| ").split(" | ")
            assert (name, column) not in meanings
            meanings[name, column] = (kind, meaning)
    return rows, meanings


def test_every_table_and_column_is_described(empty):
    assert tables(empty).query("comment.isna() or comment == ''")["name"].tolist() == []
    blank = columns(empty).query("comment.isna() or comment == ''")
    assert blank[["table", "name"]].to_dict("records") == []


def test_the_document_says_of_the_tables_what_the_schema_says_and_nothing_else(empty):
    rows, meanings = told()
    described = tables(empty)
    assert rows == dict(zip(described["name"], described["comment"], strict=True))
    assert meanings == {(c.table, c.name): (c.type, c.comment) for c in columns(empty).itertuples()}


def test_the_view_shows_the_columns_of_evidence(empty):
    comment = tables(empty).set_index("name").loc["latest_reading", "comment"]
    assert "the columns are those of `evidence`" in comment
    shown, own = (
        [row[0] for row in empty.execute(f"DESCRIBE {name}").fetchall()]
        for name in ("latest_reading", "evidence")
    )
    assert shown == own


def test_the_descriptions_travel_in_the_file_of_a_build(frozen):
    found = frozen.query(
        "SELECT comment FROM duckdb_columns()"
        " WHERE table_name = 'score' AND column_name = 'coverage'"
    )
    assert "mean of the three dimensions" in found["comment"].item()


def test_describe_rewrites_the_section_and_leaves_the_rest(tmp_path, capsys):
    copy = tmp_path / "DATA.md"
    content = DATA.read_text(encoding="utf-8")
    copy.write_text(re.sub(r"(?m)^### .*$", "### gone", content), encoding="utf-8")
    assert main(["describe", "--into", str(copy)]) == 0
    assert copy.read_text(encoding="utf-8") == content
    assert main(["describe"]) == 0
    assert capsys.readouterr().out.strip() in content


def test_describe_needs_the_marks(tmp_path, capsys):
    copy = tmp_path / "DATA.md"
    copy.write_text("no marks\n", encoding="utf-8")
    assert main(["describe", "--into", str(copy)]) == 1
    assert "DATA.md: has no lines" in capsys.readouterr().err
    assert copy.read_text(encoding="utf-8") == "no marks\n"
