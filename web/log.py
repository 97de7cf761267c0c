"""One log line a request, with nothing in it of who asked."""

import logging
import re
import time
from urllib.parse import quote

from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

LONGEST = 200
"""Characters of a path that are logged."""

_E_MAIL = re.compile(r"[^/]*@[^/]*")


class RequestLog:
    """Logs method, path, status, milliseconds and bytes of every HTTP answer.

    The bytes are those of the body as they are sent; the status is "-" where none was.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and log when the answer has ended, however it ended."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, size, began = "-", 0, time.perf_counter()

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = str(message["status"])
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            took = 1000 * (time.perf_counter() - began)
            path = loggable(scope["path"])
            log.info("%s %s %s %.0f ms %d bytes", scope["method"], path, status, took, size)


def loggable(path: str) -> str:
    """A path in one line of bounded length, without parts that look like an e-mail address."""
    return quote(_E_MAIL.sub("*", path), safe="/*", errors="replace")[:LONGEST]
