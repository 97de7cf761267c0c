"""Streamlit's page with our language and what a shared link says of it, as the address asks for it.

The page itself says English and "Streamlit" until its script has run, which is wrong for screen
readers and for previews of a shared link.
"""

import logging

from anyio import to_thread
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from samspil.present.address import RELEASE, keeping, link
from samspil.present.api.questions import language_of, last_asked
from samspil.present.api.shelf import Book, Shelf, reading
from samspil.present.embedded.described import Asking
from samspil.present.html import render
from samspil.present.i18n import Translator, translator
from samspil.present.made import made_for, picture_address, preview_key
from samspil.present.pages import FRONT, PATHS
from samspil.present.preview import SIZE, Preview, of_municipalities, of_page, picture_alt
from samspil.warehouse.builds import WarehouseError
from samspil.warehouse.opened import Opened
from samspil.warehouse.releases import release_names
from web.content import Content, pack_page, page_content
from web.origin import site_of

log = logging.getLogger(__name__)

_LANGUAGE = '<html lang="en"'
_TITLE = "<title>Streamlit</title>"

MUNICIPALITY = "kommune"
OWN = "municipality"
"""The page that says of a municipality what is known of it."""

STANDARD = "/app/static/preview.png"
"""The picture of a link where none was made."""


LOCALES = {"da": "da_DK", "en": "en_GB"}


class Page:
    """A page in the language that the address asks for, Danish where it asks for none."""

    def __init__(self, html: str, name: str, shelf: Shelf) -> None:
        """`html` is Streamlit's own page, `name` that of ours.

        Raises:
            ValueError: it lacks the places where language and title belong.
        """
        if _LANGUAGE not in html or _TITLE not in html:
            raise ValueError(
                "Streamlit's page has changed: no place for the language or the title."
            )
        self.html, self.name, self.shelf = html, name, shelf

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request: 404 with the same page where it names a release that is not here.

        The page then says so, and shows the newest build.
        """
        named = last_asked(scope["query_string"], RELEASE)
        release = named if named in await to_thread.run_sync(release_names) else None
        page = await to_thread.run_sync(self.content, Request(scope), release)
        if not named or release:
            await page(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name != b"if-none-match"]
        answer = await page.response(Request({**scope, "headers": headers}))
        if answer.status_code == 200:
            answer.status_code = 404
            del answer.headers["etag"]  # the release may come, and the page is then the same
        await answer(scope, receive, send)

    def content(self, request: Request, release: str | None) -> Content:
        """The page for this address; where no build can be read, without a word of the data.

        Args:
            request: names language and municipality.
            release: that is shown, None for the newest build.
        """
        query, site = request.scope["query_string"], site_of(request)
        t = translator(language_of(query))
        try:
            book = self.shelf.book(release)
            shown = self._preview(book, last_asked(query, MUNICIPALITY), t)
            made = made_for(book.house)
        except WarehouseError as error:
            log.info("A page says nothing of the data: %s", error)
            return page_content(pack_page(self.whole(of_page(self.name, t), None, site, "", t)))
        file = made.files.get(preview_key(shown.name, t.language))
        picture = picture_address(book.house, file) if file else ""
        kept = self.shelf.keep(
            book.house,
            lambda: pack_page(self.whole(shown, release, site, picture, t)),
            "page", self.name, shown.name, t.language, release, site, picture,
        )  # fmt: skip
        return page_content(kept)

    def _preview(self, book: Book, code: str, t: Translator) -> Preview:
        """What a link to this page says: of a municipality where it is about one."""
        if self.name == OWN and code:
            ask = Asking(Opened(book.house, book.edition, book.release), t.language)
            with reading():
                every = self.shelf.keep(
                    book.house, lambda: of_municipalities(ask), "previews", t.language
                )
            if code in every:
                return every[code]
        return of_page(self.name, t)

    def whole(
        self, shown: Preview, release: str | None, site: str, picture: str, t: Translator
    ) -> str:
        """Streamlit's page with the `lang` and the head of ours.

        Args:
            shown: what a link to it says.
            release: that the address names.
            site: where the site is.
            picture: the address of the picture from the root of the site; empty where none is made.
            t: the translator.
        """
        path = "" if self.name == FRONT else PATHS[self.name]
        code = shown.name if shown.name != self.name else None
        with keeping(**{RELEASE: release}):
            address = site + link(f"/{path}", kommune=code, lang=t.language)
        title = f"{shown.title} · Samspil"
        if self.name == FRONT:
            title = t("Samspil: kommunernes samarbejde med frivillige sociale foreninger")
        head = render(
            "head_of_page",
            title=title,
            shown=shown,
            locale=LOCALES[t.language],
            address=address,
            picture=site + (picture or STANDARD),
            alt=picture_alt(shown, t) if picture else "Samspil",
            size=SIZE,
        )
        page = self.html.replace(_LANGUAGE, f'<html lang="{t.language}"', 1)
        return page.replace(_TITLE, head.strip(), 1)
