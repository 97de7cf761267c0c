"""A relay between a browser and a server that counts what passes, websockets included."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 65536


class Relay(socketserver.ThreadingTCPServer):
    """Counts the bytes that the server sends: headers and compressed messages as they are."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        """Relay to `port` of this machine from a free one."""
        super().__init__(("127.0.0.1", 0), _Connection)
        self.port = port
        self._received = 0
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """What the browser asks."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def received(self) -> int:
        """Bytes from the server so far."""
        with self._lock:
            return self._received

    def count(self, chunk: bytes) -> None:
        """Add what came from the server."""
        with self._lock:
            self._received += len(chunk)


class _Connection(socketserver.BaseRequestHandler):
    """One connection of the browser, until the server ends it."""

    def handle(self) -> None:
        with socket.create_connection(("127.0.0.1", self.server.port)) as there:
            asking = threading.Thread(target=_copy, args=(self.request, there), daemon=True)
            asking.start()
            _copy(there, self.request, self.server.count)


def _copy(source: socket.socket, target: socket.socket, count=lambda chunk: None) -> None:
    with suppress(OSError):
        while chunk := source.recv(CHUNK):
            count(chunk)
            target.sendall(chunk)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def relayed(address: str) -> Iterator[Relay]:
    """A relay to `address` for as long as the block lasts."""
    with Relay(urlsplit(address).port) as relay:
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        yield relay
        relay.shutdown()
