"""What several tests share: a build of the frozen data, one of the embedded, and folders to spoil.

What the quick tier leaves out is marked here, by what a test asks for: a build of its own, a server
or the embedded data.
"""

import os
import shutil

import pytest
from browser.served import PROJECT, served
from frozen import DATA
from hostile import spoil
from hypothesis import settings
from released import frozen_release

from etl.__main__ import main
from samspil.present.embedded.described import Asking, reading_of
from samspil.warehouse.builds import newest_build, open_warehouse

os.environ["SAMSPIL_RELEASES"] = str(PROJECT / "no-releases")  # what was frozen here is no fixture
os.environ["SAMSPIL_LOG"] = "warning"  # what a command says on standard error is its sentence alone

SLOW = {"run", "address", "app_test", "hostile_folder", "printed", "installed", "copy",
        "shelved"}  # fmt: skip
"""Fixtures that take seconds, or are asked for by tests that do."""

EMBEDDED = {"embedded", "embedded_folder"}


def pytest_collection_modifyitems(items):
    """Mark what is slow and what reads the embedded data."""
    for item in items:
        asked = set(item.fixturenames)
        if asked & (SLOW | EMBEDDED):
            item.add_marker(pytest.mark.slow)
        if asked & EMBEDDED:
            item.add_marker(pytest.mark.embedded)


def built(folder, data, *, accept=False):
    """The folder `warehouse` in `folder` with one build of the data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAMSPIL_WAREHOUSE", str(folder / "warehouse"))
        if accept:
            assert main(["accept", "--data", str(data), "--note", "for a test"]) == 0
        assert main(["build", "--data", str(data)]) == 0
    return folder / "warehouse"


def opened(folder):
    """The newest build of a folder, until the tests are over."""
    warehouse = open_warehouse(newest_build(folder))
    yield warehouse
    warehouse.close()


settings.register_profile("untimed", deadline=None)  # speed is the bench's matter
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def frozen_folder(tmp_path_factory):
    """A folder with one build of the frozen data."""
    return built(tmp_path_factory.mktemp("frozen"), DATA)


@pytest.fixture(scope="session")
def frozen(frozen_folder):
    """The warehouse of the frozen data, opened."""
    yield from opened(frozen_folder)


@pytest.fixture(scope="session")
def released(frozen_folder, tmp_path_factory):
    """A folder with one release: the build of the frozen data as 2026.1."""
    folder = tmp_path_factory.mktemp("releases")
    with pytest.MonkeyPatch.context() as patch:
        frozen_release(DATA, frozen_folder, folder, patch)
    return folder


@pytest.fixture(scope="session")
def asked(frozen):
    """The frozen build, asked each question once."""
    return Asking(reading_of(None, frozen), "da")


@pytest.fixture(scope="session")
def embedded_folder(tmp_path_factory):
    """A folder with one build of the embedded data."""
    return built(tmp_path_factory.mktemp("embedded"), PROJECT / "data")


@pytest.fixture(scope="session")
def embedded(embedded_folder):
    """The warehouse of the embedded data, opened."""
    yield from opened(embedded_folder)


@pytest.fixture(scope="session")
def address(frozen_folder):
    """The address of the dashboard on the frozen data."""
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(frozen_folder)) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory):
    """A folder with one build whose notes on and objections to Vejle (630) are hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    data = shutil.copytree(DATA, folder / "data")
    spoil(data / "snapshots")
    return built(folder, data, accept=True)


@pytest.fixture
def data(tmp_path):
    """A copy of the frozen data that a test may spoil."""
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
