"""A web server with one page for each thing that can become of an address."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROBOTS = b"User-agent: *\nDisallow: /closed*\nAllow: /\n"
STATUSES = {"/here": 200, "/gone": 404, "/away": 410, "/forbidden": 403, "/busy": 429, "/ill": 500}
MOVED = {"/old": "/here", "/old-slash": "/old-slash/", "/ring": "/ring"}


class _Handler(BaseHTTPRequestHandler):
    """Answers by the path; /get-only knows no HEAD."""

    def do_HEAD(self):
        self._answer(head=True)

    def do_GET(self):
        self._answer(head=False)

    def _answer(self, *, head):
        path = self.path
        self.server.asked.append((self.command, path, self.headers["User-Agent"]))
        if path == "/robots.txt":
            return self._send(self.server.robots, ROBOTS)
        if path in MOVED:
            return self._send(301, Location=MOVED[path])
        if path == "/later":
            return self._send(503, **{"Retry-After": "3600"})
        if path == "/get-only":
            return self._send(405 if head else 200)
        if path == "/old-slash/":
            return self._send(200)
        return self._send(STATUSES.get(path, 404))

    def _send(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_):
        """Nothing on standard error."""


@contextmanager
def pages(robots: int = 200) -> Iterator[ThreadingHTTPServer]:
    """The server, while it is needed: `at` is its address, `asked` what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.asked, server.robots = [], robots
    server.at = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
