"""What several tests share: the warehouse of the embedded data, built once."""

import os

import pytest

from etl.__main__ import main
from samspil.warehouse import newest_build, open_warehouse


@pytest.fixture(scope="session")
def warehouse_folder(tmp_path_factory):
    """A folder with one build of the embedded data."""
    folder = tmp_path_factory.mktemp("warehouse")
    before = os.environ.get("SAMSPIL_WAREHOUSE")
    os.environ["SAMSPIL_WAREHOUSE"] = str(folder)
    try:
        assert main(["build"]) == 0
    finally:
        del os.environ["SAMSPIL_WAREHOUSE"]
        if before is not None:
            os.environ["SAMSPIL_WAREHOUSE"] = before
    return folder


@pytest.fixture(scope="session")
def embedded(warehouse_folder):
    """The warehouse of the embedded data, opened."""
    warehouse = open_warehouse(newest_build(warehouse_folder))
    yield warehouse
    warehouse.close()
