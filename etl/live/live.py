"""What a source asks through: the network, files put down by hand, or the archive again."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import pandas as pd

from etl.errors import DataError, shown
from etl.live import clock
from etl.live.archive import OK, Answer, Archive, Record
from etl.live.client import UNCHANGED, Client
from etl.settings import Settings

JSON = {"Content-Type": "application/json; charset=utf-8", "Accept": "*/*"}
NAMED_FILES = 4
"""So many files a source is given at most."""

log = logging.getLogger(__name__)

Plan = Mapping[str, Any]
"""What sources.toml says of how a source is refreshed."""


class Unanswered(DataError):
    """The archive holds no answer to a question."""


class Live(Protocol):
    """What `fetch` of a source is given.

    Attributes:
        plan: what sources.toml says of the refresh of this source.
        cells: figures that one question may ask for.
        register: the municipalities as they stand.
        before: the snapshot as it stands, read.
        units: takes the unit of each table that was asked, by its id.
        odd: takes what is odd about an answer, as a sentence goes on after the file: the snapshot
            is then held back.
    """

    plan: Plan
    cells: int
    register: pd.DataFrame
    before: pd.DataFrame
    units: dict[str, str]
    odd: list[str]

    def ask(self, path: str, asked: Mapping[str, Any], version: str = "") -> tuple[int, bytes]:
        """Status and body of the answer to a question in JSON.

        Args:
            path: behind the address of the service.
            asked: the question.
            version: what the table says of its last update; an answer under the same one is read
                from the archive and not asked for again.

        Raises:
            DataError: there is no answer.
        """

    def files(self) -> list[tuple[str, bytes]]:
        """Names and contents of the files that somebody put down; raises DataError for none."""


@dataclass(frozen=True)
class Place:
    """What a source finds when it is refreshed, whether the network answers or the archive.

    Attributes:
        source: its file.
        plan: as `Live` has it; so are register, before and cells.
        archive: where answers are kept.
    """

    source: str
    plan: Plan
    register: pd.DataFrame
    before: pd.DataFrame
    archive: Archive
    cells: int


class _Base:
    """What both ways of asking share."""

    def __init__(self, place: Place) -> None:
        self.plan, self.register, self.before = place.plan, place.register, place.before
        self.cells = place.cells
        self.units: dict[str, str] = {}
        self.odd: list[str] = []
        self._source, self._archive = place.source, place.archive


class Asking(_Base):
    """The network and given files; every answer is archived before it is handed on.

    Attributes:
        used: the records of all answers, in order.
    """

    def __init__(
        self,
        place: Place,
        settings: Settings,
        client: Client | None,
        given: Sequence[Path] = (),
        *,
        again: bool = False,
    ) -> None:
        """`again` asks for the whole answer, whatever the archive holds."""
        super().__init__(place)
        self.used: list[Record] = []
        self._client, self._given, self._again = client, given, again
        service = place.plan.get("service", "")
        self._address = settings.address_of(_stem(place.source), service) if service else ""

    def ask(self, path: str, asked: Mapping[str, Any], version: str = "") -> tuple[int, bytes]:
        """As `Live.ask`."""
        address = f"{self._address}/{path}"
        text = json.dumps(asked, ensure_ascii=False)
        held = self._archive.latest("POST", address, text)
        if held and version and held.version == version and not self._again:
            log.info("%s: %s is in the archive already", self._source, _called(asked))
            return self._use(held)
        if self._client is None:
            raise DataError(f"{self._source}: is read from files, not asked for")
        log.info("%s: asking %s for %s …", self._source, urlsplit(address).netloc, _called(asked))
        headers = JSON | (_only_if_changed(held) if held and not self._again else {})
        reply = self._client.ask("POST", address, text.encode(), headers)
        if reply.status == UNCHANGED and held:
            log.info("%s: unchanged since %s", self._source, held.retrieved_at)
            return self._use(held)
        answer = Answer(
            source=self._source,
            method="POST",
            address=address,
            asked=text,
            status=reply.status,
            headers=reply.headers,
            retrieved_at=reply.retrieved_at,
            version=version,
            body=reply.body,
        )
        return self._use(self._archive.keep(answer))

    def files(self) -> list[tuple[str, bytes]]:
        """As `Live.files`; more than `NAMED_FILES` are refused."""
        if not self._given:
            raise DataError(f"{self._source}: is read from files; name them with --from")
        if len(self._given) > NAMED_FILES:
            raise DataError(f"{self._source}: is read from {NAMED_FILES} files at most")
        found = []
        for path in self._given:
            try:
                content = path.read_bytes()
            except OSError as error:
                raise DataError(f"{path.name}: cannot be read ({error.strerror})") from error
            self._use(self._archive.keep(_put_down(self._source, path.name, content)))
            found.append((path.name, content))
        return found

    def _use(self, record: Record) -> tuple[int, bytes]:
        self.used.append(record)
        return record.status, self._archive.body(record)


class Replaying(_Base):
    """The archive in place of the network: the answers that a snapshot was made of."""

    def __init__(self, place: Place, records: Sequence[Record]) -> None:
        """`records` are the answers; a question that none of them answers is refused."""
        super().__init__(place)
        self._records = records

    def ask(self, path: str, asked: Mapping[str, Any], version: str = "") -> tuple[int, bytes]:
        """As `Live.ask`."""
        text = json.dumps(asked, ensure_ascii=False)
        for record in self._records:
            if record.asked == text and record.address.endswith(f"/{path}"):
                return record.status, self._archive.body(record)
        raise Unanswered(f"the archive holds no answer to {shown(text)}")

    def files(self) -> list[tuple[str, bytes]]:
        """As `Live.files`."""
        return [(record.address, self._archive.body(record)) for record in self._records]


def _put_down(source: str, name: str, content: bytes) -> Answer:
    now = clock.now().isoformat(timespec="milliseconds")
    return Answer(source, "FILE", name, "", OK, {}, now, "", content)


def _only_if_changed(held: Record) -> dict[str, str]:
    """The headers by which a server can say that nothing has changed since."""
    marks = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
    return {
        asks: held.headers[states] for states, asks in marks.items() if held.headers.get(states)
    }


def _called(asked: Mapping[str, Any]) -> str:
    """A question in short, for the log."""
    variables = asked.get("variables")
    if variables is None:
        return f"what {asked.get('table')} holds"
    figures = 1
    for variable in variables:
        figures *= len(variable["values"])
    return f"{figures:,} figures of {asked.get('table')}"


def _stem(source: str) -> str:
    return source.partition(".")[0]
