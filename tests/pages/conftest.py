"""The warehouse that the pages read."""

import pytest


@pytest.fixture(autouse=True)
def app_test(frozen_folder, monkeypatch):
    """Pages show the build of the frozen data."""
    monkeypatch.delenv("SAMSPIL_DATABASE", raising=False)
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
