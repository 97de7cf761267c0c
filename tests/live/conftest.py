"""A contract server and a data folder that is refreshed from it."""

import shutil

import pytest
from frozen import DATA
from live.contract_server import ContractServer
from live.refreshing import SETTINGS

from etl.__main__ import main


@pytest.fixture
def server():
    """A server that answers as StatBank is documented to."""
    with ContractServer() as running:
        yield running


@pytest.fixture
def data(tmp_path):
    """A copy of the frozen data with settings that wait for nothing."""
    folder = shutil.copytree(DATA, tmp_path / "data")
    (folder / "settings.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def archive(tmp_path):
    """The folder of the archive."""
    return tmp_path / "archive"


@pytest.fixture
def refresh(data, server, capsys):
    """A function that refreshes from the server: (status, output, message)."""

    def command(*arguments):
        capsys.readouterr()
        status = main(
            ["refresh", *map(str, arguments), "--data", str(data), "--base-url", server.address]
        )
        output = capsys.readouterr()
        assert "Traceback" not in output.err
        return status, output.out, output.err

    return command


@pytest.fixture
def command(data, tmp_path, monkeypatch, capsys):
    """A function that runs another command on the same folder."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path / "warehouse"))

    def run(*arguments):
        capsys.readouterr()
        status = main([*map(str, arguments), "--data", str(data)])
        output = capsys.readouterr()
        return status, output.out, output.err

    return run
