"""The page that tells people of the addresses for machines."""

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp

from samspil.present.api.page import ADDRESS, page
from samspil.present.api.shelf import Shelf
from samspil.present.i18n import Translator
from web.api.answers import Sent, content, sent
from web.api.endpoint import Answer
from web.content import REVALIDATE
from web.origin import site_of


def page_answer(shelf: Shelf) -> Answer:
    """What answers for the page."""

    def give(request: Request, t: Translator) -> ASGIApp:
        newest, releases, site = shelf.newest().house, shelf.releases(), site_of(request)

        def make() -> Sent:
            return sent(page(newest.build.newest_year, releases, site, t).encode())

        kept = shelf.keep(newest, make, "page", tuple(releases), site, t.language)
        return content(kept, "text/html; charset=utf-8", REVALIDATE)

    return give


def to_the_page(request: Request, t: Translator) -> ASGIApp:
    """The page has one address."""
    query = request.url.query
    return RedirectResponse(ADDRESS + (f"?{query}" if query else ""))
