"""One Chromium for whatever is drawn or printed, spoken to over a pair of pipes."""

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

HOW_TO_GET_IT = "there is no Chromium here (Debian: apt-get install chromium)"

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

QUIET = ("--headless", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
         "--disable-extensions", "--hide-scrollbars")  # fmt: skip

PAPER = {"printBackground": True, "preferCSSPageSize": True, "generateTaggedPDF": True,
         "generateDocumentOutline": True}  # fmt: skip


class NoChromiumError(DataError):
    """There is no Chromium; the message says what to install."""


class Chromium:
    """A page of a Chromium; made by `chromium`. What it does raises DataError where it fails."""

    def __init__(self, writes: BinaryIO, reads: BinaryIO) -> None:
        """`writes` takes commands of the DevTools protocol, `reads` gives their answers."""
        self._writes, self._reads, self._number, self._rest = writes, reads, 0, b""
        self._session: str | None = None
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self._frame = self._ask("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def show(self, page: str) -> None:
        """Show a page of HTML."""
        self._ask("Page.setDocumentContent", frameId=self._frame, html=page)

    def evaluate(self, script: str) -> Any:
        """What a script on the page comes to; where it is a promise, what that comes to."""
        answer = self._ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if fault := answer.get("exceptionDetails"):
            said = fault.get("exception", {}).get("description") or fault["text"]
            raise DataError(f"Chromium cannot draw ({said.splitlines()[0]})")
        return answer["result"].get("value")

    def resize(self, width: int, height: int) -> None:
        """Give the page a size in pixels."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def png(self) -> bytes:
        """What the page shows, as PNG."""
        return base64.b64decode(self._ask("Page.captureScreenshot", format="png")["data"])

    def pdf(self, page: str) -> bytes:
        """A page of HTML as PDF, tagged, with its title and language."""
        self.show(page)
        return base64.b64decode(self._ask("Page.printToPDF", **PAPER)["data"])

    def _ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command and wait for its answer; what else is told meanwhile is left out."""
        self._number += 1
        command: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            command["sessionId"] = self._session
        try:
            self._writes.write(json.dumps(command).encode() + END)
            self._writes.flush()
            while (answer := self._next()).get("id") != self._number:
                pass
        except OSError as error:
            raise DataError(f"Chromium stopped before it was done ({error})") from error
        if "error" in answer:
            raise DataError(f"Chromium refuses ({answer['error']['message']})")
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
def chromium() -> Iterator[Chromium]:
    """A Chromium for as long as there is something to draw or print.

    Raises:
        NoChromiumError: there is none.
        DataError: it does not start.
    """
    program = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if program is None:
        raise NoChromiumError(HOW_TO_GET_IT)
    to_read, to_write = os.pipe(), os.pipe()
    theirs = (to_write[0], to_read[1])
    with tempfile.TemporaryDirectory() as profile:
        options = [*QUIET, f"--user-data-dir={profile}"]
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
                yield Chromium(writes, reads)
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
