"""data/sources.toml: where each snapshot comes from and on which terms."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.errors import DataError, shown
from etl.tables import is_address, read_text

FILE = "sources.toml"
TEXTS = ("source", "licence", "attribution", "caveat_da", "caveat_en")


@dataclass(frozen=True)
class Provenance:
    """Of one snapshot: its publisher, where and when it was retrieved, its terms and caveats."""

    name: str
    source: str
    address: str
    licence: str
    attribution: str
    retrieved_at: date
    caveat_da: str
    caveat_en: str


def read_manifest(path: Path, files: tuple[str, ...]) -> dict[str, Provenance]:
    """The provenance of each of `files`, and of no other file; raises DataError."""
    try:
        content = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: is not valid TOML ({error})") from error
    tables = content.get("snapshot", {})
    if not isinstance(tables, dict):
        raise DataError(f"{path.name}: has no [snapshot.…]")
    if unknown := sorted(set(tables) - set(files)):
        raise DataError(f"{path.name}: snapshot {unknown[0]!r} is no source in etl/sources/")
    return {name: _provenance(path, name, tables.get(name)) for name in files}


def _provenance(path: Path, name: str, table: object) -> Provenance:
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
    fields = ("address", "retrieved_at", *TEXTS)
    return Provenance(name=name, **{field: table[field] for field in fields})
