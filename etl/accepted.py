"""data/accepted.json: the content that was accepted, kept by `accept` and `refresh` alone."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from etl.errors import DataError
from etl.tables import read_text

FILE = "accepted.json"


@dataclass(frozen=True)
class Accepted:
    """What was accepted last.

    files: sha256 by file name, of every snapshot, the codebook and the release. rows: by snapshot.
    known_cells: how many cells the evidence makes known in the newest year. retrieved: by snapshot
    that a refresh fetched: `at` (when, UTC), `answers` (address, question, time, checksum and
    length of each), `units` and `note`. coming: by snapshot that is being replaced at this moment:
    `sha256`, `rows` and `retrieved` of the new one; both the old and the new one are accepted.
    """

    note: str
    accepted_on: str
    known_cells: int
    codebook_version: str
    files: dict[str, str]
    rows: dict[str, int]
    retrieved: dict[str, dict[str, Any]] = field(default_factory=dict)
    coming: dict[str, dict[str, Any]] = field(default_factory=dict)

    def settled(self, found: Mapping[str, str]) -> "Accepted":
        """The same, with what was being replaced as the files show it.

        A refresh writes down what is coming, replaces the snapshot, and settles; wherever it is
        stopped, one of the two checksums is that of the file.

        Args:
            found: sha256 of files by their names.
        """
        new = {
            name: each for name, each in self.coming.items() if found.get(name) == each["sha256"]
        }
        return replace(
            self,
            files=self.files | {name: each["sha256"] for name, each in new.items()},
            rows=self.rows | {name: each["rows"] for name, each in new.items()},
            retrieved=self.retrieved | {name: each["retrieved"] for name, each in new.items()},
            coming={},
        )


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
    """The content of the file; what is empty of retrieved and coming is left out."""
    content = asdict(accepted)
    for name in ("retrieved", "coming"):
        if not content[name]:
            del content[name]
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def checksum(path: Path) -> str:
    """The sha256 of a file, in hex digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
