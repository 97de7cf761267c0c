"""What is not there says so: status 404 and a page that leads home."""

import html

from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samspil.present.i18n import translator
from web.page import language_of


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
                await not_found(scope)(scope, receive, send)
            elif not unknown:
                await send(message)

        await self.app(scope, receive, checked)


async def missing(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer 404."""
    await not_found(scope)(scope, receive, send)


def not_found(scope: Scope) -> Response:
    """A page for people, a line for programs."""
    t = translator(language_of(scope))
    sentence = t("Siden findes ikke.")
    headers = {"Cache-Control": "no-cache"}
    if not any(name == b"accept" and b"text/html" in value for name, value in scope["headers"]):
        return PlainTextResponse(sentence, 404, headers)
    language, said, home = map(html.escape, (t.language, sentence, t("Til forsiden")))
    page = (
        f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<title>Samspil</title><h1>{said}</h1><p><a href="/">{home}</a></p></html>'
    )
    return HTMLResponse(page, 404, headers)


def _is_html(start: Message) -> bool:
    return any(
        name.lower() == b"content-type" and value.startswith(b"text/html")
        for name, value in start["headers"]
    )
