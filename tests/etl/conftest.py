"""A data folder and a warehouse folder of the test's own."""

import shutil
from pathlib import Path

import pytest

from etl.__main__ import main

DATA = Path(__file__).resolve().parent.parent.parent / "data"


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
