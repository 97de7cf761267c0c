"""data/sources.toml: where each snapshot comes from, on which terms, and how it is refreshed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from etl.errors import DataError, shown
from etl.tables import is_address, read_text

FILE = "sources.toml"
TEXTS = ("source", "licence", "attribution", "caveat_da", "caveat_en")


@dataclass(frozen=True)
class Provenance:
    """Of one snapshot: its publisher, where and when it was retrieved, its terms and caveats.

    refreshed: what is said otherwise once a refresh has fetched it.
    """

    name: str
    source: str
    address: str
    licence: str
    attribution: str
    retrieved_at: date
    caveat_da: str
    caveat_en: str
    refreshed: Mapping[str, Any] = field(default_factory=dict)

    def as_retrieved(self, retrieved: Mapping[str, Any] | None) -> "Provenance":
        """The same of a file that a refresh has fetched, as accepted.json tells of it."""
        if retrieved is None:
            return self
        day = datetime.fromisoformat(retrieved["at"]).date()
        return replace(self, retrieved_at=day, **self.refreshed)


def read_manifest(path: Path, files: tuple[str, ...]) -> dict[str, Provenance]:
    """The provenance of each of `files`, and of no other file; raises DataError."""
    tables = _tables(path, "snapshot", files)
    return {name: _provenance(path, name, tables.get(name)) for name in files}


def read_plans(path: Path, files: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """How those of `files` are refreshed that [refresh.…] names; raises DataError."""
    plans = _tables(path, "refresh", files)
    for name, plan in plans.items():
        if not isinstance(plan, dict):
            raise DataError(f"{path.name}: refresh {name!r} is not described")
    return plans


def _tables(path: Path, kind: str, files: tuple[str, ...]) -> dict[str, Any]:
    try:
        content = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: is not valid TOML ({error})") from error
    tables = content.get(kind, {})
    if not isinstance(tables, dict):
        raise DataError(f"{path.name}: has no [{kind}.…]")
    if unknown := sorted(set(tables) - set(files)):
        raise DataError(f"{path.name}: {kind} {unknown[0]!r} is no source in etl/sources/")
    return tables


def _provenance(path: Path, name: str, table: object) -> Provenance:
    where = f"{path.name}: snapshot {name!r}"
    if not isinstance(table, dict):
        raise DataError(f"{where} is not described")
    for text in TEXTS:
        if not isinstance(table.get(text), str) or not table[text]:
            raise DataError(f"{where} has no text in {text!r}")
    address = table.get("address")
    if not isinstance(address, str) or (address and not is_address(address)):
        raise DataError(f"{where} has {shown(address)} in 'address', not an http(s) address")
    if type(table.get("retrieved_at")) is not date:
        raise DataError(
            f"{where} has {shown(table.get('retrieved_at'))} in 'retrieved_at', no date"
        )
    known = {name: table[name] for name in ("address", "retrieved_at", *TEXTS)}
    return Provenance(name=name, **known, refreshed=_refreshed(where, table.get("refreshed", {})))


def _refreshed(where: str, table: object) -> dict[str, str]:
    """What is said otherwise of a file that was fetched; raises DataError."""
    if not isinstance(table, dict):
        raise DataError(f"{where} has {shown(table)} in 'refreshed', no table")
    for name, value in table.items():
        if name not in ("address", *TEXTS) or not isinstance(value, str) or not value:
            raise DataError(f"{where} has {shown(value)} in 'refreshed', field {name!r}")
        if name == "address" and not is_address(value):
            raise DataError(f"{where} has {shown(value)} in 'refreshed', not an http(s) address")
    return table
