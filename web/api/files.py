"""The data as files: the whole database, all tables as a package, and those of a release."""

import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp

import samspil
from samspil.files import unfinished
from samspil.present.api.page import ADDRESS
from samspil.present.api.questions import Refused, pairs, shown
from samspil.present.api.shelf import Book, Shelf
from samspil.present.i18n import Translator
from samspil.warehouse.builds import (
    Warehouse,
    WarehouseError,
    explicit_database,
    open_warehouse,
)
from samspil.warehouse.frozen import checksum
from samspil.warehouse.notices import as_bytes
from samspil.warehouse.package import write_package
from samspil.warehouse.releases import (
    NOTICES,
    SUMS,
    Release,
    UnknownReleaseError,
    check,
    find,
    frozen_file,
)
from web.api.answers import content, sent
from web.api.endpoint import AN_HOUR, OPEN, Answer
from web.codings import digest_of
from web.content import IMMUTABLE, REVALIDATE, is_known

log = logging.getLogger(__name__)

DATABASE, PACKAGE = "samspil.duckdb", "samspil.zip"
TYPES = {
    ".duckdb": "application/vnd.duckdb",
    ".zip": "application/zip",
    ".json": "application/json",
    ".toml": "text/plain; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    "": "text/plain; charset=utf-8",
}
"""The types of the files by their ending; the checksums have none."""

OTHERS = "application/octet-stream"
"""The type of whatever else a release holds: it is taken along and never shown."""

ROOM = Path(samspil.__file__).parent
"""All that decides what a file holds."""

_DAY = 24 * 60 * 60


def program() -> str:
    """What tells this program from a later or earlier one that may write the same otherwise."""
    sources = sorted(path for ending in ("py", "sql") for path in ROOM.rglob(f"*.{ending}"))
    return digest_of(b"".join(path.read_bytes() for path in sources))[:12]


class Made:
    """Files that are made of a build when somebody first asks, in a folder that may be lost.

    A file is complete under its name or not there. Where the folder cannot be written, a temporary
    one takes its place. The folder outlives the program: what another one made of the same build
    is not taken for its own.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist."""
        self._wanted, self._lock, self._program = folder, Lock(), program()

    @cached_property
    def _folder(self) -> Path:
        try:
            self._wanted.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=self._wanted).close()
        except OSError as error:
            log.warning("Files of data are made in a temporary folder: %s", error)
            self._instead = tempfile.TemporaryDirectory(prefix="samspil-")
            return Path(self._instead.name)
        return self._wanted

    def get(self, name: str, make: Callable[[Path], None]) -> Path:
        """The file of that name, from `make` where it is not there; it is made once at a time."""
        with self._lock:
            path = self._folder / f"{self._program}-{name}"
            if not path.is_file():
                draft = unfinished(path)
                try:
                    make(draft)
                    draft.replace(path)
                finally:
                    draft.unlink(missing_ok=True)
                self._tidy(path)
            return path

    def _tidy(self, made: Path) -> None:
        """Remove what was made more than a day ago: older builds, and what a kill left behind."""
        for path in self._folder.iterdir():
            with suppress(OSError):
                if path != made and path.stat().st_mtime < time.time() - _DAY:
                    path.unlink()


def newest_answer(shelf: Shelf, made: Made, name: str) -> Answer:
    """What answers for DATABASE or PACKAGE of the newest build."""

    def give(request: Request, t: Translator) -> ASGIApp:
        pairs(request.scope["query_string"], (), name, t)
        book = shelf.newest()
        path = _database(book.house, made) if name == DATABASE else _package(book, made)
        build = book.house.build.id
        # The same build may be packed in another way, by a later program or as the release it is.
        tag = build if name == DATABASE else _digest(path)
        return _file(request, path, tag, f"samspil-{build}{path.suffix}", REVALIDATE)

    return give


def _database(house: Warehouse, made: Made) -> Path:
    """The file of a build; of one that may be replaced under its name, a copy that stays."""
    if explicit_database() is None:
        return house.path

    def copy(path: Path) -> None:
        shutil.copyfile(house.path, path)
        with closing(open_warehouse(path)) as copied:
            if copied.build.id != house.build.id:
                raise WarehouseError(f"{house.path.name}: another build has taken its place")

    return made.get(f"{house.build.id}.duckdb", copy)


def _package(book: Book, made: Made) -> Path:
    ending = "-draft.zip" if book.edition.draft else ".zip"
    return made.get(
        f"{book.house.build.id}{ending}",
        lambda path: write_package(book.house, path, release=not book.edition.draft),
    )


def _digest(path: Path) -> str:
    """The sha256 of a file, computed once as long as it is not touched."""
    found = path.stat()
    return _summed(path, found.st_ino, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=8)
def _summed(path: Path, *state: int) -> str:
    return checksum(path)


def release_answer(shelf: Shelf) -> Answer:
    """What answers for the files of releases; `shelf` knows what was corrected since."""

    def give(request: Request, t: Translator) -> ASGIApp:
        name = request.path_params["name"]
        pairs(request.scope["query_string"], (), shown(name), t)
        release = _release(request.path_params["release"], t)
        if name == NOTICES:
            return content(sent(_notices(release, shelf)), TYPES[".json"], AN_HOUR)
        return _frozen(request, release, name, t)

    return give


def _frozen(request: Request, release: Release, name: str, t: Translator) -> ASGIApp:
    """A file by its own name; those of the data by the names of the newest too."""
    own = {DATABASE: release.database.name, PACKAGE: f"{release.database.stem}.zip"}
    path = _sums(release) if name == SUMS else frozen_file(release, own.get(name, name))
    if path is None:
        said = t("Udgaven {release} har ingen fil, der hedder {name}.")
        raise Refused(said.format(release=release.name, name=shown(name)), status=404)
    named = quote(path.relative_to(release.folder).as_posix())
    # No checksum guards the list of them, so that its own content is its tag.
    tag = checksum(path) if name == SUMS else f"{release.build}-{named}"
    return _file(request, path, tag, path.name, IMMUTABLE)


def _sums(release: Release) -> Path:
    """The checksums, where they are what the files have: browsers keep them for a year."""
    check(release)
    return release.folder / SUMS


def _release(name: str, t: Translator) -> Release:
    try:
        return find(name)
    except UnknownReleaseError as error:
        said = t("Der er ingen udgave, der hedder {name}; {address} har dem, der er.")
        raise Refused(said.format(name=shown(name), address=ADDRESS), status=404) from error


def _notices(release: Release, shelf: Shelf) -> bytes:
    """What was corrected since; the file may be lost, and the next build would write the same."""
    try:
        return (release.folder / NOTICES).read_bytes()
    except OSError:
        return as_bytes(release.name, shelf.settled(release))


def _file(request: Request, path: Path, tag: str, name: str, cache_control: str) -> ASGIApp:
    """The file, or a part of it, or that the reader holds it already."""
    headers = {"ETag": f'"{tag}"', "Cache-Control": cache_control, **OPEN}
    if is_known(headers["ETag"], ",".join(request.headers.getlist("if-none-match"))):
        return Response(status_code=304, headers=headers)
    return FileResponse(
        path, headers=headers, media_type=TYPES.get(path.suffix, OTHERS), filename=name
    )
