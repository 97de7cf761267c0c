"""A source is one module, one line in the registry and one section of sources.toml."""

from pathlib import Path

import pandera.pandas as pa
import pytest

from etl import sources
from etl.sources.source import Source, indicator_rows
from samspil.paths import PROJECT
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import context, snapshots

FILE = "volunteers.csv"
SECTION = f"""
[snapshot."{FILE}"]
source = "A register"
address = "https://www.example.org/volunteers"
licence = "CC BY 4.0"
attribution = "A register"
retrieved_at = 2026-11-22
caveat_da = "Et eksempel."
caveat_en = "An example."
"""


def schema(codes):
    known = pa.Check.isin(list(codes), error="is not known here")
    numbers = {"year": pa.Column("Int64"), "share": pa.Column("Int64")}
    return pa.DataFrameSchema({"code": pa.Column(str, known)} | numbers)


def share_of_volunteers(frame):
    return indicator_rows(frame, FILE, "volunteers", "share", unit="percent")


CONTEXT = Source(FILE, needs=("codes",), schema=schema)
INDICATOR = Source(
    FILE, needs=("codes",), schema=schema, table="indicator", rows=share_of_volunteers
)


@pytest.fixture
def added(data, monkeypatch):
    """A function that adds a source with two rows to the registry and the data folder."""

    def add(source, section=SECTION):
        monkeypatch.setattr("etl.snapshots.SOURCES", (*sources.SOURCES, source))
        text = "code,year,share\n101,2025,39\n147,2025,41\n"
        (data / "snapshots" / FILE).write_text(text, encoding="utf-8")
        with (data / "sources.toml").open("a", encoding="utf-8") as file:
            file.write(section)

    return add


def built(run, builds):
    """The build of the folder after it was accepted."""
    assert run("accept", "--note", "a new source")[0] == 0
    status, _, message = run("build")
    assert status == 0, message
    return open_warehouse(newest_build(builds))


@pytest.mark.parametrize(("source", "filled"), [(CONTEXT, []), (INDICATOR, [39.0])])
def test_a_new_source_is_told_by_status_and_provenance(run, builds, added, source, filled):
    added(source)
    warehouse = built(run, builds)
    told = snapshots(warehouse).set_index("name").loc[FILE]
    figures = context(warehouse, "101").query("indicator == 'volunteers'")
    warehouse.close()
    assert (told["rows"], told["licence"], told["caveat_da"]) == (2, "CC BY 4.0", "Et eksempel.")
    assert figures["value"].tolist() == filled
    (line,) = [line for line in run("status")[1].splitlines() if line.startswith(FILE)]
    assert line.split()[1:3] == ["2", "2026-11-22"]


def test_a_new_source_is_accepted_before_it_is_built(run, added):
    added(CONTEXT)
    status, _, message = run("build")
    assert status == 1
    assert message.startswith(f"samspil: {FILE}: has 2 rows, but no were accepted")


def test_a_wrong_row_of_a_new_source_is_named(run, data, added):
    added(CONTEXT)
    with (data / "snapshots" / FILE).open("a", encoding="utf-8") as file:
        file.write("411,2025,1\n")
    status, _, message = run("accept")
    assert status == 1
    assert message == f"samspil: {FILE}: row 4, column 'code': '411' is not known here\n"


def test_a_source_that_is_not_described_is_refused(run, added):
    added(CONTEXT, section="")
    assert run("accept")[2] == f"samspil: sources.toml: snapshot {FILE!r} is not described\n"


def test_a_description_without_a_source_is_refused(run, data):
    with (data / "sources.toml").open("a", encoding="utf-8") as file:
        file.write(SECTION)
    status, _, message = run("build")
    assert status == 1
    assert message.startswith(f"samspil: sources.toml: snapshot {FILE!r} is no source")


def test_every_module_of_a_source_stands_in_the_registry():
    modules = {path.stem for path in Path(sources.__file__).parent.glob("*.py")}
    names = {Path(source.name).stem for source in sources.SOURCES}
    assert names == modules - {"__init__", "source"}


def test_the_registry_and_the_data_folder_hold_the_same_files():
    files = {path.name for path in (PROJECT / "data" / "snapshots").iterdir()}
    assert files == {source.name for source in sources.SOURCES}
