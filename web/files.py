"""Files that never change while the server runs: found at the start, then compressed once."""

import mimetypes
import re
from collections.abc import Collection
from pathlib import Path

from web.codings import Cache, digest_of, pack
from web.content import IMMUTABLE, REVALIDATE, Content

# What the operating system says of these differs, and browsers run no script of another type.
TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_TEXT = re.compile(r"text/|application/json|image/svg\+xml")
_HASHED = re.compile(r"\.[\w-]{8}\.\w+$")


def files_in(folder: Path, address: str, *, hashed: bool = False) -> dict[str, Content]:
    """The files below a folder by their address; HTML is left out, for pages have their own.

    Args:
        folder: where to look.
        address: what stands before the path within the folder, such as "/app/static".
        hashed: whether a name like "index.DormvYxC.js" holds a hash of the content, so that
            browsers may keep the file for good.
    """
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".html")
    return {
        f"{address}/{path.relative_to(folder).as_posix()}": _content(path, hashed) for path in paths
    }


def _content(path: Path, hashed: bool) -> Content:
    body = path.read_bytes()
    kept = hashed and _HASHED.search(path.name)
    guessed = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    return Content(
        media_type=guessed or "application/octet-stream",
        digest=digest_of(body),
        size=len(body),
        read=path.read_bytes,
        cache_control=IMMUTABLE if kept else REVALIDATE,
    )


def compress(files: Collection[Content], cache: Cache) -> None:
    """Give each text its compressed forms: gzip for all first, which is quick, then brotli.

    Brotli takes ten seconds or more for all of Streamlit, so this runs in a thread beside the
    server; a file is sent plain until its turn has come.
    """
    texts = [file for file in files if _TEXT.match(file.media_type)]
    for coding in ("gzip", "br"):
        for file in sorted(texts, key=lambda file: -file.size):
            packed = cache.get(file.digest, coding)
            if packed is None:
                packed = pack(file.read(), coding)
                cache.put(file.digest, coding, packed)
            if len(packed) < file.size:
                file.encodings[coding] = packed
    cache.tidy({file.digest for file in texts})
