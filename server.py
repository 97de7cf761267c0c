"""The dashboard as a server: the same pages, with the page's language set from the first byte."""

import html
from urllib.parse import parse_qs

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

TITLES = {
    "da": "Samspil: kommunernes samarbejde med frivillige sociale foreninger",
    "en": "Samspil: how municipalities work with voluntary social organisations",
}


class PageLanguage:
    """Gives the first HTML its language, a title and a description.

    Streamlit's own page says English and "Streamlit" until its script has run, which is wrong for
    screen readers and for previews of a shared link.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, HTML pages rewritten."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        language = parse_qs(scope["query_string"].decode("latin-1")).get("lang", ["da"])[-1]
        wants_html = any(n == b"accept" and b"text/html" in v for n, v in scope["headers"])
        if wants_html:
            headers = [(n, v) for n, v in scope["headers"] if n != b"accept-encoding"]
            scope = scope | {"headers": headers}
        await self.app(scope, receive, _Rewriter(send, "en" if language == "en" else "da"))


class _Rewriter:
    """Collects an HTML answer and sends it rewritten; everything else goes through."""

    def __init__(self, send: Send, language: str) -> None:
        self.send, self.language = send, language
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_plain_html(message):
            self.start = message
        elif self.start is None or message["type"] != "http.response.body":
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_rewritten(self.start)

    async def _send_rewritten(self, start: Message) -> None:
        title = html.escape(TITLES[self.language])
        body = self.body.replace(b'<html lang="en"', f'<html lang="{self.language}"'.encode(), 1)
        head = f'<title>{title}</title><meta name="description" content="{title}">'
        body = body.replace(b"<title>Streamlit</title>", head.encode(), 1)
        headers = [(n, v) for n, v in start["headers"] if n.lower() != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.send(start | {"headers": headers})
        await self.send({"type": "http.response.body", "body": body})


def _is_plain_html(start: Message) -> bool:
    headers = {name.lower(): value for name, value in start["headers"]}
    html_type = headers.get(b"content-type", b"").startswith(b"text/html")
    return html_type and b"content-encoding" not in headers


async def robots(request: object) -> PlainTextResponse:
    """Search engines are welcome."""
    return PlainTextResponse("User-agent: *\nAllow: /\n")


# A folder named pages/ makes Streamlit run its files on their own, without the entry script,
# until the first st.navigation of the process; a reconnecting browser would see a page torn off.
PagesManager.uses_pages_directory = False

app = st.App(
    "dashboard.py", routes=[Route("/robots.txt", robots)], middleware=[Middleware(PageLanguage)]
)
