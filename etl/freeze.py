"""`python -m etl release`: the newest build is frozen as the release that release.toml names."""

import argparse
import json
import logging
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pandas as pd

from etl.errors import DataError, shown
from etl.figures.frozen import freeze_figures
from etl.figures.pages import freeze_pages
from etl.files import sole_writer
from etl.notices import write_notices
from etl.release import FILE as RELEASE_FILE
from etl.release import read_release
from etl.say import Say
from etl.snapshots import CODEBOOK_FILE, Snapshots, check_accepted, read_snapshots
from samspil.analysis.changes import compare
from samspil.files import remove, unfinished
from samspil.model.scoring import method_stamp
from samspil.present.i18n import LANGUAGES, translator
from samspil.present.release_text import FILES, first_release, not_comparable, what_changed
from samspil.warehouse.builds import (
    OutdatedBuildError,
    Warehouse,
    explicit_database,
    newest_build,
    open_warehouse,
    stated_checksum,
)
from samspil.warehouse.frozen import FACTS, checksum
from samspil.warehouse.notices import as_bytes
from samspil.warehouse.package import write_package
from samspil.warehouse.releases import (
    NAME,
    NOTICES,
    SUMS,
    Release,
    open_release,
    order,
    releases,
    releases_directory,
)

Part = Callable[[Warehouse, Path], None]

PARTS: tuple[Part, ...] = (freeze_figures, freeze_pages)
"""What else is made ahead and frozen: each is given the release's tables and its folder, and writes
files or folders of its own there, which get a checksum like the others; raises DataError."""

READ_ONLY = 0o444
"""Of a frozen file, so that nobody writes to it by mistake."""

log = logging.getLogger(__name__)


def run_release(options: argparse.Namespace, say: Say, today: date) -> None:
    """Freeze a release, or with --notices only tell all releases what was corrected since.

    Raises what `freeze` and `write_notices` raise.
    """
    if options.notices:
        write_notices(say)
    else:
        freeze(options.data, say, today)


def freeze(data: Path, say: Say, today: date) -> Path:
    """Freeze the newest build; returns the folder, which appears whole or not at all.

    Args:
        data: the data folder, which must be what was accepted and what the build was made of.
        say: is told what was frozen.
        today: the day of freezing.

    Raises:
        DataError: the release has no name for a folder or is frozen already, the data are not what
            was accepted, the build is not of this release or of these data, or nothing can be
            written.
        WarehouseError: there is no build that can be read, or the release before is damaged.
        CodebookError: the codebook is wrong.
    """
    name = read_release(data / RELEASE_FILE).name
    if not NAME.fullmatch(name):
        raise DataError(
            f"{RELEASE_FILE}: has {shown(name)} in 'name', not a year and a number such as 2026.1"
        )
    source, target = newest_build(), releases_directory() / name
    _check_new(target)
    content = read_snapshots(data)
    check_accepted(content)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with sole_writer(target.parent, (name,)):
            _check_new(target)  # another process may have frozen it while this one waited
            _freeze(source, target, content, today)
    except OSError as error:
        where = f"release {name}: cannot be written to {target.parent}"
        raise DataError(f"{where} ({error.strerror})") from error
    say(f"Done: release {name} is frozen in {target}; now back it up")
    return target


def _check_new(target: Path) -> None:
    """Refuse to overwrite a release; raises DataError."""
    if target.exists():
        raise DataError(
            f"release {target.name}: is frozen already, and no release is overwritten; move "
            f"{RELEASE_FILE} to the next one"
        )


def _freeze(source: Path, target: Path, content: Snapshots, today: date) -> None:
    """Fill a folder beside the target, and give it its name in one step."""
    draft = unfinished(target)
    database = draft / f"samspil-{target.name}.duckdb"
    try:
        draft.mkdir()
        shutil.copyfile(source, database)
        _check_bytes(database)
        with closing(open_warehouse(database)) as build:
            _check(build, content)
            _fill(draft, build, content)
            _write_facts(draft, build, content, today)
        _seal(draft, target.name)
        draft.rename(target)
        _to_disk(target.parent)
    finally:
        remove(draft)


