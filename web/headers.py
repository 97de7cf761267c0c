"""The headers that every answer carries; docs/SECURITY.md says what each exception is for."""

import base64
import hashlib
import logging
import re
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger(__name__)

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def security_headers(page: str) -> dict[str, str]:
    """The headers for a site whose pages are `page`, the HTML that Streamlit sends."""
    return {
        "Content-Security-Policy": content_security_policy(page),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def content_security_policy(page: str) -> str:
    """What a browser may load and run: this site's own, and what Streamlit cannot do without."""
    scripts = " ".join(f"'sha256-{_hash(script)}'" for script in _INLINE_SCRIPT.findall(page))
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' blob: {scripts}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' blob: data:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {sources.strip()}" for name, sources in directives.items())


def framed_policy() -> str:
    """What a browser may do with a figure that other sites show: no script, framed by anyone."""
    directives = {
        "default-src": "'none'",
        "style-src": "'unsafe-inline'",
        "img-src": "'self'",
        "font-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'none'",
        "frame-ancestors": "*",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class Headers:
    """Puts headers on every HTTP answer, that to a failure included."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str], framed: str = "") -> None:
        """Wrap `app`; `framed` begins the paths of what other sites may frame, if any do."""
        self.app, self.headers, self.framed = app, headers, framed
        self.open = {**headers, "Content-Security-Policy": framed_policy()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, with the headers on the way back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False
        open_ = self.framed and scope["path"].startswith(self.framed)
        headers = self.open if open_ else self.headers

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message).update(headers)
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception:
            if started:
                raise
            log.exception("No answer to %s %s", scope["method"], scope["path"])
            await PlainTextResponse("Internal Server Error", 500)(scope, receive, with_headers)
