"""Asking the addresses for machines in this process, and builds and a release to ask."""

import json
import shutil
from collections import namedtuple
from urllib.parse import unquote

import duckdb
from coroutines import finish
from frozen import DATA, LEJRE

from samspil.model.codebook import load_codebook
from samspil.model.scoring import load_scores
from samspil.warehouse.builds import POINTER, newest_build
from web.api.routes import machine_routes
from web.site import Site

Answer = namedtuple("Answer", "status headers body")

RELEASE = "2026.1"
CORRECTION = "c0001"
EARLIER, LATER = "earlier", "later"
"""The ids of the builds before and after the release."""


class Machines:
    """What answers machines, asked one request at a time; `folder` is for files that it makes."""

    def __init__(self, folder, routes=None):
        self.app = Site(beyond, routes or machine_routes(folder), {})

    def ask(self, address, method="GET", **headers):
        """The answer to a request: status, headers by name in small letters, body."""
        return finish(self.asked(address, method, **headers))

    async def asked(self, address, method="GET", **headers):
        path, _, query = address.partition("?")
        named = {"host": "www.example.org"} | headers
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "scheme": "https",
            "server": ("127.0.0.1", 80),
            "method": method,
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(n.replace("_", "-").encode(), v.encode()) for n, v in named.items()],
        }
        sent = []

        async def send(message):
            sent.append(message)

        await self.app(scope, nothing_more, send)
        named = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], named, b"".join(m.get("body", b"") for m in sent[1:]))

    def json(self, address, **headers):
        """What an address gives as JSON; it must be there."""
        answer = self.ask(address, **headers)
        assert answer.status == 200, answer.body
        return json.loads(answer.body)


async def nothing_more():
    return {"type": "http.disconnect"}


async def beyond(scope, receive, send):
    """What lies behind the addresses for machines; no request for one of them gets here."""
    raise AssertionError(scope["path"])


def beside(builds):
    """Put a build before the one of a folder, and one after it that becomes the newest.

    The one after it holds a correction of a record on Lejre, which the one before it lacks.
    """
    own = newest_build(builds)
    for name, days, change in ((EARLIER, -1, without_a_record), (LATER, 1, with_a_correction)):
        path = builds / f"samspil-{name}.duckdb"
        shutil.copyfile(own, path)
        with duckdb.connect(str(path)) as connection:
            connection.execute(
                "UPDATE build SET id = ?, built_at = built_at + to_days(?)", [name, days]
            )
            change(connection)
            connection.execute("DELETE FROM assessment")
            connection.execute("DELETE FROM score")
            load_scores(connection, load_codebook(DATA / "codebook.toml"))
    (builds / POINTER).write_text(json.dumps({"file": path.name}))


def chosen(connection):
    """The id of a record on Lejre on which alone an assessment of 2 rests."""
    return connection.execute(
        "SELECT min(id) FROM evidence WHERE code = ? AND (code, criterion) IN ("
        " SELECT (code, criterion) FROM evidence GROUP BY ALL HAVING count(*) = 1) AND id IN ("
        " SELECT evidence_id FROM assessment WHERE level = 2 AND year = 2026)",
        [LEJRE],
    ).fetchone()[0]


def without_a_record(connection):
    connection.execute("DELETE FROM evidence WHERE id = ?", [chosen(connection)])


def with_a_correction(connection):
    id_ = chosen(connection)
    connection.execute(
        "INSERT INTO correction SELECT ?, id, code, criterion, 'level', '2', '1', 'kommune',"
        " 'Kun delvist', 'accepted', 'Siden viser det', NULL, DATE '2026-11-28'"
        " FROM evidence WHERE id = ?",
        [CORRECTION, id_],
    )
    connection.execute("UPDATE evidence SET level = 1 WHERE id = ?", [id_])
