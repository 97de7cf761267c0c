"""The description, the feeds, and whether there are data to answer with."""

import json

from starlette.requests import Request
from starlette.types import ASGIApp

from samspil.present.api.openapi import description
from samspil.present.api.questions import Refused, only_language, pairs
from samspil.present.api.resources import PATH
from samspil.present.api.shelf import Shelf, reading
from samspil.present.api.steps import steps
from samspil.present.feed import COUNTRY, feed
from samspil.present.i18n import Translator
from samspil.warehouse.queries import municipalities
from web.api.answers import Sent, content, sent
from web.api.endpoint import Answer
from web.content import REVALIDATE
from web.origin import site_of

JSON, ATOM = "application/json", "application/atom+xml"


def description_answer(shelf: Shelf) -> Answer:
    """What answers for the description."""

    def give(request: Request, t: Translator) -> ASGIApp:
        only_language(request.scope["query_string"], "openapi.json", t)
        newest, releases = shelf.newest().house, shelf.releases()

        def make() -> Sent:
            with reading():
                said = description(newest.build, shelf.offered(newest), releases, t)
            return sent(json.dumps(said, ensure_ascii=False).encode())

        kept = shelf.keep(newest, make, "openapi", t.language, tuple(releases))
        return content(kept, JSON, REVALIDATE)

    return give


def feed_answer(shelf: Shelf) -> Answer:
    """What answers for a feed; its address names the place."""

    def give(request: Request, t: Translator) -> ASGIApp:
        place, site = request.path_params["place"], site_of(request)
        only_language(request.scope["query_string"], f"{place}.atom", t)
        newest = shelf.newest().house
        with reading():
            known = (COUNTRY, *shelf.offered(newest).codes)
        if place not in known:
            said = t("{place}.atom: der er ingen kommune med det nummer; {address} har alle.")
            told = said.format(place=place[:20], address=f"{PATH}/municipalities.json")
            raise Refused(told, status=404)

        def make() -> Sent:
            with reading():
                names = municipalities(newest)
                own = names[names["code"] == place].to_dict("records")
                followed = steps(shelf, newest)
            where = own[0] if own else None
            return sent(feed(followed, where, newest.build.built_at, site, t))

        key = "feed", place, site, t.language, shelf.standing(newest)
        return content(shelf.keep(newest, make, *key), ATOM, REVALIDATE)

    return give


def health_answer(shelf: Shelf) -> Answer:
    """What answers whether there are data to answer with, and which.

    `release` is what the newest data are, or are a draft of; `frozen` names the releases that stay.
    """

    def give(request: Request, t: Translator) -> ASGIApp:
        pairs(request.scope["query_string"], (), "healthz", t)
        build = shelf.house().build
        said = {
            "status": "ok",
            "build": build.id,
            "release": build.release,
            "frozen": list(shelf.releases()),
        }
        return content(sent(json.dumps(said).encode()), JSON, "no-store")

    return give
