"""All snapshots of a data folder, parsed and checked."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl.accepted import FILE as ACCEPTED_FILE
from etl.accepted import Accepted, checksum, read_accepted
from etl.dialogue import FILE as DIALOGUE_FILE
from etl.dialogue import read_dialogue
from etl.errors import DataError
from etl.examples import FILE as EXAMPLES_FILE
from etl.examples import read_examples
from etl.hearing.books import Books, read_books
from etl.links.book import read_links
from etl.live.outcomes import read_outcomes
from etl.manifest import FILE as MANIFEST_FILE
from etl.manifest import Provenance, read_manifest
from etl.names import FILE as NAMES_FILE
from etl.names import read_names
from etl.national_counts import FILE as NATIONAL_COUNTS_FILE
from etl.national_counts import read_national_counts
from etl.release import FILE as RELEASE_FILE
from etl.release import read_release
from etl.sources import SOURCES, evidence, municipalities, national_series, survey
from etl.sources.source import Known, Source
from etl.vocabulary import FILE as VOCABULARY_FILE
from etl.vocabulary import read_vocabulary
from samspil.model.codebook import CODEBOOK_PATH, CONTEXT, load_codebook

log = logging.getLogger(__name__)

CODEBOOK_FILE = CODEBOOK_PATH.name
SNAPSHOTS = "snapshots"
AGAIN = "if the change is meant, run `python -m etl accept --note …`"


@dataclass(frozen=True)
class Snapshots:
    """The content of a data folder.

    known: codes, codebook and release. frames: what each source holds, as its module describes
    it; `content[evidence.SOURCE]` is the frame of the evidence. provenance: by file name.
    vocabulary: the readers' words. names: the official names. examples: the good ones.
    dialogue: what to talk over. national_counts: which published figures ask the same as a
    criterion. hearing: rounds and answers. links: what became of the addresses. refreshed: what
    came of each source when it was last refreshed.
    """

    folder: Path
    known: Known
    frames: dict[Source, pd.DataFrame]
    provenance: dict[str, Provenance]
    accepted: Accepted | None
    vocabulary: pd.DataFrame
    names: pd.DataFrame
    examples: pd.DataFrame
    hearing: Books
    dialogue: pd.DataFrame
    national_counts: pd.DataFrame
    links: pd.DataFrame
    refreshed: pd.DataFrame

    def __getitem__(self, source: Source) -> pd.DataFrame:
        """What a source holds."""
        return self.frames[source]

    def rows(self) -> dict[str, int]:
        """How many rows each snapshot has."""
        return {source.name: len(frame) for source, frame in self.frames.items()}

    def checksums(self) -> dict[str, str]:
        """The sha256 of each snapshot, of the codebook and of the release."""
        paths = [self.folder / CODEBOOK_FILE, self.folder / RELEASE_FILE]
        paths += [self.folder / SNAPSHOTS / source.name for source in self.frames]
        return {path.name: checksum(path) for path in paths}


def read_snapshots(folder: Path) -> Snapshots:
    """Everything in a data folder, parsed and checked for content, not yet for checksums.

    Raises:
        DataError: a snapshot, sources.toml, release.toml or accepted.json is wrong.
        CodebookError: the codebook is.
    """
    log.info("Reading and checking the snapshots …")
    book = load_codebook(folder / CODEBOOK_FILE)
    release = read_release(folder / RELEASE_FILE)
    described = read_manifest(folder / MANIFEST_FILE, tuple(source.name for source in SOURCES))
    at = folder / SNAPSHOTS
    accepted = read_accepted(folder / ACCEPTED_FILE)
    if accepted:
        accepted = accepted.settled(_checksums(at, accepted.coming))
    provenance = {
        name: each.as_retrieved(accepted.retrieved.get(name) if accepted else None)
        for name, each in described.items()
    }
    places = municipalities.SOURCE.read(at, None)
    known = Known(frozenset(places["code"]), book, release)
    others = [source for source in SOURCES if source is not municipalities.SOURCE]
    frames = {municipalities.SOURCE: places}
    frames |= {source: source.read(at, known) for source in others}
    words = read_vocabulary(folder / VOCABULARY_FILE)
    names = read_names(folder / NAMES_FILE, places)
    examples = read_examples(folder / EXAMPLES_FILE, frames[evidence.SOURCE])
    hearing = read_books(folder, known)
    survey.check_statements(frames[survey.SOURCE], hearing.statements["id"])
    scored_dimensions = {d.id for d in book.dimensions if d.id != CONTEXT}
    scored = {c.id for c in book.criteria if c.dimension != CONTEXT}
    return Snapshots(
        folder,
        known,
        frames,
        provenance,
        accepted,
        words,
        names,
        examples,
        hearing,
        read_dialogue(folder / DIALOGUE_FILE, scored_dimensions),
        read_national_counts(folder / NATIONAL_COUNTS_FILE, scored, frames[national_series.SOURCE]),
        read_links(folder),
        read_outcomes(folder),
    )


def _checksums(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The sha256 of those of the files that are there."""
    return {name: checksum(folder / name) for name in names if (folder / name).is_file()}


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
