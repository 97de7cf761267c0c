"""Whether a file may be opened as a workbook: nothing in it runs, points out, or explodes."""

import lzma
import re
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from xml.parsers import expat

from etl.errors import DataError, shown

LARGEST_FILE = 5_000_000
LARGEST_WHOLE = 40_000_000
"""Bytes of a file, and of all that is packed in it."""

MOST_PACKED = 200
"""So many times smaller than itself a part may be packed."""

MOST_PARTS, MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 200, 400, 26, 8_000
"""A workbook of ours has about 20 parts; its longest sheet about 40 rows, its widest 10 columns."""

PLACED = {"row": "r", "c": "r", "mergeCell": "ref", "hyperlink": "ref", "comment": "ref"}
"""What makes the library create cells, up to the place that the attribute names."""

NUMBER, BEYOND_Z = re.compile(r"\d+"), re.compile(r"[A-Za-z]{2,}")
"""Of a place such as A1:XFD40 its rows, and its columns after the 26th."""

OUTWARD = re.compile(rb"<Relationship\b(?![^>]*/hyperlink[\"'])[^>]*TargetMode=[\"']External")
"""What leads out of the file, an address that somebody typed aside."""

FORBIDDEN = {
    "vbaproject": "holds macros",
    "externallinks/": "links to other files",
    "embeddings/": "holds other files",
    "activex/": "holds controls",
    "connections.xml": "holds connections",
    "querytables/": "holds queries",
}
"""Parts that no workbook of ours has, by what their names hold."""

DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error,
           lzma.LZMAError)  # fmt: skip
"""What reading a damaged archive raises; a part packed by bzip2 an OSError that has no number."""


def check_safe(file: Path) -> None:
    """Raise DataError, a line for everything that is wrong, where a file may not be opened."""
    try:
        size = file.stat().st_size
        if size > LARGEST_FILE:
            raise DataError(f"{file.name}: has {size} bytes; one of ours is far smaller")
        with zipfile.ZipFile(file) as packed:
            _check_parts(file.name, packed.infolist())
            wrong = [said for part in packed.infolist() for said in _wrong(packed, part)]
    except DAMAGED as error:
        raise DataError(f"{file.name}: is no workbook (.xlsx)") from error
    except OSError as error:
        said = f"cannot be read ({error.strerror})" if error.errno else "is no workbook (.xlsx)"
        raise DataError(f"{file.name}: {said}") from error
    if wrong:
        raise DataError("\n".join(f"{file.name}: {said}" for said in dict.fromkeys(wrong)))


def _check_parts(name: str, parts: list[zipfile.ZipInfo]) -> None:
    """Refuse what would be too large to unpack, before anything is; raises DataError."""
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > LARGEST_WHOLE:
        raise DataError(f"{name}: unpacks to {len(parts)} parts of {whole} bytes; it is not opened")
    for part in parts:
        if part.file_size > MOST_PACKED * max(part.compress_size, 1):
            raise DataError(
                f"{name}: {shown(part.filename)} is packed too tightly; it is not opened"
            )


def _wrong(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> list[str]:
    """All that is wrong with one part."""
    name = part.filename.lower()
    found = [why for sign, why in FORBIDDEN.items() if sign in name]
    if not name.endswith((".xml", ".rels")):
        return found
    content = packed.read(part)
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [*found, f"{shown(part.filename)} is not UTF-8"]
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        return [*found, f"{shown(part.filename)} declares entities"]
    if OUTWARD.search(content):
        found.append("links to other files")
    return [*found, *_too_large(content)]


def _too_large(content: bytes) -> list[str]:
    """Whether a part has more rows or cells than a sheet of ours, or names a place beyond one."""
    counts, rows, columns = Counter[str](), {0}, set[str]()

    def note(name: str, given: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind in PLACED:
            counts[kind] += 1
            place = given.get(PLACED[kind], "")
            rows.update(map(int, NUMBER.findall(place)))
            columns.update(BEYOND_Z.findall(place))

    parser = expat.ParserCreate()
    parser.StartElementHandler = note
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return []  # the library says so, should it need that part
    last = max(counts["row"], *rows)
    if last > MOST_ROWS:
        return [f"has a sheet of {last} rows; a sheet of ours has at most {MOST_ROWS}"]
    if columns:
        return [f"has a sheet that reaches to {max(columns)}; a sheet of ours ends before Z"]
    if counts["c"] > MOST_CELLS:
        return [f"has a sheet of {counts['c']} cells; a sheet of ours has at most {MOST_CELLS}"]
    return []
