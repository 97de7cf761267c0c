"""Whether a file may be opened as a workbook: nothing in it runs, points out, or explodes."""

import re
import zipfile
from pathlib import Path

from etl.errors import DataError, shown

LARGEST_FILE = 5_000_000
LARGEST_WHOLE = 40_000_000
"""Bytes of a file, and of all that is packed in it."""

MOST_PACKED = 200
"""So many times smaller than itself a part may be packed."""

MOST_PARTS, MOST_ROWS, MOST_CELLS = 200, 400, 8_000
"""A workbook of ours has about 20 parts; its longest sheet about 40 rows."""

SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml")
ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
ROW_NUMBER = re.compile(rb"<(?:\w+:)?(?:row|c)\b[^>]*?\sr=[\"'][A-Z]*(\d+)[\"']")
OUTWARD = re.compile(rb"<Relationship\b(?![^>]*/hyperlink[\"'])[^>]*TargetMode=[\"']External")
"""What leads out of the file, an address that somebody typed aside."""

CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")

FORBIDDEN = {
    "vbaproject": "holds macros",
    "externallinks/": "links to other files",
    "embeddings/": "holds other files",
    "activex/": "holds controls",
    "connections.xml": "holds connections",
    "querytables/": "holds queries",
}
"""Parts that no workbook of ours has, by what their names hold."""


def check_safe(file: Path) -> None:
    """Raise DataError, a line for everything that is wrong, where a file may not be opened."""
    try:
        size = file.stat().st_size
        if size > LARGEST_FILE:
            raise DataError(f"{file.name}: has {size} bytes; one of ours is far smaller")
        with zipfile.ZipFile(file) as packed:
            _check_parts(file.name, packed.infolist())
            wrong = [said for part in packed.infolist() for said in _wrong(packed, part)]
    except OSError as error:
        raise DataError(f"{file.name}: cannot be read ({error.strerror})") from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise DataError(f"{file.name}: is no workbook (.xlsx)") from error
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
        found.append(f"{shown(part.filename)} declares entities")
    if OUTWARD.search(content):
        found.append("links to other files")
    if SHEETS.fullmatch(part.filename):
        found += _too_long(content)
    return found


def _too_long(sheet: bytes) -> list[str]:
    """Whether a sheet has more rows or cells than any of ours."""
    last = max(map(int, ROW_NUMBER.findall(sheet)), default=0)
    rows, cells = len(ROW.findall(sheet)), len(CELL.findall(sheet))
    if max(last, rows) > MOST_ROWS:
        return [f"has a sheet of {max(last, rows)} rows; a sheet of ours has at most {MOST_ROWS}"]
    if cells > MOST_CELLS:
        return [f"has a sheet of {cells} cells; a sheet of ours has at most {MOST_CELLS}"]
    return []
