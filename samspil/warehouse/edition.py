"""Whether a build is a release or a draft."""

from dataclasses import dataclass

import duckdb

from samspil.warehouse.builds import Warehouse, WarehouseError
from samspil.warehouse.releases import Release, open_release, releases

COMPUTED = ("score", "rank_band")
"""Tables that follow from the others, and whose last decimals adding in another order changes."""


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

    Neither the build's id nor its time nor what is computed from the rest counts.
    """
    tables = warehouse.query("SELECT table_name AS name FROM duckdb_tables()")["name"]
    parts = [
        f"SELECT '{name}' AS name, concat_ws(' ', count(*), bit_xor(hash(t))) AS said"
        f" FROM (SELECT {'* EXCLUDE (id, built_at)' if name == 'build' else '*'}"
        f' FROM "{name}") AS t'
        for name in sorted(set(tables) - set(COMPUTED))
    ]
    rows = warehouse.query(" UNION ALL ".join(parts))
    return dict(zip(rows["name"], rows["said"], strict=True))
