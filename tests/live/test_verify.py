"""verify proves that all follows from each other, and finds a single changed byte."""

import shutil

import duckdb
import pytest
from live.refreshing import put

from etl.__main__ import main
from etl.live.archive import Archive
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import context, retrievals, snapshots


@pytest.fixture
def folder(whole, tmp_path, monkeypatch):
    """A copy of it that a test may spoil."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path / "all" / "warehouse"))
    return shutil.copytree(whole, tmp_path / "all")


@pytest.fixture
def verify(capsys):
    """A function that verifies a folder: (status, what was said)."""

    def run(folder):
        capsys.readouterr()
        status = main(["verify", "--data", str(folder / "data")])
        output = capsys.readouterr()
        return status, output.out + output.err

    return run


@pytest.fixture(scope="module")
def built(whole):
    """The build, opened."""
    warehouse = open_warehouse(newest_build(whole / "warehouse"))
    yield warehouse
    warehouse.close()


def flip(path, place):
    """Change one bit of a file."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(bytes(content))


def test_what_was_refreshed_and_built_follows_from_the_archive(whole, verify, monkeypatch):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(whole / "warehouse"))
    status, said = verify(whole)
    assert status == 0, said
    assert "population.csv: follows from 4 answers" in said
    assert "follows from the snapshots, table by table" in said


def test_population_of_2024_and_2025_is_in_the_warehouse(built):
    rows = context(built, "350").query("indicator == 'population'").set_index("year")["value"]
    assert rows[2023] < rows[2024] < rows[2025] < rows[2026]


def test_every_fetched_figure_leads_to_its_answers(built):
    files = snapshots(built).set_index("name")
    answers = retrievals(built)
    assert set(answers["snapshot"]) == {"accounts.csv", "area.csv", "population.csv"}
    assert set(context(built, "350")["snapshot"]) <= set(files.index)
    for name, found in answers.groupby("snapshot"):
        assert found["retrieved_at"].max().date() == files.loc[name, "retrieved_at"].date()
        assert found["sha256"].str.fullmatch("[0-9a-f]{64}").all()
        assert found["address"].str.match("http://localhost:.+/v1/(tableinfo|data)").all()
    assert files.loc["population.csv", "caveat_da"] == "Indbyggertal pr. 1. januar."
    assert "REGK31" in files.loc["accounts.csv", "attribution"]


def test_a_changed_byte_of_a_snapshot_is_found(folder, verify):
    flip(folder / "data" / "snapshots" / "population.csv", 500)
    status, said = verify(folder)
    assert status == 1
    assert "  population.csv: has the checksum " in said
    assert "warehouse: not compared" in said


@pytest.mark.parametrize("share", [0.1, 0.5, 0.999])
def test_a_changed_byte_of_the_warehouse_is_found(folder, verify, share):
    built = newest_build(folder / "warehouse")
    flip(built, round(share * built.stat().st_size))
    status, said = verify(folder)
    assert status == 1
    assert "population.csv: follows from 4 answers" in said
    assert f"  {built.name}: has the checksum " in said


@pytest.mark.parametrize("kind", ["answer", "record"])
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_a_changed_byte_of_the_archive_is_found(whole, tmp_path, verify, monkeypatch, kind, share):
    archive = shutil.copytree(whole / "archive", tmp_path / "archive")
    assert Archive(archive).damage() == []
    paths = [p for p in sorted(archive.iterdir()) if (p.suffix == ".json") == (kind == "record")]
    path = paths[-1]
    flip(path, round(share * (path.stat().st_size - 1)))
    assert Archive(archive).damage() == [
        f"archive: {path.name} is not what its name says; it was changed"
    ]


def test_what_is_missing_from_the_archive_or_too_much_is_found(whole, tmp_path):
    archive = shutil.copytree(whole / "archive", tmp_path / "archive")
    path = next(p for p in sorted(archive.iterdir()) if p.suffix != ".json")
    path.unlink()
    (archive / "note.txt").write_text("x")
    strange, missing = Archive(archive).damage()
    assert strange == "archive: note.txt does not belong there"
    assert missing.startswith(f"archive: {path.name} is missing; 00000")


def test_other_rows_and_another_checksum_of_the_warehouse_are_found(folder, verify):
    built = newest_build(folder / "warehouse")
    with duckdb.connect(str(built)) as connection:
        connection.execute("UPDATE indicator SET value = value + 1 WHERE code = '350'")
    put(folder / "data", 'id = "ARE207"', 'id = "ARE208"')
    status, said = verify(folder)
    assert status == 1
    assert "area.csv: not made again, since it is asked for otherwise today" in said
    assert f"{built.name}: has the checksum " in said
    assert f"{built.name}: the table indicator lacks 79 rows, such as " in said
    assert "has other 79 rows" in said
    assert "the table score" not in said
