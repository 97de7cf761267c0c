"""data/sources.toml: where each snapshot comes from, and the content that was accepted."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.errors import DataError, shown
from etl.tables import is_address, read_text

FILE = "sources.toml"
TEXTS = ("source", "licence", "attribution", "caveat_da", "caveat_en")


@dataclass(frozen=True)
class Source:
    """One snapshot: its publisher, terms and caveats, and the accepted checksum and row count."""

    name: str
    source: str
    address: str
    licence: str
    attribution: str
    retrieved_at: date
    caveat_da: str
    caveat_en: str
    sha256: str
    rows: int


@dataclass(frozen=True)
class Manifest:
    """Every snapshot by its file name, and how many cells the accepted evidence makes known."""

    sources: dict[str, Source]
    known_cells: int


def read_manifest(path: Path, files: tuple[str, ...]) -> Manifest:
    """The list of sources, which must describe each of `files`; raises DataError."""
    try:
        content = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: is not valid TOML ({error})") from error
    tables = content.get("snapshot", {})
    known_cells = content.get("release", {}).get("known_cells")
    if not isinstance(tables, dict) or not isinstance(known_cells, int):
        raise DataError(f"{path.name}: has no [release] with known_cells or no [snapshot.…]")
    return Manifest({name: _source(path, name, tables.get(name)) for name in files}, known_cells)


def _source(path: Path, name: str, table: object) -> Source:
    where = f"{path.name}: snapshot {name!r}"
    if not isinstance(table, dict):
        raise DataError(f"{where} is not described")
    for field in TEXTS:
        if not isinstance(table.get(field), str) or not table[field]:
            raise DataError(f"{where} has no text in {field!r}")
    address = table.get("address")
    if not isinstance(address, str) or (address and not is_address(address)):
        raise DataError(f"{where} has {shown(address)} in 'address', not an http(s) address")
    if type(table.get("retrieved_at")) is not date:
        raise DataError(
            f"{where} has {shown(table.get('retrieved_at'))} in 'retrieved_at', no date"
        )
    if not isinstance(table.get("sha256"), str) or not isinstance(table.get("rows"), int):
        raise DataError(f"{where} lacks sha256 or rows; run `python -m etl accept`")
    fields = ("address", "retrieved_at", "sha256", "rows", *TEXTS)
    return Source(name=name, **{field: table[field] for field in fields})


def checksum(path: Path) -> str:
    """The sha256 of a file, in hex digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def with_accepted(text: str, release: dict[str, object], snapshots: dict[str, dict]) -> str:
    """The text of sources.toml with new machine-kept values; everything else stays as it is."""
    section, lines = None, []
    for line in text.splitlines():
        if heading := re.match(r'\[(?:snapshot\.)?"?([^"\]]+)"?\]', line):
            section = heading.group(1)
        values = release if section == "release" else snapshots.get(section, {})
        key = line.split("=", 1)[0].strip()
        lines.append(f"{key} = {_toml(values[key])}" if key in values else line)
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else " " for c in escaped) + '"'
