"""Small builds, and a folder for their releases."""

import shutil
from datetime import date

import duckdb
import pytest
from small import make_warehouse, record

DAY = date(2026, 11, 20)
"""When the evidence was read last."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where releases lie, empty."""
    monkeypatch.setenv("SAMSPIL_RELEASES", str(tmp_path / "releases"))
    return tmp_path / "releases"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """The file of a small build: a claim that was read twice, and two others."""
    path = tmp_path_factory.mktemp("small") / "build.duckdb"
    make_warehouse(
        path,
        [
            record("policy", 1, id="a", retrieved_on=date(2026, 10, 1)),
            record("policy", 1, id="a", retrieved_on=DAY),
            record("charter", 2, id="b", retrieved_on=DAY),
            record("heard", 2, id="c", retrieved_on=DAY),
        ],
    ).close()
    return path


@pytest.fixture
def build(template, tmp_path):
    """A copy of that build, to be changed."""
    return shutil.copy(template, tmp_path / "build.duckdb")


@pytest.fixture
def named(build):
    """The build as one of release 2026.1."""
    with duckdb.connect(str(build)) as connection:
        connection.execute("UPDATE build SET release = '2026.1'")
    return build
