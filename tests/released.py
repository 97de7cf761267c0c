"""Releases for tests: frozen as the command does it, or put together by hand."""

import hashlib
import json
import shutil

import duckdb
import pandas as pd

from etl.freeze import freeze
from samspil.present.embedded.described import WIDTHS
from samspil.present.i18n import LANGUAGES
from samspil.present.made import FOLDER, LIST, drawing_key
from samspil.warehouse.builds import SCHEMA_VERSION, newest_build

FROZEN_ON = pd.Timestamp("2026-11-25").date()


DRAWN = "fordeling"
"""The figure that is drawn ahead for the release, at every width and in both languages."""


def frozen_release(data, warehouse, releases, patch):
    """Freeze the newest build of the folder `warehouse`; returns the folder of the release.

    It has DRAWN, which the build itself has not afterwards.
    """
    patch.setenv("SAMSPIL_WAREHOUSE", str(warehouse))
    patch.setenv("SAMSPIL_RELEASES", str(releases))
    figures = drawn_ahead(warehouse)
    folder = freeze(data, lambda line: None, FROZEN_ON)
    shutil.rmtree(figures)
    return folder


def drawn_ahead(warehouse):
    """Put what stands for the drawings of DRAWN beside the newest build; returns their folder."""
    build = newest_build(warehouse).stem.removeprefix("samspil-")
    folder = warehouse / FOLDER / build
    folder.mkdir(parents=True)
    files = {
        drawing_key(DRAWN, {}, str(width), language): f"samspil_{DRAWN}_{width}_{language}.svg"
        for width in WIDTHS
        for language in LANGUAGES
    }
    for name in files.values():
        (folder / name).write_text(f'<svg xmlns="http://www.w3.org/2000/svg" id="{name}"></svg>')
    (folder / LIST).write_text(json.dumps({"build": build, "files": files}))
    return folder.parent


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


def outdate(folder):
    """Make a release in a folder of its own one of an older schema."""
    (path,) = folder.glob("*.duckdb")
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE build SET schema_version = schema_version - 1")
        connection.execute("ALTER TABLE national_series DROP COLUMN note_da")
    sums = [line for line in sum_lines(folder).splitlines()
            if not line.endswith(("SHA256SUMS", "corrections.json"))]  # fmt: skip
    (folder / "SHA256SUMS").chmod(0o644)
    (folder / "SHA256SUMS").write_text("".join(f"{line}\n" for line in sums), encoding="utf-8")


def rewrite(path, content):
    """Give a frozen file, which is read-only, another content."""
    path.chmod(0o644)
    path.write_bytes(content)


def sum_lines(folder):
    """What SHA256SUMS says of a folder, as sha256sum writes it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n"
        for path in paths
    )
