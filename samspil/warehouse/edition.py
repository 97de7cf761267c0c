"""Whether a build is a release or a draft."""

from dataclasses import dataclass

import duckdb

from samspil.model.scoring import DECIMALS
from samspil.warehouse.builds import Warehouse, WarehouseError
from samspil.warehouse.releases import Release, open_release, releases

COLUMNS = f"""
SELECT
    table_name AS name,
    CASE data_type
        WHEN 'DOUBLE' THEN 'round("' || column_name || '", {DECIMALS})'
        ELSE '"' || column_name || '"'
    END AS said
FROM duckdb_columns()
WHERE NOT internal AND NOT (table_name = 'build' AND column_name IN ('id', 'built_at'))
ORDER BY table_name, column_index
"""


@dataclass(frozen=True)
class Edition:
    """What a build is.

    name: of the release. draft: whether it is no release but a draft. frozen: whether the release
    of that name is frozen; a draft then comes after it, and else leads up to it.
    """

    name: str
    draft: bool
    frozen: bool


def edition_of(newest: Warehouse) -> Edition:
    """What a build is: the release whose contents it has, else a draft.

    A release that cannot be opened is one whose contents it does not have.
    """
    name = newest.build.release
    for release in releases():
        if release.name == name:
            return Edition(name, draft=not _is(newest, release), frozen=True)
    return Edition(name, draft=True, frozen=False)


def _is(build: Warehouse, release: Release) -> bool:
    if build.build.id == release.build:
        return True
    try:
        frozen = open_release(release.name)
        return _loaded(build) == _loaded(frozen) and contents(build) == contents(frozen)
    except (WarehouseError, duckdb.Error):
        return False


def _loaded(warehouse: Warehouse) -> list[tuple]:
    """What was loaded: quick to ask, and enough to tell most builds apart."""
    rows = warehouse.query("SELECT name, sha256 FROM snapshot ORDER BY name")
    return list(rows.itertuples(index=False, name=None))


def contents(warehouse: Warehouse) -> dict[str, str]:
    """A number for all rows of each table, the same for the same rows within one process.

    Neither the build's id nor its time counts.
    """
    columns = warehouse.query(COLUMNS)
    parts = [
        f"SELECT '{name}' AS name, concat_ws(' ', count(*), bit_xor(hash(t))) AS said"
        f' FROM (SELECT {", ".join(own["said"])} FROM "{name}") AS t'
        for name, own in columns.groupby("name")
    ]
    rows = warehouse.query(" UNION ALL ".join(parts))
    return dict(zip(rows["name"], rows["said"], strict=True))
