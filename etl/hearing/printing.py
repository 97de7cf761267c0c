"""HTML printed to PDF by one Chromium for all pages, spoken to over a pair of pipes."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO

from etl.errors import DataError

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
"""The names that Chromium goes by."""

END = b"\0"
"""What ends a message, in both directions."""

ENOUGH = 10
"""Seconds that a Chromium has to end by itself."""

MOVED = """
import fcntl, os, sys
reads, writes = (fcntl.fcntl(int(handle), fcntl.F_DUPFD, 10) for handle in sys.argv[1:3])
os.dup2(reads, 3), os.dup2(writes, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads from handle 3 and writes to handle 4, whatever numbers our pipes have."""

PAPER = {"printBackground": True, "preferCSSPageSize": True, "generateTaggedPDF": True,
         "generateDocumentOutline": True}  # fmt: skip


class Printer:
    """A Chromium that prints; made by `printer`."""

    def __init__(self, writes: BinaryIO, reads: BinaryIO) -> None:
        """`writes` takes commands of the DevTools protocol, `reads` gives their answers."""
        self._writes, self._reads, self._number, self._rest = writes, reads, 0, b""
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session: str | None = None
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._frame = self._ask("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def pdf(self, page: str) -> bytes:
        """A page of HTML as PDF, tagged, with its title and language; raises DataError."""
        self._ask("Page.setDocumentContent", frameId=self._frame, html=page)
        return base64.b64decode(self._ask("Page.printToPDF", **PAPER)["data"])

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command and wait for its answer; what else is told meanwhile is left out."""
        self._number += 1
        session = getattr(self, "_session", None)
        command: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            command["sessionId"] = session
        try:
            self._writes.write(json.dumps(command).encode() + END)
            self._writes.flush()
            while (answer := self._next()).get("id") != self._number:
                pass
        except OSError as error:
            raise DataError(f"Chromium stopped while printing ({error})") from error
        if "error" in answer:
            raise DataError(f"Chromium cannot print ({answer['error']['message']})")
        return answer["result"]

    def _next(self) -> dict[str, Any]:
        while END not in self._rest:
            read = self._reads.read1(1 << 16)  # type: ignore[attr-defined]
            if not read:
                raise BrokenPipeError("it has ended")
            self._rest += read
        message, _, self._rest = self._rest.partition(END)
        return json.loads(message)


@contextmanager
def printer() -> Iterator[Printer]:
    """A Chromium for as long as there is something to print.

    Raises:
        DataError: there is none, or it does not start.
    """
    program = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if program is None:
        raise DataError(
            "no PDF was written, since there is no Chromium here (Debian: apt-get install "
            "chromium); all else was"
        )
    to_read, to_write = os.pipe(), os.pipe()
    theirs = (to_write[0], to_read[1])
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
                   "--disable-extensions", f"--user-data-dir={profile}"]  # fmt: skip
        if os.geteuid() == 0:
            options.append("--no-sandbox")
        process = subprocess.Popen(  # noqa: S603 - a program that was found, and our own options
            [sys.executable, "-c", MOVED, *map(str, theirs), program, *options],
            pass_fds=theirs,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for handle in theirs:
            os.close(handle)
        with os.fdopen(to_write[1], "wb") as writes, os.fdopen(to_read[0], "rb") as reads:
            try:
                yield Printer(writes, reads)
            finally:
                with suppress(OSError):
                    writes.close()
                _end(process)


def _end(process: subprocess.Popen) -> None:
    """Wait until it has ended; it does when its pipes are closed, and is made to otherwise."""
    try:
        process.wait(ENOUGH)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
