"""The warehouse that the pages read."""

import pytest


@pytest.fixture(autouse=True)
def embedded_data(warehouse_folder, monkeypatch):
    """Pages show the build of the embedded data."""
    monkeypatch.delenv("SAMSPIL_DATABASE", raising=False)
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(warehouse_folder))
