"""A server that answers as StatBank Denmark is documented to, from the embedded snapshots.

Run `python tests/live/contract_server.py 8000` to try `python -m etl refresh --base-url
http://127.0.0.1:8000/v1` by hand. The figures of 2024 and 2025 are made up.
"""

import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from live.tables import TABLES

BOM = "\ufeff"
LIMIT = 1_000_000


@dataclass
class Reply:
    """What is sent: status, headers and body."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Asked:
    """What came in: path, headers by names in small letters, body."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def question(self):
        """The body as JSON."""
        return json.loads(self.body)


def error(code, message, status=400):
    body = json.dumps({"errorTypeCode": code, "message": message}, ensure_ascii=False)
    return Reply(status, body.encode(), {"Content-Type": "application/json; charset=utf-8"})


def answer(asked):
    """The answer to a question, by the contract."""
    function = asked.path.rpartition("/")[2]
    if function not in ("tableinfo", "data"):
        return Reply(404, b"<html><body>Not found</body></html>", {"Content-Type": "text/html"})
    try:
        question = asked.question
    except ValueError:
        return error("REQUEST-EMPTY", "Forespørgslen er tom")
    name = question.get("table")
    if not name:
        return error("REQUEST-MISSING", "Tabel ikke angivet")
    table = TABLES.get(name.upper())
    if table is None:
        return error("EXTRACT-NOTFOUND", f"Tabel findes ikke: {name}")
    if function == "tableinfo":
        return _info(table)
    return _data(table, question)


def _info(table):
    body = json.dumps(table.described(), ensure_ascii=False).encode()
    return Reply(200, body, {"Content-Type": "application/json; charset=utf-8"})


def _data(table, question):
    form = question.get("format")
    if form not in ("BULK", "CSV"):
        return error("REQUEST-MISSING", "Format ikke angivet, eller ikke gyldigt")
    asked = {each["code"].upper(): each["values"] for each in question["variables"]}
    for variable in table.variables:
        if variable.id.upper() not in asked:
            return error("EXTRACT-NOTALLOWED", f"Der skal vælges værdier for: {variable.text}")
        for value in asked[variable.id.upper()]:
            if value not in variable.values:
                return error("EXTRACT-NOTFOUND", f"Værdien findes ikke: {value} ({variable.id})")
    if form == "BULK" and "timeOrder" in question:
        return error("EXTRACT-NOTALLOWED", "timeOrder")
    chosen = [asked[variable.id.upper()] for variable in table.variables]
    cells = 1
    for values in chosen:
        cells *= len(values)
    if form != "BULK" and cells > LIMIT:
        return error("REQUEST-LIMIT", "Forespørgslen returnerer for mange observationer")
    header = [*(variable.id.upper() for variable in table.variables), "INDHOLD"]
    lines = [";".join(header), *(";".join(line) for line in table.lines(chosen))]
    text = "\r\n".join(lines) + "\r\n"
    body = ((BOM if form == "CSV" else "") + text).encode()
    return Reply(200, body, {"Content-Type": "text/csv; charset=utf-8"})


class ContractServer:
    """The server on a free port; as a context, it runs.

    Attributes:
        address: what --base-url is set to.
        asked: every question that came.
        twist: changes a reply, or raises to say nothing at all; set by a test.
        take_over: given the handler and the question, answers in its own way where it returns True.
    """

    def __init__(self, port: int = 0, wrap: Callable | None = None) -> None:
        """`wrap` takes the socket and gives another, such as one with a certificate."""
        self.asked: list[Asked] = []
        self.twist: Callable[[Asked, Reply], Reply] = lambda asked, reply: reply
        self.take_over: Callable[[BaseHTTPRequestHandler, Asked], bool] = lambda *_: False
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True
        if wrap:
            self._server.socket = wrap(self._server.socket)
        scheme = "https" if wrap else "http"
        self.address = f"{scheme}://localhost:{self._server.server_port}/v1"

    def _handler(self):
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                length = int(self.headers.get("Content-Length") or 0)
                headers = {name.lower(): value for name, value in self.headers.items()}
                asked = Asked(self.path, headers, self.rfile.read(length))
                server.asked.append(asked)
                if server.take_over(self, asked):
                    self.close_connection = True
                    return
                reply = server.twist(asked, answer(asked))
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            do_GET = do_POST

            def log_message(self, *_):
                pass

        return Handler

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()


if __name__ == "__main__":
    with ContractServer(int(sys.argv[1])) as running:
        print(running.address)
        threading.Event().wait()
