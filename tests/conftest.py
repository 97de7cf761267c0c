"""What several tests share: the warehouse of the embedded data, and folders to spoil."""

import os
import shutil
from pathlib import Path

import pytest
from browser.served import PROJECT, served
from hostile import spoil

from etl.__main__ import main
from samspil.warehouse.builds import newest_build, open_warehouse

DATA = Path(__file__).resolve().parent.parent / "data"

os.environ["SAMSPIL_LOG"] = "warning"  # what a command says on standard error is its sentence alone


@pytest.fixture(scope="session")
def warehouse_folder(tmp_path_factory):
    """A folder with one build of the embedded data."""
    folder = tmp_path_factory.mktemp("warehouse")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMSPIL_WAREHOUSE", str(folder))
        assert main(["build"]) == 0
    return folder


@pytest.fixture(scope="session")
def embedded(warehouse_folder):
    """The warehouse of the embedded data, opened."""
    warehouse = open_warehouse(newest_build(warehouse_folder))
    yield warehouse
    warehouse.close()


@pytest.fixture(scope="session")
def address(warehouse_folder):
    """The address of the dashboard on the embedded data."""
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(warehouse_folder)) as address:
        yield address


@pytest.fixture(scope="session")
def silent_folder(tmp_path_factory):
    """A folder with one build in which nothing is known of Brøndby (153)."""
    folder = tmp_path_factory.mktemp("silent")
    data = shutil.copytree(DATA, folder / "data")
    path = data / "snapshots" / "evidence.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(r for r in rows if not r.startswith("153,")), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMSPIL_WAREHOUSE", str(folder / "warehouse"))
        assert main(["accept", "--data", str(data), "--note", "silent"]) == 0
        assert main(["build", "--data", str(data)]) == 0
    return folder / "warehouse"


@pytest.fixture
def data(tmp_path):
    """A copy of the embedded data that a test may spoil."""
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.fixture
def builds(tmp_path, monkeypatch):
    """The folder that builds go to."""
    folder = tmp_path / "warehouse"
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(folder))
    return folder


@pytest.fixture
def run(data, builds, capsys):
    """A function that runs a command on the data folder: (status, output, message)."""

    def command(*arguments):
        capsys.readouterr()
        options = [] if arguments[0] == "status" else ["--data", str(data)]
        status = main([*arguments, *options])
        output = capsys.readouterr()
        return status, output.out, output.err

    return command


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory):
    """A folder with one build whose notes on and objections to Vejle (630) are hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    data = shutil.copytree(DATA, folder / "data")
    spoil(data / "snapshots")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMSPIL_WAREHOUSE", str(folder / "warehouse"))
        assert main(["accept", "--data", str(data), "--note", "hostile"]) == 0
        assert main(["build", "--data", str(data)]) == 0
    return folder / "warehouse"
