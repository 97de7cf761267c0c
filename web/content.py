"""Content that is ready to send: its encodings, its cache rules and its conditional answers."""

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import brotli
from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

REVALIDATE = "no-cache"
IMMUTABLE = "public, max-age=31536000, immutable"

_NEVER = re.compile(r"q=0(\.0{0,3})?$")


@dataclass
class Content:
    """One thing to answer with, as an ASGI application for GET and HEAD.

    Attributes:
        media_type: the content type.
        digest: the SHA-256 of the plain bytes, in hexadecimal.
        read: gives the plain bytes; called in a thread, only if no encoding is accepted.
        cache_control: the Cache-Control header.
        encodings: encoded bytes by content coding ("br", "gzip"), the best first.
    """

    media_type: str
    digest: str
    read: Callable[[], bytes]
    cache_control: str = REVALIDATE
    encodings: dict[str, bytes] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        response = await self.response(Request(scope))
        await response(scope, receive, send)

    async def response(self, request: Request) -> Response:
        """The answer: whole (200), its head alone, not modified (304) or not allowed (405)."""
        if request.method not in ("GET", "HEAD"):
            return Response(status_code=405, headers={"Allow": "GET, HEAD"})
        encodings = dict(self.encodings)  # a thread may be adding to it
        coding = best_coding(",".join(request.headers.getlist("accept-encoding")), encodings)
        etag = f'"{self.digest[:32]}{"-" if coding else ""}{coding}"'
        headers = {"ETag": etag, "Cache-Control": self.cache_control, "Vary": "Accept-Encoding"}
        if is_known(etag, ",".join(request.headers.getlist("if-none-match"))):
            return Response(status_code=304, headers=headers)
        if coding:
            headers["Content-Encoding"] = coding
        body = encodings[coding] if coding else await to_thread.run_sync(self.read)
        headers["Content-Length"] = str(len(body))
        sent = b"" if request.method == "HEAD" else body
        return Response(sent, headers=headers, media_type=self.media_type)


def page_content(html: str) -> Content:
    """An HTML page in all its encodings."""
    body = html.encode()
    encodings = {"br": brotli.compress(body), "gzip": gzip.compress(body, mtime=0)}
    return Content("text/html", digest_of(body), lambda: body, encodings=encodings)


def digest_of(body: bytes) -> str:
    """The SHA-256 in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def best_coding(accept_encoding: str, offered: dict[str, bytes]) -> str:
    """The first coding on offer that an Accept-Encoding header admits, "" for none."""
    admitted = {}
    for part in accept_encoding.lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";")
        admitted[coding] = not _NEVER.match(weight)
    everything = admitted.get("*", False)
    return next((coding for coding in offered if admitted.get(coding, everything)), "")


def is_known(etag: str, if_none_match: str) -> bool:
    """Whether the browser says that it holds this very answer."""
    tags = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return etag in tags or "*" in tags
