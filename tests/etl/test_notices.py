"""corrections.json of every release, as far as each can be written."""

import json

import pytest
from released import put_together
from small import make_warehouse, record

from etl.errors import DataError
from etl.notices import write_notices
from samspil.warehouse.builds import POINTER

NAMES = ("2026.3", "2026.2", "2026.1")


@pytest.fixture
def releases(tmp_path, monkeypatch):
    """The folders of three releases of a small build, which is the newest too."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(tmp_path / "releases"))
    build = tmp_path / "samspil-small.duckdb"
    make_warehouse(build, [record("policy", 1)]).close()
    (tmp_path / POINTER).write_text(json.dumps({"file": build.name}))
    return [put_together(tmp_path / "releases", name, build) for name in NAMES]


def test_one_that_cannot_be_written_keeps_no_other_from_its_notices(releases):
    newest, middle, oldest = releases
    for folder in (newest, middle):
        (folder / "corrections.json").mkdir()
    said = []
    with pytest.raises(DataError, match=r"release 2026\.3: corrections\.json cannot be written"):
        write_notices(said.append)
    assert json.loads((oldest / "corrections.json").read_text())["release"] == "2026.1"
    assert any("release 2026.2: corrections.json cannot be written" in line for line in said)


def test_one_that_is_not_what_was_frozen_is_told_and_stops_nothing(releases):
    (releases[0] / "SHA256SUMS").unlink()
    said = []
    write_notices(said.append)
    assert "release 2026.3: SHA256SUMS cannot be read" in said[0]
    assert [(folder / "corrections.json").exists() for folder in releases] == [False, True, True]