def _check_bytes(database: Path) -> None:
    """Refuse bytes other than those that were written as the newest build; raises DataError."""
    if explicit_database() is None and checksum(database) != stated_checksum():
        raise DataError(
            "the newest build is not what was written: `python -m etl verify` says more; run "
            "`python -m etl build` first"
        )


def _check(build: Warehouse, content: Snapshots) -> None:
    """Refuse a build of another release or of other data; raises DataError."""
    release, again = content.known.release, "run `python -m etl build` first"
    said = build.build.release, build.build.newest_year, pd.Timestamp(build.build.release_date)
    if said != (release.name, release.year, pd.Timestamp(release.date)):
        raise DataError(
            f"{RELEASE_FILE}: says {release.name} of {release.date}, but the newest build is of "
            f"{said[0]} of {said[2]:%Y-%m-%d}; {again}"
        )
    if build.build.method != method_stamp(content.folder / CODEBOOK_FILE):
        raise DataError(f"{CODEBOOK_FILE}: is not what the newest build was made with; {again}")
    held = dict(build.rows("SELECT name, sha256 FROM snapshot"))
    for name, found in content.checksums().items():
        if name in content.rows() and held.get(name) != found:
            raise DataError(f"{name}: is not what the newest build was made of; {again}")


def _fill(folder: Path, build: Warehouse, content: Snapshots) -> None:
    """Write the files that readers take along."""
    name = build.build.release
    log.info("Writing the data package …")
    write_package(build, folder / f"samspil-{name}.zip", release=True)
    shutil.copyfile(content.folder / CODEBOOK_FILE, folder / CODEBOOK_FILE)
    log.info("Comparing with the release before …")
    for language, text in _changes(build).items():
        (folder / FILES[language]).write_text(text, encoding="utf-8")
    for part in PARTS:
        part(build, folder)


def _previous(name: str) -> Release | None:
    """The newest release before the one of that name."""
    return next((r for r in releases() if order(r.name) < order(name)), None)


def _changes(build: Warehouse) -> dict[str, str]:
    """The text of what changed since the release before, by language."""
    name, words = build.build.release, [translator(language) for language in LANGUAGES]
    previous = _previous(name)
    if previous is None:
        return {t.language: first_release(name, t) for t in words}
    try:
        found = compare(open_release(previous.name), build)
    except OutdatedBuildError:
        return {t.language: not_comparable(name, previous.name, t) for t in words}
    return {t.language: what_changed(name, previous.name, found, t) for t in words}


def _write_facts(folder: Path, build: Warehouse, content: Snapshots, today: date) -> None:
    """What the release says of itself, so that a later program knows it without its tables."""
    release, said, before = content.known.release, build.build, _previous(build.build.release)
    facts = {
        "name": release.name,
        "date": release.date.isoformat(),
        "note": release.note,
        "frozen_on": today.isoformat(),
        "previous": before.name if before else None,
        "database": build.path.name,
        "build": said.id,
        "schema_version": int(said.schema_version),
        "codebook_version": said.codebook_version,
        "method": said.method,
    }
    text = json.dumps(facts, ensure_ascii=False, indent=2) + "\n"
    (folder / FACTS).write_text(text, encoding="utf-8")


def _seal(folder: Path, name: str) -> None:
    """Note the checksum of every file, and bring all to the disk."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{checksum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    for path in (*files, folder / SUMS):
        path.chmod(READ_ONLY)
    none = pd.DataFrame(columns=["retrieved_on", "date"])
    (folder / NOTICES).write_bytes(as_bytes(name, none))
    for path in (*folder.rglob("*"), folder):
        _to_disk(path)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
