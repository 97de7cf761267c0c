"""verify proves that all follows from each other, and finds a single changed byte."""

import json
import shutil

import pytest
from frozen import DATA
from live.contract_server import ContractServer
from live.refreshing import SETTINGS, put

from etl.__main__ import main
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.queries import context, retrievals, snapshots


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A folder whose data were refreshed and built: data/, archive/ and warehouse/."""
    folder = tmp_path_factory.mktemp("whole")
    data = shutil.copytree(DATA, folder / "data")
    (data / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, ContractServer() as server:
        patch.setenv("SAMSPIL_WAREHOUSE", str(folder / "warehouse"))
        assert main(["refresh", "--data", str(data), "--base-url", server.address]) == 0
        assert main(["build", "--data", str(data)]) == 0
    return folder


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


@pytest.mark.parametrize("kind", ["answer", "record"])
@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_a_changed_byte_of_the_archive_is_found(whole, tmp_path, verify, monkeypatch, kind, share):
    from etl.live.archive import Archive

    archive = shutil.copytree(whole / "archive", tmp_path / "archive")
    assert Archive(archive).damage() == []
    paths = [p for p in sorted(archive.iterdir()) if (p.suffix == ".json") == (kind == "record")]
    path = paths[-1]
    flip(path, round(share * (path.stat().st_size - 1)))
    assert Archive(archive).damage() == [
        f"archive: {path.name} is not what its name says; it was changed"
    ]


def test_a_missing_answer_is_found(folder, verify):
    path = next(p for p in sorted((folder / "archive").iterdir()) if p.suffix != ".json")
    path.unlink()
    (folder / "archive" / "note.txt").write_text("x")
    status, said = verify(folder)
    assert status == 1
    assert f"archive: {path.name} is missing; 00000" in said
    assert "archive: note.txt does not belong there" in said


def test_a_changed_byte_of_the_warehouse_is_found(folder, verify):
    built = newest_build(folder / "warehouse")
    flip(built, built.stat().st_size // 2)
    status, said = verify(folder)
    assert status == 1
    assert f"{built.name}: has the checksum " in said


def test_other_rows_under_a_right_checksum_are_found(folder, verify):
    import hashlib

    import duckdb

    built = newest_build(folder / "warehouse")
    with duckdb.connect(str(built)) as connection:
        connection.execute("UPDATE indicator SET value = value + 1 WHERE code = '350'")
    pointer = folder / "warehouse" / "newest.json"
    stated = json.loads(pointer.read_text()) | {
        "sha256": hashlib.sha256(built.read_bytes()).hexdigest()
    }
    pointer.write_text(json.dumps(stated))
    put(folder / "data", 'id = "ARE207"', 'id = "ARE208"')
    status, said = verify(folder)
    assert status == 1
    assert "area.csv: not made again, since it is asked for otherwise today" in said
    assert f"{built.name}: the table indicator lacks 77 rows, such as " in said
    assert "has other 77 rows" in said
