"""Compressed bytes, made once and kept in a folder between starts."""

import gzip
import hashlib
import logging
import time
import zlib
from contextlib import suppress
from pathlib import Path

import brotli

from samspil.files import replace_file

log = logging.getLogger(__name__)

PREFERRED = ("br", "gzip")
"""Content codings on offer, the smallest first."""

_PACK = {
    # The best quality, 11, takes three times as long for two per cent.
    "br": lambda body: brotli.compress(body, quality=10),
    "gzip": lambda body: gzip.compress(body, mtime=0),
}
_UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
_DAMAGED = (OSError, EOFError, zlib.error, brotli.error)
_DAY = 24 * 60 * 60


def digest_of(body: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def pack(body: bytes, coding: str) -> bytes:
    """The bytes in a content coding, as small as it makes them."""
    return _PACK[coding](body)


class Cache:
    """A folder of compressed files, named by the hash of what they hold and by the coding.

    Servers may share it: a file is complete under its name or not there, and one that is damaged
    is not used. Where the folder cannot be written, every start compresses anew.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist."""
        self.folder = folder
        self._writable = True

    def get(self, digest: str, coding: str) -> bytes | None:
        """What was kept, or None.

        It is unpacked to see that it is whole: browsers would keep a damaged script for a year.
        """
        with suppress(*_DAMAGED):
            packed = self._path(digest, coding).read_bytes()
            if digest_of(_UNPACK[coding](packed)) == digest:
                return packed
        return None

    def put(self, digest: str, coding: str, packed: bytes) -> None:
        """Keep compressed bytes, or log once why they cannot be kept."""
        path = self._path(digest, coding)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, packed)
        except OSError as error:
            if self._writable:
                log.warning("Compressed files are kept in memory alone: %s", error)
            self._writable = False

    def tidy(self, digests: set[str]) -> None:
        """Remove what is neither of these contents nor of the last day.

        That is what an earlier Streamlit needed, and what a killed server left unfinished.
        """
        needed = {self._path(digest, coding) for digest in digests for coding in PREFERRED}
        with suppress(OSError):
            for path in set(self.folder.iterdir()) - needed:
                if path.stat().st_mtime < time.time() - _DAY:
                    path.unlink(missing_ok=True)

    def _path(self, digest: str, coding: str) -> Path:
        return self.folder / f"{digest}.{coding}"
