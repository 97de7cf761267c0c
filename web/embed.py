"""One figure as a page of its own, which any site may frame."""

import logging
from threading import Semaphore

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from samspil.present import made as ahead
from samspil.present.address import RELEASE, keeping
from samspil.present.api.questions import Allowed, Refused, checked, language_of, pairs, there_is
from samspil.present.api.shelf import Shelf, reading
from samspil.present.embedded import kept
from samspil.present.embedded.described import Asking
from samspil.present.embedded.page import embed_page
from samspil.present.embeds import EMBEDS, LANGUAGE, Embed, page_address, read_values
from samspil.present.i18n import LANGUAGES, Translator, translator
from samspil.present.release_files import file_address
from samspil.present.sentences import releases as sentences
from samspil.warehouse.builds import OutdatedBuildError, WarehouseError
from samspil.warehouse.opened import Opened
from samspil.warehouse.releases import Release, TamperedReleaseError, find, frozen_file
from web.api.answers import Sent, content, sent
from web.content import REVALIDATE
from web.origin import site_of
from web.unknown import missing_from, saying

log = logging.getLogger(__name__)

HTML = "text/html; charset=utf-8"

ANSWERED, MADE = 20, 2
"""So many answer at a time, and so many of them are made: the dashboard has readers too."""


class Embedded:
    """Answers for the figures that other sites show."""

    def __init__(self, shelf: Shelf) -> None:
        """`shelf` keeps what was made: a figure that was asked for before waits for nobody."""
        self.shelf = shelf
        self._answering, self._making = CapacityLimiter(ANSWERED), Semaphore(MADE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; what goes wrong is told in one sentence, framed like a figure."""
        request, t = Request(scope), translator(language_of(scope["query_string"]))
        response: ASGIApp
        try:
            if request.method not in ("GET", "HEAD"):
                response = Response(status_code=405, headers={"Allow": "GET, HEAD"})
            else:
                response = await to_thread.run_sync(self.answer, request, limiter=self._answering)
        except Refused as error:
            response = saying(scope, str(error), error.status)
        except TamperedReleaseError as error:
            log.exception("No answer to %s", scope["path"])
            response = saying(scope, sentences.tampered(error.release, error.file, t), 503)
        except WarehouseError:
            log.exception("No answer to %s", scope["path"])
            said = t("Der er ingen data, der kan læses, lige nu; prøv igen om lidt.")
            response = saying(scope, said, 503)
        await response(scope, receive, send)

    def _frozen(
        self, embed: Embed, asked: dict[str, str], release: Release, request: Request, t: Translator
    ) -> ASGIApp:
        """The page that was frozen with a release whose tables can no longer be drawn.

        It leads to the newest figure: what that would refuse is refused here too.
        """
        drawn_for = embed.drawn_for or ()
        path = frozen_file(release, kept.page_name(embed.name, asked, drawn_for, t.language))
        if path is None:
            file = file_address(release.name, "samspil.zip")
            return saying(request.scope, sentences.not_kept(release.name, file, t), 410, file)
        house, site = self.shelf.newest().house, site_of(request)
        free = {key: asked[key] for key in embed.takes if key in asked and key not in drawn_for}
        with reading():
            read_values(embed, free, Asking(Opened(house), t.language))
        texts = {name: asked.get(name, "") for name in embed.takes}
        newest = page_address(embed, texts, t.language)

        def make() -> Sent:
            page, ask = path.read_text(encoding="utf-8"), Asking(Opened(house), t.language)
            with reading():
                corrected = self.shelf.corrected(release)
                said = kept.notice(kept.records_of(page), corrected, release.name, newest, ask)
            return sent(kept.shown(page, said, site).encode())

        known = self.shelf.keep(house, make, "frozen embed", release, path.name, site, newest)
        return content(known, HTML, REVALIDATE)

    def answer(self, request: Request) -> ASGIApp:
        """The figure that the address asks for.

        Raises:
            Refused: the address cannot be followed.
            WarehouseError: there is no build, or the release cannot be read.
        """
        embed = EMBEDS.get(request.path_params["name"])
        if embed is None:
            return missing_from(request.scope)
        query = request.scope["query_string"]
        t = translator(language_of(query))
        asked = pairs(query, (*embed.takes, LANGUAGE, RELEASE), embed.name, t)
        if LANGUAGE in asked:
            checked(LANGUAGE, asked[LANGUAGE], Allowed(LANGUAGES), t)
        release = asked.get(RELEASE)
        if release is not None:
            releases = self.shelf.releases()
            there_is(release, releases, t)
            checked(RELEASE, release, Allowed(tuple(releases)), t)
        try:
            book, newest = self.shelf.book(release), self.shelf.newest()
        except OutdatedBuildError:
            return self._frozen(embed, asked, find(str(release)), request, t)
        site, made = site_of(request), ahead.made_for(book.house)

        def make() -> Sent:
            corrected = self.shelf.corrected(book.release)
            ask = Asking(Opened(book.house, book.edition, book.release, corrected), t.language)
            named = {key: text for key, text in asked.items() if key in embed.takes}
            with self._making, reading(), keeping(**{RELEASE: release}):
                values = read_values(embed, named, ask)
                return sent(embed_page(embed, values, ask, site, made).encode())

        known = (embed.name, tuple(sorted(asked.items())), t.language, site, made.written)
        found = self.shelf.keep(
            book.house, make, "embed", *known, newest.house.build.id, newest.edition
        )
        return content(found, HTML, REVALIDATE)
