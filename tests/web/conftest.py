"""What the tests of HTTP share: one request at a time, read as it comes over the wire."""

import http.client
import shutil
from collections import namedtuple

import pytest
from machines import Machines, beside

Answer = namedtuple("Answer", "status headers body")


@pytest.fixture
def ask(address):
    """A function that asks the dashboard: ask("/metode", "HEAD", accept="text/html")."""

    def request(path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        answer = Answer(response.status, names, response.read())
        connection.close()
        return answer

    return request


@pytest.fixture
def machines(machines_app, frozen_folder, monkeypatch):
    """What answers machines on the frozen data, without a release."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
    return machines_app


@pytest.fixture(scope="session")
def machines_app(tmp_path_factory):
    """What answers machines, the same for all who ask the same folder."""
    return Machines(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def shelved_folder(frozen_folder, released, tmp_path_factory):
    """A folder with `warehouse` (three builds) and `releases` (the one in the middle, frozen)."""
    folder = tmp_path_factory.mktemp("shelved")
    shutil.copytree(frozen_folder, folder / "warehouse")
    shutil.copytree(released, folder / "releases")
    beside(folder / "warehouse")
    return folder


@pytest.fixture(scope="session")
def shelved_app(tmp_path_factory):
    """As `machines_app`."""
    return Machines(tmp_path_factory.mktemp("made"))


@pytest.fixture
def shelved(shelved_app, shelved_folder, monkeypatch):
    """What answers machines where there are builds before and after a release."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(shelved_folder / "warehouse"))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(shelved_folder / "releases"))
    return shelved_app


@pytest.fixture
def spoilable(shelved_folder, tmp_path, monkeypatch):
    """A folder of builds and a release that a test may spoil."""
    folder = shutil.copytree(shelved_folder, tmp_path / "shelved")
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(folder / "warehouse"))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(folder / "releases"))
    return folder
