"""Releases for tests: frozen as the command does it, or put together by hand."""

import hashlib
import json
import shutil

import pandas as pd

from etl.freeze import freeze
from samspil.warehouse.builds import SCHEMA_VERSION

FROZEN_ON = pd.Timestamp("2026-11-25").date()


def frozen_release(data, warehouse, releases, patch):
    """Freeze the newest build of the folder `warehouse`; returns the folder of the release."""
    patch.setenv("SAMSPIL_WAREHOUSE", str(warehouse))
    patch.setenv("SAMSPIL_RELEASES", str(releases))
    return freeze(data, lambda line: None, FROZEN_ON)


def put_together(releases, name, database, *, schema=SCHEMA_VERSION, **files):
    """A release of that name from the file of a build; returns its folder.

    Its files are the least that a release has, and `files` by name.
    """
    folder = releases / name
    folder.mkdir(parents=True)
    shutil.copy(database, folder / f"samspil-{name}.duckdb")
    facts = {"name": name, "date": "2026-11-24", "frozen_on": "2026-11-25", "build": "b",
             "database": f"samspil-{name}.duckdb", "schema_version": schema}  # fmt: skip
    (folder / "release.json").write_text(json.dumps(facts), encoding="utf-8")
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    sums = sum_lines(folder)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return folder


def sum_lines(folder):
    """What SHA256SUMS says of a folder, as sha256sum writes it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n"
        for path in paths
    )
