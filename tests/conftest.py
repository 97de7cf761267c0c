"""What several tests share: a build of the frozen data, one of the embedded, and folders to spoil.

What the quick tier leaves out is marked here, by what a test asks for: a build of its own, a server
or the embedded data.
"""

import functools
import hashlib
import os
import shutil

import pytest
from browser.served import PROJECT, served
from frozen import DATA
from hostile import spoil
from hypothesis import settings
from released import frozen_release
from surveys import answered

from etl.__main__ import main
from samspil.present.embedded.described import Asking
from samspil.warehouse.builds import newest_build, open_warehouse
from samspil.warehouse.opened import opened_of

os.environ["SAMSPIL_RELEASES"] = str(PROJECT / "no-releases")  # what was frozen here is no fixture
os.environ["SAMSPIL_LOG"] = "warning"  # what a command says on standard error is its sentence alone

SLOW = {"run", "address", "associations", "app_test", "hostile_folder", "printed", "installed",
        "copy", "shelved"}  # fmt: skip
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


@pytest.fixture(scope="session", autouse=True)
def read_once():
    """A snapshot whose bytes were read before is not read and checked again.

    What it holds follows from them and from what is known before it alone, and nearly every test
    spoils one file of a dozen. What is refused is read anew each time.
    """
    from etl.sources.source import Source

    read, held = Source.read, {}

    def read_or_copied(source, folder, known):
        path = folder / source.name
        if not path.is_file():
            return read(source, folder, known)
        key = (source, known, hashlib.sha256(path.read_bytes()).digest())
        if key not in held:
            held[key] = read(source, folder, known)
        return held[key].copy()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Source, "read", read_or_copied)
        yield


@pytest.fixture(scope="session", autouse=True)
def scanned_once():
    """AppTest looks through all installed packages for components once, not for each page."""
    from streamlit.components.v2 import manifest_scanner

    with pytest.MonkeyPatch.context() as patch:
        scan = functools.cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


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
    return Asking(opened_of(None, frozen), "da")


@pytest.fixture(scope="session")
def embedded_folder(tmp_path_factory):
    """A folder with one build of the embedded data."""
    return built(tmp_path_factory.mktemp("embedded"), PROJECT / "data")


@pytest.fixture(scope="session")
def embedded(embedded_folder):
    """The warehouse of the embedded data, opened."""
    yield from opened(embedded_folder)


@pytest.fixture(scope="session")
def address(frozen_folder, released):
    """The address of the dashboard on the frozen data, of which there is a release."""
    places = {"SAMSPIL_WAREHOUSE": str(frozen_folder), "SAMSPIL_RELEASES": str(released)}
    with served(PROJECT / "server.py", **places) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory):
    """A folder with one build whose notes on and objections to Vejle (630) are hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    data = shutil.copytree(DATA, folder / "data")
    spoil(data / "snapshots")
    return built(folder, data, accept=True)


@pytest.fixture(scope="session")
def associations(tmp_path_factory):
    """Data in which associations have answered, with the folder of one build of them."""
    found = answered(tmp_path_factory.mktemp("asked"))
    found.warehouse = built(found.folder, found.data, accept=True)
    return found


@pytest.fixture(scope="session")
def building():
    """The function that builds a folder of data, for a build that several tests share."""
    return built


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
def standing(frozen_folder, builds):
    """The same folder with a build of the frozen data in it, for what does not test its making."""
    return shutil.copytree(frozen_folder, builds)


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
