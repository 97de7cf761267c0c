"""The figures and pictures that were made ahead for a build, and the list that names them.

They lie in `figures/<build id>/` beside the build's file, in a release among its frozen files. The
list is replaced as a whole when all is there, so that what it does not name is not there yet.
"""

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from samspil.warehouse.builds import Warehouse, WarehouseError, newest_build
from samspil.warehouse.releases import frozen_file, releases

FOLDER, LIST = "figures", "figures.json"
"""Where the folders of builds lie, and the list in each."""

PATH = "figurer"
"""The first part of the address of each file."""

BUILD = re.compile(r"[\w-]{1,80}", re.ASCII)
"""What the id of a build may look like."""

LIMIT = 4_000_000
"""Bytes of a list that are read; a real one has about 100,000."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """What was made ahead for a build: the files by what they show.

    folder: where they lie. files: their names by key, such as "kort?lag=total#country all".
    written: tells a list from one that takes its place.
    """

    folder: Path
    files: Mapping[str, str] = field(default_factory=dict)
    written: tuple[int, int] = (0, 0)

    def path(self, key: str) -> Path | None:
        """The file that shows this, None where it was not made."""
        name = self.files.get(key)
        return self.folder / name if name else None

    def text(self, key: str) -> str | None:
        """Its content as text, None where it was not made or cannot be read."""
        path = self.path(key)
        try:
            return path.read_text(encoding="utf-8") if path else None
        except (OSError, ValueError) as error:
            log.warning("%s: was made ahead, but cannot be read (%s)", path, error)
            return None


def drawing_key(name: str, texts: Mapping[str, str], part: str, language: str) -> str:
    """What the list calls a drawing.

    Args:
        name: of the figure.
        texts: what it is drawn for, as it stands in an address.
        part: of the map, or the width.
        language: "da" or "en".
    """
    said = "&".join(f"{key}={text}" for key, text in sorted(texts.items()))
    return f"{name}?{said}#{part} {language}"


def preview_key(name: str, language: str) -> str:
    """What the list calls the preview picture of a page or a municipality (by its code)."""
    return f"preview {name} {language}"


def figures_folder(house: Warehouse, beside: Path | None = None) -> Path:
    """Where the figures of a build are written to: beside its own file, or beside another one."""
    return (beside or house.path).parent / FOLDER / house.build.id


def made_for(house: Warehouse) -> Made:
    """What was made ahead for a build; nothing where no list is there.

    A release that was frozen without its figures has those that were made for its build.
    """
    folders = [beside / house.build.id for beside in (house.path.parent / FOLDER, *_beside())]
    return next(filter(None, map(_made, folders)), Made(folders[0]))


def _beside() -> list[Path]:
    """The folder of figures beside the newest build, where there is one."""
    try:
        return [newest_build().parent / FOLDER]
    except WarehouseError:
        return []


def _made(folder: Path) -> Made | None:
    """What the list in a folder names, None where there is no list."""
    try:
        found = (folder / LIST).stat()
    except OSError:
        return None
    return _read(folder, (found.st_mtime_ns, found.st_ino))


def picture_address(house: Warehouse, name: str) -> str:
    """Where the site hands out a file of a build, from its root."""
    return f"/{PATH}/{house.build.id}/{name}"


def listed(build: str, name: str) -> bytes | None:
    """The content of a file that the list of a build names; None for anything else.

    Args:
        build: its id; may be anything.
        name: of the file; may be anything.

    Raises:
        TamperedReleaseError: a file of the release that the build became is not what was frozen.
    """
    if not BUILD.fullmatch(build) or name == LIST:
        return None
    frozen = [frozen_file(release, f"{FOLDER}/{build}/{name}")
              for release in releases() if release.build == build]  # fmt: skip
    beside = [made.folder / name for made in map(_made, [f / build for f in _beside()])
              if made and name in made.files.values()]  # fmt: skip
    path = next(filter(None, [*frozen, *beside]), None)
    try:
        return path.read_bytes() if path else None
    except OSError as error:
        log.warning("%s: was made ahead, but cannot be read (%s)", name, error)
        return None


@lru_cache(maxsize=8)
def _read(folder: Path, written: tuple[int, int]) -> Made:
    """The list in a folder; read again when it was replaced."""
    try:
        with (folder / LIST).open("rb") as file:
            files = json.loads(file.read(LIMIT))["files"]
        named = {str(key): Path(str(name)).name for key, name in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        log.warning("%s: cannot be read (%s)", folder / LIST, error)
        named = {}
    return Made(folder, named, written)
