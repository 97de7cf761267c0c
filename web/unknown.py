"""What is not there says so: status 404 and a page that leads home."""

import html

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samspil.present.api.questions import language_of
from samspil.present.embeds import FOLDER as FRAMED
from samspil.present.i18n import translator

_STYLE = "body{font:16px/1.4 sans-serif;margin:24px}h1{font-size:20px}"


class Known:
    """Passes on to Streamlit, and answers 404 where it would show the app for an unknown path.

    Streamlit answers every path that it does not know with its page and status 200. All that it
    answers on purpose (health, settings, downloads) is something other than HTML.
    """

    def __init__(self, app: ASGIApp) -> None:
        """`app` is Streamlit."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; a page becomes a 404."""
        unknown = False

        async def checked(message: Message) -> None:
            nonlocal unknown
            if message["type"] == "http.response.start" and _is_html(message):
                unknown = True
                await missing_from(scope)(scope, receive, send)
            elif not unknown:
                await send(message)

        await self.app(scope, receive, checked)


async def missing(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer 404."""
    await missing_from(scope)(scope, receive, send)


def missing_from(scope: Scope) -> Response:
    """That there is no such page."""
    t = translator(language_of(scope["query_string"]))
    return saying(scope, t("Siden findes ikke."), 404)


def saying(scope: Scope, sentence: str, status: int, leads: str = "") -> Response:
    """One sentence in place of an answer: a page for people, a line for programs.

    Args:
        scope: of the request.
        sentence: what is said.
        status: as HTTP counts.
        leads: an address that the sentence names, to be a link.
    """
    t = translator(language_of(scope["query_string"]))
    headers = {"Cache-Control": "no-cache"}
    if not any(name == b"accept" and b"text/html" in value for name, value in scope["headers"]):
        return PlainTextResponse(sentence, status, headers)
    language, said, home = map(html.escape, (t.language, sentence, t("Til forsiden")))
    target = ' target="_blank"' if scope["path"].startswith(f"/{FRAMED}/") else ""
    if leads:
        named = html.escape(leads)
        said = said.replace(named, f'<a href="{named}"{target}>{named}</a>')
    page = (
        f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Samspil</title><style>{_STYLE}</style>"
        f'<h1>{said}</h1><p><a href="/"{target}>{home}</a></p></html>'
    )
    return HTMLResponse(page, status, headers)


def _is_html(start: Message) -> bool:
    return any(
        name.lower() == b"content-type" and value.startswith(b"text/html")
        for name, value in start["headers"]
    )
