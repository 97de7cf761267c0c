"""A hundred programs that read the API: python -m bench.readers ADDRESS.

Each asks for an address a second, so that there are a hundred at once all the time. A line says
when each of them has had an answer; when the standard input is closed, another one says as JSON how
many answers they got and how many of them were errors.
"""

import gzip
import http.client
import json
import sys
import threading
from itertools import count

READERS = 100
PAUSE = 1.0
"""Seconds between an answer and the next question of a reader."""

YEAR = 2026


def connected(address: str) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)


def ask(connection: http.client.HTTPConnection, path: str) -> bytes:
    """The answer as it is sent; raises OSError where it is none."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        raise OSError(f"{path}: {answer.status}")
    return body


def paths(code: str) -> list[str]:
    """What a program asks about a municipality."""
    return [
        f"/api/v1/scores.json?code={code}",
        f"/api/v1/assessments.csv?code={code}&year={YEAR}",
        f"/api/v1/evidence.json?code={code}",
        f"/feed/{code}.atom",
        f"/api/v1/scores.json?year={YEAR - int(code) % 20}",
    ]


class Crowd:
    """The readers, and what they were answered."""

    def __init__(self, address: str) -> None:
        """`address` is that of the server."""
        self.address = address
        self.ready, self.stop = threading.Barrier(READERS + 1), threading.Event()
        self.lock, self.answers, self.errors = threading.Lock(), 0, 0
        packed = ask(connected(address), "/api/v1/municipalities.csv?lang=en")
        self.codes = [row[:3].decode() for row in gzip.decompress(packed).split(b"\r\n")[1:] if row]

    def read(self, number: int) -> None:
        """Ask one address after another until it is told to stop."""
        connection = connected(self.address)
        for turn in count():
            asked = paths(self.codes[(number + turn) % len(self.codes)])
            try:
                ask(connection, asked[turn % len(asked)])
                wrong = 0
            except (OSError, http.client.HTTPException):
                connection, wrong = connected(self.address), 1
            with self.lock:
                self.answers, self.errors = self.answers + 1 - wrong, self.errors + wrong
            if not turn:
                self.ready.wait()
                connection = connected(self.address)  # the server closes one that waits for long
            if self.stop.wait(PAUSE):
                return


def main(address: str) -> None:
    crowd = Crowd(address)
    threads = [threading.Thread(target=crowd.read, args=(number,)) for number in range(READERS)]
    for thread in threads:
        thread.start()
    crowd.ready.wait()
    print("ready", flush=True)
    sys.stdin.read()
    crowd.stop.set()
    for thread in threads:
        thread.join()
    print(json.dumps({"answers": crowd.answers, "errors": crowd.errors}))


if __name__ == "__main__":
    main(sys.argv[1])
