"""All snapshots of a data folder, parsed and checked."""

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pandas as pd

from etl.accepted import FILE as ACCEPTED_FILE
from etl.accepted import Accepted, checksum, read_accepted
from etl.errors import DataError
from etl.manifest import FILE as MANIFEST_FILE
from etl.manifest import Source, read_manifest
from etl.release import FILE as RELEASE_FILE
from etl.release import Release, read_release
from etl.sources import (
    accounts,
    boundaries,
    corrections,
    evidence,
    lookups,
    municipalities,
    national_series,
    neighbours,
    population,
)
from etl.vocabulary import FILE as VOCABULARY_FILE
from etl.vocabulary import read_vocabulary
from samspil.model.codebook import CODEBOOK_PATH, Codebook, load_codebook

CODEBOOK_FILE = CODEBOOK_PATH.name
FILES = tuple(
    module.FILE
    for module in (
        municipalities,
        boundaries,
        neighbours,
        population,
        accounts,
        evidence,
        lookups,
        national_series,
        corrections,
    )
)
AGAIN = "if the change is meant, run `python -m etl accept --note …`"


@dataclass(frozen=True)
class Snapshots:
    """The content of a data folder; frames as the modules of etl.sources describe them."""

    folder: Path
    book: Codebook
    release: Release
    sources: dict[str, Source]
    accepted: Accepted | None
    municipalities: pd.DataFrame
    boundaries: gpd.GeoDataFrame
    neighbours: pd.DataFrame
    population: pd.DataFrame
    accounts: pd.DataFrame
    evidence: pd.DataFrame
    lookups: pd.DataFrame
    national_series: pd.DataFrame
    corrections: pd.DataFrame
    vocabulary: pd.DataFrame

    def rows(self) -> dict[str, int]:
        """How many rows each snapshot has."""
        return {name: len(getattr(self, Path(name).stem)) for name in FILES}

    def checksums(self) -> dict[str, str]:
        """The sha256 of each snapshot, of the codebook and of the release."""
        own = {name: checksum(self.folder / name) for name in (CODEBOOK_FILE, RELEASE_FILE)}
        return own | {name: checksum(self.folder / "snapshots" / name) for name in FILES}


def read_snapshots(folder: Path) -> Snapshots:
    """Everything in a data folder, parsed and checked for content, not yet for checksums.

    Raises:
        DataError: a snapshot, sources.toml, release.toml or accepted.json is wrong.
        CodebookError: the codebook is.
    """
    book = load_codebook(folder / CODEBOOK_FILE)
    release = read_release(folder / RELEASE_FILE)
    sources = read_manifest(folder / MANIFEST_FILE, FILES)
    at = folder / "snapshots"
    places = municipalities.parse(at / municipalities.FILE)
    codes = set(places["code"])
    return Snapshots(
        folder=folder,
        book=book,
        release=release,
        sources=sources,
        accepted=read_accepted(folder / ACCEPTED_FILE),
        municipalities=places,
        boundaries=boundaries.parse(at / boundaries.FILE, codes),
        neighbours=neighbours.parse(at / neighbours.FILE, codes),
        population=population.parse(at / population.FILE, codes),
        accounts=accounts.parse(at / accounts.FILE, codes),
        evidence=evidence.parse(at / evidence.FILE, codes, book, release),
        lookups=lookups.parse(at / lookups.FILE, codes, book, release),
        national_series=national_series.parse(at / national_series.FILE),
        corrections=corrections.parse(at / corrections.FILE, codes, book, release),
        vocabulary=read_vocabulary(folder / VOCABULARY_FILE),
    )


def check_accepted(content: Snapshots) -> Accepted:
    """Compare row counts and, last of all, checksums with those accepted; raises DataError."""
    accepted = content.accepted
    if accepted is None:
        raise DataError(f"{ACCEPTED_FILE}: is missing; run `python -m etl accept`")
    for name, rows in content.rows().items():
        if rows != accepted.rows.get(name):
            before = accepted.rows.get(name, "no")
            raise DataError(f"{name}: has {rows} rows, but {before} were accepted; {AGAIN}")
    for name, found in content.checksums().items():
        if found != accepted.files.get(name):
            before = accepted.files.get(name, "")[:12]
            raise DataError(
                f"{name}: has the checksum {found[:12]}…, but {before!r} was accepted; {AGAIN}"
            )
    return accepted
