"""A build as a data package: one CSV a table, described as Frictionless asks for it.

The description follows Data Package v1 (https://specs.frictionlessdata.io/data-package/). What
tables and columns mean is read from the build itself, and so are licences and sources.
"""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from samspil.files import replace_file
from samspil.harmless import harmless
from samspil.warehouse.builds import Warehouse
from samspil.warehouse.schema import COLUMNS, KEYS, TABLES

DESCRIPTION = "datapackage.json"
"""The file of the package that describes the others."""

TYPES = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "BLOB": "string",
}
"""What the types of the schema are called in a table schema."""

LICENCES = {
    "CC BY 4.0": {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"},
    "MIT": {"name": "MIT", "path": "https://opensource.org/license/mit"},
}
"""The licences of snapshots that have a name and an address of their own."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time that every file of the archive says, so that the same build gives the same bytes."""

READABLE, UNIX = 0o100644 << 16, 3
"""A file that its owner writes and all may read, as an archive notes it."""


def write_package(warehouse: Warehouse, path: Path, *, release: bool = False) -> None:
    """Write the package of a build to `path`, whole or not at all.

    Args:
        warehouse: the build.
        path: the zip.
        release: whether it is the release of its name, else it is called a draft.

    Raises:
        OSError: it cannot be written.
    """
    replace_file(path, package(warehouse, release=release))


def package(warehouse: Warehouse, *, release: bool = False) -> bytes:
    """The package as the bytes of a zip, the same for the same build.

    Numbers have a decimal point, days and times are those of ISO 8601, what is not known is empty,
    outlines are hexadecimal. Text that a spreadsheet would take for a formula has an apostrophe in
    front.
    """
    columns, keys = warehouse.query(COLUMNS), warehouse.query(KEYS)
    files, resources = {}, []
    for name, comment in warehouse.rows(TABLES):
        own = columns[columns["table"] == name]
        if own.empty:  # a view shows the columns of a table
            continue
        content = _csv(warehouse, name, own)
        files[f"{name}.csv"] = content
        resources.append(_resource(name, comment, own, keys[keys["table"] == name], content))
    said = _description(warehouse, release=release) | {"resources": resources}
    described = json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"
    return _zip({DESCRIPTION: described} | files)


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _csv(warehouse: Warehouse, table: str, columns: pd.DataFrame) -> bytes:
    """The rows of a table in the order of their values, UTF-8, lines as RFC 4180 has them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns["name"])
    for row in warehouse.rows(f'FROM "{table}" ORDER BY ALL'):
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else repr(value)


def _resource(
    name: str, comment: str, columns: pd.DataFrame, keys: pd.DataFrame, content: bytes
) -> dict[str, Any]:
    primary = keys[keys["kind"] == "PRIMARY KEY"]["columns"]
    key = [str(column) for column in primary.iloc[0]] if len(primary) else []
    others = keys[keys["kind"] == "FOREIGN KEY"].to_dict("records")
    foreign = [
        {
            "fields": list(other["columns"]),
            "reference": {
                "resource": other["referenced_table"],
                "fields": list(other["referenced_columns"]),
            },
        }
        for other in others
    ]
    fields = [_field(row, key) for row in columns.to_dict("records")]
    table: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    table |= {"primaryKey": key} if key else {}
    table |= {"foreignKeys": foreign} if foreign else {}
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "description": f"One row: {comment}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": table,
    }


def _field(column: dict, key: list[str]) -> dict[str, Any]:
    """A column; a text that is always there may be empty, which a CSV does not tell apart."""
    kind = TYPES[column["type"]]
    always = not column["is_nullable"] and (kind != "string" or column["name"] in key)
    said = {"name": column["name"], "type": kind, "description": column["comment"]}
    return said | ({"constraints": {"required": True}} if always else {})


def _description(warehouse: Warehouse, *, release: bool) -> dict[str, Any]:
    build = warehouse.build
    snapshots = warehouse.query("FROM snapshot ORDER BY name").to_dict("records")
    called = f"release {build.release}" if release else f"draft of {build.built_at:%Y-%m-%d}"
    return {
        "profile": "tabular-data-package",
        "name": f"samspil-{build.release if release else build.id}".lower(),
        "title": f"Samspil, {called}",
        "description": (
            "How far Denmark's 98 municipalities have come in working with voluntary social "
            "organisations, from public sources: what was read, and the scores that follow from "
            "it. Unknown is not zero: a municipality and criterion of which nothing is known has "
            "no row in assessment. Each file loaded, with its terms, is a row of snapshot. Text "
            "that a spreadsheet would take for a formula has an apostrophe in front."
        ),
        "version": build.release if release else build.id,
        "build": build.id,
        "created": f"{build.built_at.isoformat(timespec='seconds')}Z",
        "licenses": _licences(snapshots),
        "sources": [_source(row) for row in snapshots],
    }


def _licences(snapshots: list[dict]) -> list[dict[str, str]]:
    """Every licence once; one without a name of its own is told by the address of its terms."""
    found = {}
    for row in snapshots:
        said = LICENCES.get(row["licence"]) or {"path": row["address"]}
        found[row["licence"]] = said | {"title": row["licence"]}
    return [found[licence] for licence in sorted(found)]


def _source(snapshot: dict) -> dict[str, str]:
    said = {"title": snapshot["source"], "file": snapshot["name"]}
    said |= {"path": snapshot["address"]} if snapshot["address"] else {}
    return said | {
        "licence": snapshot["licence"],
        "attribution": snapshot["attribution"],
        "retrieved_at": f"{snapshot['retrieved_at']:%Y-%m-%d}",
        "caveat": snapshot["caveat_en"],
    }
