"""data/accepted.json: the content that was accepted, kept by `python -m etl accept` alone."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from etl.errors import DataError
from etl.tables import read_text

FILE = "accepted.json"


@dataclass(frozen=True)
class Accepted:
    """What was accepted last.

    files: sha256 by file name, of every snapshot, the codebook and the release. rows: by snapshot.
    known_cells: how many cells the evidence makes known in the newest year.
    """

    note: str
    accepted_on: str
    known_cells: int
    codebook_version: str
    files: dict[str, str]
    rows: dict[str, int]


def read_accepted(path: Path) -> Accepted | None:
    """What was accepted last, or None where nothing was yet; raises DataError."""
    if not path.exists():
        return None
    try:
        return Accepted(**json.loads(read_text(path)))
    except (ValueError, TypeError) as error:
        raise DataError(
            f"{path.name}: is damaged; run `python -m etl accept --note …` to write it anew"
        ) from error


def as_text(accepted: Accepted) -> str:
    """The content of the file."""
    return json.dumps(asdict(accepted), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def checksum(path: Path) -> str:
    """The sha256 of a file, in hex digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
