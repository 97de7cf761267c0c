"""A relay between a browser and a server: a slower line that counts what passes.

Chromium can imitate a network too, but not for websockets, and now and then it never ends.
"""

import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

CHUNK = 16_384


class Relay(socketserver.ThreadingTCPServer):
    """Counts the bytes that the server sends: headers and compressed messages as they are."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, down: float, latency: float) -> None:
        """Relay to `port` of this machine from a free one.

        `down` bits a second come through, over all connections together; what the browser sends
        arrives `latency` seconds later.
        """
        super().__init__(("127.0.0.1", 0), _Connection)
        self.port = port
        self.latency = latency
        self._down = down
        self._free = 0.0
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

    def come(self, chunk: bytes) -> None:
        """Count what came from the server, and wait until the line has let it through."""
        with self._lock:
            self._received += len(chunk)
            self._free = max(self._free, time.monotonic()) + 8 * len(chunk) / self._down
            free = self._free
        time.sleep(max(0.0, free - time.monotonic()))

    def go(self, _: bytes) -> None:
        """Wait as long as what the browser sends is under way."""
        time.sleep(self.latency)


class _Connection(socketserver.BaseRequestHandler):
    """One connection of the browser, until the server ends it."""

    def handle(self) -> None:
        with socket.create_connection(("127.0.0.1", self.server.port)) as there:
            there.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            asking = (self.request, there, self.server.go)
            threading.Thread(target=_copy, args=asking, daemon=True).start()
            _copy(there, self.request, self.server.come)


def _copy(source: socket.socket, target: socket.socket, wait: Callable[[bytes], None]) -> None:
    with suppress(OSError):
        while chunk := source.recv(CHUNK):
            wait(chunk)
            target.sendall(chunk)
        target.shutdown(socket.SHUT_WR)


@contextmanager
def relayed(address: str, down: float, latency: float) -> Iterator[Relay]:
    """A relay to `address` for as long as the block lasts."""
    with Relay(urlsplit(address).port, down, latency) as relay:
        threading.Thread(target=relay.serve_forever, daemon=True).start()
        yield relay
        relay.shutdown()
