"""The archive: every answer as it came, under its checksum, never overwritten.

An answer is two files. The body is named by its sha256. The record (where it came from, what was
asked, when, with which headers) is named by a number and its own sha256, so that a changed byte in
either shows. Order is the order of numbers, never of clocks.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from etl.errors import DataError
from etl.files import sole_writer
from samspil.files import UNFINISHED, replace_file

RECORD = re.compile(r"(\d{6,})-([0-9a-f]{64})\.json")
BODY = re.compile(r"[0-9a-f]{64}")
OK = 200


@dataclass(frozen=True)
class Head:
    """What is known of an answer beside its body.

    Attributes:
        source: the file name of the source that asked.
        method: POST, GET, or FILE for a file that somebody put down.
        address: where it was asked, or the name of the file.
        asked: the body of the request, as text.
        status: the HTTP status.
        headers: those of the answer, by names in small letters.
        retrieved_at: when it had come (UTC, ISO 8601).
        version: what the table said of its last update, "" where that is not known.
    """

    source: str
    method: str
    address: str
    asked: str
    status: int
    headers: Mapping[str, str]
    retrieved_at: str
    version: str


@dataclass(frozen=True)
class Answer(Head):
    """What a server said, with the bytes of its body, unpacked."""

    body: bytes


@dataclass(frozen=True)
class Record(Head):
    """An answer in the archive; checksum and length stand for its body."""

    name: str
    number: int
    sha256: str
    bytes: int

    def same_question(self, method: str, address: str, asked: str) -> bool:
        """Whether it answers this question, and is an answer."""
        return (self.method, self.address, self.asked) == (method, address, asked) and (
            self.status == OK
        )


class Archive:
    """A folder of answers. Whoever writes, or relies on the order, holds it (`holding`)."""

    def __init__(self, folder: Path) -> None:
        """The folder may be missing until something is kept."""
        self.folder = folder
        self._records: list[Record] | None = None

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Be the only one that writes here; what a killed process left unfinished is removed.

        Raises:
            DataError: the folder cannot be used.
        """
        with ExitStack() as stack:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                stack.enter_context(sole_writer(self.folder, ("",)))
            except OSError as error:
                raise DataError(
                    f"archive: {self.folder} cannot be used ({error.strerror})"
                ) from error
            yield

    def keep(self, answer: Answer) -> Record:
        """Write an answer down, body first; raises DataError where that cannot be done."""
        sha256 = hashlib.sha256(answer.body).hexdigest()
        records = self.records()
        fields = {key: value for key, value in asdict(answer).items() if key != "body"}
        fields |= {
            "number": records[-1].number + 1 if records else 1,
            "sha256": sha256,
            "bytes": len(answer.body),
        }
        content = (json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
        name = f"{fields['number']:06}-{hashlib.sha256(content).hexdigest()}.json"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if not self._holds(sha256):
                replace_file(self.folder / sha256, answer.body)
            replace_file(self.folder / name, content)
        except OSError as error:
            raise DataError(
                f"archive: cannot be written to {self.folder} ({error.strerror})"
            ) from error
        record = Record(name=name, **fields)
        records.append(record)
        return record

    def _holds(self, sha256: str) -> bool:
        path = self.folder / sha256
        if not path.exists():
            return False
        if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            raise DataError(f"archive: {sha256} is not what its name says; it was changed")
        return True

    def records(self) -> list[Record]:
        """All records in the order in which they came; raises DataError for a damaged one.

        They are read once: nobody else adds any while the folder is held.
        """
        if self._records is None:
            names = [path.name for path in self.folder.iterdir()] if self.folder.is_dir() else []
            found = [self.record(name) for name in names if RECORD.fullmatch(name)]
            self._records = sorted(found, key=lambda record: record.number)
        return self._records

    def record(self, name: str) -> Record:
        """The record of that name; raises DataError where it is missing or was changed."""
        path = self.folder / name
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DataError(f"archive: {name} cannot be read ({error.strerror})") from error
        match = RECORD.fullmatch(name)
        if not match or hashlib.sha256(content).hexdigest() != match[2]:
            raise DataError(f"archive: {name} is not what its name says; it was changed")
        return Record(name=name, **json.loads(content))

    def latest(self, method: str, address: str, asked: str) -> Record | None:
        """The last answer to a question; raises DataError for a damaged archive."""
        same = [r for r in self.records() if r.same_question(method, address, asked)]
        return same[-1] if same else None

    def body(self, record: Record) -> bytes:
        """What the answer said; raises DataError where it is missing or was changed."""
        path = self.folder / record.sha256
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DataError(
                f"archive: {record.sha256} cannot be read ({error.strerror}); {record.name} "
                "is its record"
            ) from error
        if hashlib.sha256(content).hexdigest() != record.sha256:
            raise DataError(f"archive: {record.sha256} is not what its name says; it was changed")
        return content

    def damage(self) -> list[str]:
        """What is wrong with the folder, a sentence each; nothing for one that is intact."""
        if not self.folder.is_dir():
            return []
        wrong, needed = [], {}
        for path in sorted(self.folder.iterdir()):
            name = path.name
            try:
                if RECORD.fullmatch(name):
                    record = self.record(name)
                    needed[record.sha256] = record
                elif BODY.fullmatch(name):
                    self._holds(name)
                elif UNFINISHED not in name:
                    wrong.append(f"archive: {name} does not belong there")
            except DataError as error:
                wrong.append(str(error))
        wrong += [
            f"archive: {sha256} is missing; {record.name} is its record"
            for sha256, record in needed.items()
            if not (self.folder / sha256).exists()
        ]
        return wrong


def described(record: Record) -> dict[str, Any]:
    """What provenance says of an answer: address, question, time, checksum and length."""
    return {
        "address": record.address,
        "asked": record.asked,
        "retrieved_at": record.retrieved_at,
        "sha256": record.sha256,
        "bytes": record.bytes,
    }
