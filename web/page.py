"""Streamlit's page with our language, title and description, made once for each language.

The page itself says English and "Streamlit" until its script has run, which is wrong for screen
readers and for previews of a shared link.
"""

import html
from collections.abc import Mapping
from urllib.parse import parse_qs

from anyio import to_thread
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from samspil.present.i18n import LANGUAGES, translator
from samspil.warehouse.releases import release_names
from web.content import Content, page_content

_LANGUAGE = '<html lang="en"'
_TITLE = "<title>Streamlit</title>"


class Page:
    """The page in the language that the address asks for, Danish where it asks for none."""

    def __init__(self, html: str) -> None:
        """`html` is Streamlit's own page.

        Raises:
            ValueError: it lacks the places where language and title belong.
        """
        self.languages: Mapping[str, Content] = {
            language: page_content(in_language(html, language)) for language in LANGUAGES
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request: 404 with the same page where it names a release that is not here.

        The page then says so, and shows the newest build.
        """
        page, release = self.languages[language_of(scope)], _asked(scope, "udgave")
        if not release or release in await to_thread.run_sync(release_names):
            await page(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name != b"if-none-match"]
        answer = await page.response(Request({**scope, "headers": headers}))
        if answer.status_code == 200:
            answer.status_code = 404
            del answer.headers["etag"]  # the release may come, and the page is then the same
        await answer(scope, receive, send)


def language_of(scope: Scope) -> str:
    """The language that `?lang=` names, "da" for anything unknown."""
    asked = _asked(scope, "lang")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def _asked(scope: Scope, name: str) -> str:
    """What the address says of a parameter, the last time it names it; empty where it does not."""
    return parse_qs(scope["query_string"].decode("latin-1")).get(name, [""])[-1]


def in_language(page: str, language: str) -> str:
    """Streamlit's page with the `lang`, title and description of a language ("da", "en")."""
    if _LANGUAGE not in page or _TITLE not in page:
        raise ValueError("Streamlit's page has changed: no place for the language or the title.")
    t = translator(language)
    title = html.escape(t("Samspil: kommunernes samarbejde med frivillige sociale foreninger"))
    head = f'<title>{title}</title><meta name="description" content="{title}">'
    page = page.replace(_LANGUAGE, f'<html lang="{language}"', 1)
    return page.replace(_TITLE, head, 1)
