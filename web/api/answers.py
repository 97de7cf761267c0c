"""Answers of resources, kept as they are sent."""

import gzip
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.types import ASGIApp

from samspil.present.api.answers import answer
from samspil.present.api.questions import Question, Refused, pairs, question, there_is
from samspil.present.api.resources import ENDINGS, resources
from samspil.present.api.shelf import Book, Shelf, reading
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.release_files import file_address
from samspil.warehouse.builds import OutdatedBuildError
from web.api.endpoint import AN_HOUR, OPEN, Answer
from web.codings import digest_of
from web.content import REVALIDATE, Content
from web.origin import site_of

WORTH = 1_000
"""Bytes from which an answer is compressed."""

QUICK = 6
"""The level of compression: 9 takes three times as long for three per cent."""


@dataclass(frozen=True)
class Sent:
    """An answer as it is kept: plain, or packed by gzip where that is worth it."""

    digest: str
    size: int
    body: bytes
    packed: bool
    headers: dict[str, str] = field(default_factory=dict)


def sent(body: bytes, headers: dict[str, str] | None = None) -> Sent:
    """The answer with these bytes, ready to be kept."""
    packed = len(body) >= WORTH
    kept = gzip.compress(body, QUICK, mtime=0) if packed else body
    return Sent(digest_of(body), len(body), kept, packed, headers or {})


def content(kept: Sent, media_type: str, cache_control: str) -> Content:
    """What answers a request, conditional ones and HEAD too."""
    return Content(
        media_type,
        kept.digest,
        kept.size,
        (lambda: gzip.decompress(kept.body)) if kept.packed else (lambda: kept.body),
        cache_control,
        {"gzip": kept.body} if kept.packed else {},
        OPEN | kept.headers,
    )


def resource_answer(shelf: Shelf, name: str, ending: str) -> Answer:
    """What answers for a resource in the form with that ending."""

    def give(request: Request, t: Translator) -> ASGIApp:
        resource, site = resources(t)[name], site_of(request)
        asked = pairs(request.scope["query_string"], resource.parameters, name, t)
        releases, newest = shelf.releases(), shelf.newest()
        named = asked.get("release")
        there_is(named, releases, t)
        book = _book(shelf, named, t) if named in releases else newest
        with reading():
            what = question(resource, asked, shelf.offered(book.house), releases, t)

        def make() -> Sent:
            found = answer(what, ending, book, shelf, site)
            headers = {"X-Total-Count": str(found.total)}
            if found.next:
                headers["Link"] = f'<{found.next}>; rel="next"'
            if ending == "csv":
                headers["Content-Disposition"] = f'attachment; filename="{_file(what)}"'
            return sent(found.body, headers)

        known = (ending, what, site, newest.house.build.id, newest.edition)
        kept = shelf.keep(book.house, make, "answer", *known)
        return content(kept, _typed(ENDINGS[ending]), AN_HOUR if _settled(what) else REVALIDATE)

    return give


def _book(shelf: Shelf, release: str | None, t: Translator) -> Book:
    """A release; one of older tables is told where it can be had."""
    try:
        return shelf.book(release)
    except OutdatedBuildError as error:
        said = t("release={release}: dens tabeller er af en ældre form; den kan hentes som {file}.")
        address = file_address(str(release), "samspil.duckdb")
        raise Refused(
            said.format(release=release, file=address), parameter="release", value=str(release)
        ) from error


def _settled(what: Question) -> bool:
    """Whether an answer changes no more but for a notice: it is all of a release."""
    return what.release is not None and what.resource != "changes"


def _file(what: Question) -> str:
    """What a browser calls the file that it keeps."""
    chosen = (what.code, what.year, what.dimension, what.criterion)
    parts = [str(value) for value in chosen if value is not None]
    return file_stem(what.resource, *parts) + ".csv"


def _typed(media_type: str) -> str:
    """With the character set, where a type does not imply it."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
