"""Content that is ready to send: its codings, its cache rules and its conditional answers."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from web.codings import PREFERRED, digest_of, pack

REVALIDATE = "no-cache"
IMMUTABLE = "public, max-age=31536000, immutable"

_NEVER = re.compile(r"q=0(\.0{0,3})?$")


@dataclass
class Content:
    """One thing to answer with, as an ASGI application for GET and HEAD.

    Attributes:
        media_type: the content type.
        digest: the SHA-256 of the plain bytes, in hexadecimal.
        size: the number of plain bytes.
        read: gives the plain bytes; called in a thread, only for who accepts no coding on offer.
        cache_control: the Cache-Control header.
        encodings: compressed bytes by content coding ("br", "gzip").
        headers: what else every answer says of itself.
    """

    media_type: str
    digest: str
    size: int
    read: Callable[[], bytes]
    cache_control: str = REVALIDATE
    encodings: dict[str, bytes] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        response = await self.response(Request(scope))
        await response(scope, receive, send)

    async def response(self, request: Request) -> Response:
        """The answer: whole (200), its head alone, not modified (304) or not allowed (405)."""
        if request.method not in ("GET", "HEAD"):
            return Response(status_code=405, headers={"Allow": "GET, HEAD"})
        coding = best_coding(_all(request, "accept-encoding"), self.encodings)
        etag = f'"{self.digest[:32]}{"-" if coding else ""}{coding}"'
        headers = {"ETag": etag, "Cache-Control": self.cache_control, "Vary": "Accept-Encoding",
                   **self.headers}  # fmt: skip
        if is_known(etag, _all(request, "if-none-match")):
            return Response(status_code=304, headers=headers)
        if coding:
            headers["Content-Encoding"] = coding
        size = len(self.encodings[coding]) if coding else self.size
        headers["Content-Length"] = str(size)
        body = b"" if request.method == "HEAD" else await self._body(coding)
        return Response(body, headers=headers, media_type=self.media_type)

    async def _body(self, coding: str) -> bytes:
        return self.encodings[coding] if coding else await to_thread.run_sync(self.read)


@dataclass(frozen=True)
class Packed:
    """An HTML page with its compressed forms by coding, as it can be kept."""

    body: bytes
    encodings: dict[str, bytes]


def pack_page(html: str) -> Packed:
    """An HTML page in all its codings."""
    body = html.encode()
    return Packed(body, {coding: pack(body, coding) for coding in PREFERRED})


def page_content(page: Packed) -> Content:
    """A page as it is sent."""
    body = page.body
    return Content("text/html", digest_of(body), len(body), lambda: body, encodings=page.encodings)


def best_coding(accept_encoding: str, offered: Collection[str]) -> str:
    """The smallest coding on offer that an Accept-Encoding header admits, "" for none."""
    admitted = {}
    for part in accept_encoding.lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";")
        admitted[coding] = not _NEVER.match(weight)
    others = admitted.get("*", False)
    smallest = (coding for coding in PREFERRED if coding in offered)
    return next((coding for coding in smallest if admitted.get(coding, others)), "")


def is_known(etag: str, if_none_match: str) -> bool:
    """Whether the browser says that it holds this very answer."""
    tags = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return etag in tags or "*" in tags


def _all(request: Request, name: str) -> str:
    return ",".join(request.headers.getlist(name))
