"""All snapshots of a data folder, parsed and checked."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd

from etl.errors import DataError
from etl.manifest import FILE as MANIFEST_FILE
from etl.manifest import Manifest, checksum, read_manifest
from etl.sources import (
    accounts,
    boundaries,
    corrections,
    evidence,
    municipalities,
    national_series,
    neighbours,
    population,
)
from samspil.codebook import Codebook, load_codebook

FILES = tuple(
    module.FILE
    for module in (
        municipalities,
        boundaries,
        neighbours,
        population,
        accounts,
        evidence,
        national_series,
        corrections,
    )
)


@dataclass(frozen=True)
class Snapshots:
    """The content of a data folder; frames as the modules of etl.sources describe them."""

    folder: Path
    book: Codebook
    manifest: Manifest
    municipalities: pd.DataFrame
    boundaries: gpd.GeoDataFrame
    neighbours: pd.DataFrame
    population: pd.DataFrame
    accounts: pd.DataFrame
    evidence: pd.DataFrame
    national_series: pd.DataFrame
    corrections: pd.DataFrame

    def rows(self) -> dict[str, int]:
        """How many rows each file has."""
        return {name: len(getattr(self, Path(name).stem)) for name in FILES}

    def checksums(self) -> dict[str, str]:
        """The sha256 of each file."""
        return {name: checksum(self.folder / "snapshots" / name) for name in FILES}


def read_snapshots(folder: Path) -> Snapshots:
    """Everything in a data folder, parsed and checked for content, not yet for checksums.

    Raises:
        DataError: a snapshot or sources.toml is wrong.
        CodebookError: the codebook is.
    """
    book = load_codebook(folder / "codebook.toml")
    manifest = read_manifest(folder / MANIFEST_FILE, FILES)
    at = folder / "snapshots"
    places = municipalities.parse(at / municipalities.FILE)
    codes = set(places["code"])
    read_on: date = manifest.sources[evidence.FILE].retrieved_at
    return Snapshots(
        folder=folder,
        book=book,
        manifest=manifest,
        municipalities=places,
        boundaries=boundaries.parse(at / boundaries.FILE, codes),
        neighbours=neighbours.parse(at / neighbours.FILE, codes),
        population=population.parse(at / population.FILE, codes),
        accounts=accounts.parse(at / accounts.FILE, codes),
        evidence=evidence.parse(at / evidence.FILE, codes, book, read_on),
        national_series=national_series.parse(at / national_series.FILE),
        corrections=corrections.parse(at / corrections.FILE, codes, book),
    )


def check_accepted(content: Snapshots) -> None:
    """Compare row counts and, last of all, checksums with those accepted; raises DataError."""
    sources = content.manifest.sources
    for name, rows in content.rows().items():
        if rows != sources[name].rows:
            raise DataError(
                f"{name}: has {rows} rows, but {sources[name].rows} were accepted; "
                "if the change is meant, run `python -m etl accept --note …`"
            )
    for name, found in content.checksums().items():
        if found != sources[name].sha256:
            raise DataError(
                f"{name}: has the checksum {found[:12]}…, but {sources[name].sha256[:12]!r} was "
                "accepted; if the change is meant, run `python -m etl accept --note …`"
            )
