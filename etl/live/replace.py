"""A new snapshot takes the place of the old one, or waits beside it until somebody accepts it.

Snapshot and accepted.json are two files, and a process may end between them. So accepted.json first
says what is coming, then the snapshot is replaced, then accepted.json settles: at every moment the
file has a checksum that was accepted.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from etl.accepted import FILE as ACCEPTED
from etl.accepted import Accepted, as_text, checksum, read_accepted
from etl.errors import DataError
from etl.files import sole_writer
from etl.say import Say
from samspil.files import remove, replace_file

SNAPSHOTS = "snapshots"
CANDIDATES = "candidates"
NOTE = ".json"
"""Behind the name of a candidate: the file that says what is odd about it."""


@dataclass(frozen=True)
class Fetched:
    """A new snapshot.

    Attributes:
        name: of its file.
        content: of it.
        rows: how many it has.
        retrieved: what is known of how it came.
        compared: the checksum of the snapshot that it was compared with, and may replace.
    """

    name: str
    content: bytes
    rows: int
    retrieved: dict[str, Any]
    compared: str

    @property
    def sha256(self) -> str:
        """The checksum of its content."""
        return hashlib.sha256(self.content).hexdigest()


@contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Be the only one that writes accepted.json and snapshots; raises DataError."""
    try:
        with sole_writer(folder, (ACCEPTED,)), sole_writer(folder / SNAPSHOTS, ("",)):
            yield
    except OSError as error:
        raise DataError(
            f"{folder.name}: cannot be written ({error.strerror}); every file stays as it was"
        ) from error


def standing(folder: Path, name: str) -> Accepted:
    """What was accepted, with the snapshot of that name as it stands.

    Raises:
        DataError: nothing was accepted, or somebody changed the snapshot since.
    """
    accepted = read_accepted(folder / ACCEPTED)
    if accepted is None:
        raise DataError(f"{ACCEPTED}: is missing; run `python -m etl accept`")
    path = folder / SNAPSHOTS / name
    if not path.is_file():
        raise DataError(f"{name}: is missing in {SNAPSHOTS}/")
    found = checksum(path)
    settled = accepted.settled({name: found})
    if settled.files.get(name) != found:
        raise DataError(
            f"{name}: was changed since it was accepted; run `python -m etl accept --note …` first"
        )
    return settled


def put_in_place(folder: Path, fetched: Fetched) -> None:
    """Replace a snapshot; whoever calls holds the folder (`holding`).

    Raises:
        DataError: the one that stands was not accepted, or is neither the new one nor the one that
            the new one was compared with.
        OSError: something cannot be written.
    """
    accepted = standing(folder, fetched.name)
    if accepted.files[fetched.name] not in (fetched.compared, fetched.sha256):
        raise DataError(
            f"{fetched.name}: was replaced since the new one was compared with it; refresh again"
        )
    coming = {"sha256": fetched.sha256, "rows": fetched.rows, "retrieved": fetched.retrieved}
    announced = replace(accepted, coming={fetched.name: coming})
    replace_file(folder / ACCEPTED, as_text(announced).encode())
    path = folder / SNAPSHOTS / fetched.name
    if checksum(path) != fetched.sha256:
        replace_file(path, fetched.content)
    settled = announced.settled({fetched.name: fetched.sha256})
    replace_file(folder / ACCEPTED, as_text(settled).encode())


def hold_back(folder: Path, fetched: Fetched, odd: Sequence[str]) -> None:
    """Put a candidate beside the snapshots, with what is odd about it; raises DataError."""
    at = folder / CANDIDATES
    told = {key: value for key, value in asdict(fetched).items() if key != "content"}
    told |= {"sha256": fetched.sha256, "odd": list(odd)}
    text = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    try:
        at.mkdir(exist_ok=True)
        with sole_writer(at, ("",)):
            remove(at / f"{fetched.name}{NOTE}")
            replace_file(at / fetched.name, fetched.content)
            replace_file(at / f"{fetched.name}{NOTE}", text.encode())
    except OSError as error:
        raise DataError(f"{CANDIDATES}: cannot be written ({error.strerror})") from error


def drop_candidate(folder: Path, name: str) -> None:
    """Remove a candidate that has been decided on, and what a killed process left of one."""
    at = folder / CANDIDATES
    if at.is_dir():
        with sole_writer(at, ("",)):
            remove(at / f"{name}{NOTE}")
            remove(at / name)
        if not any(at.iterdir()):
            remove(at)


def candidate(folder: Path, name: str) -> tuple[Fetched, list[str]]:
    """A candidate and what is odd about it; raises DataError where there is no whole one."""
    at = folder / CANDIDATES
    try:
        told = json.loads((at / f"{name}{NOTE}").read_text(encoding="utf-8"))
        content = (at / name).read_bytes()
        odd, sha256 = told.pop("odd"), told.pop("sha256")
        fetched = Fetched(content=content, **told)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{name}: no candidate waits in {CANDIDATES}/") from error
    if fetched.sha256 != sha256:
        raise DataError(f"{name}: the candidate was changed since it was fetched; refresh again")
    return fetched, odd


def waiting(folder: Path) -> list[str]:
    """The names of the candidates that wait."""
    at = folder / CANDIDATES
    return sorted(p.name.removesuffix(NOTE) for p in at.glob(f"*{NOTE}")) if at.is_dir() else []


def take_candidates(folder: Path, names: Sequence[str], note: str, say: Say) -> None:
    """Accept candidates by their names; raises DataError, and what is not taken stays.

    Args:
        folder: the data folder.
        names: files, such as population.csv, with or without their ending.
        note: why they are right although something is odd.
        say: is told what was taken.
    """
    if not note:
        raise DataError("a candidate is accepted with --note and the reason only")
    there = waiting(folder)
    for given in names:
        name = next((file for file in there if file.partition(".")[0] == given), given)
        fetched, odd = candidate(folder, name)
        noted = replace(fetched, retrieved=fetched.retrieved | {"note": note})
        with holding(folder):
            put_in_place(folder, noted)
        drop_candidate(folder, name)
        say(f"{name}: accepted, {fetched.rows} rows, although it {odd[0]}" if odd else name)
