"""Which address for machines answers what; whatever else begins like one is not there."""

from pathlib import Path

from anyio import CapacityLimiter
from starlette.routing import BaseRoute, Route

from samspil.present.api.page import ADDRESS
from samspil.present.api.resources import ENDINGS, PATH, resources
from samspil.present.api.shelf import Shelf
from samspil.present.i18n import translator
from samspil.present.release_files import DATA
from web.api.answers import resource_answer
from web.api.endpoint import AT_ONCE, Answer, Endpoint, nothing
from web.api.files import DATABASE, PACKAGE, Made, newest_answer, release_answer
from web.api.others import description_answer, feed_answer, health_answer
from web.api.people import page_answer, to_the_page

PREFIXES = ("api", "data", "feed", "healthz")
"""What the addresses begin with."""

HEALTH = "/healthz"
"""What those who watch over the server ask."""


def machine_routes(folder: Path, shelf: Shelf | None = None) -> list[BaseRoute]:
    """The addresses for machines.

    Args:
        folder: for files that are made of a build when somebody first asks; may be lost.
        shelf: the builds that answer, and what is kept of what was asked; one of their own where
            none is given.
    """
    shelf, made = shelf or Shelf(), Made(folder)
    answers: dict[str, Answer] = {
        resource.path(ending): resource_answer(shelf, resource.name, ending)
        for resource in resources(translator("da")).values()
        for ending in ENDINGS
    }
    answers |= {
        f"{PATH}/openapi.json": description_answer(shelf),
        "/feed/{place}.atom": feed_answer(shelf),
        HEALTH: health_answer(shelf),
    }
    files = {f"{DATA}/{name}": newest_answer(shelf, made, name) for name in (DATABASE, PACKAGE)}
    files[f"{DATA}/{{release}}/{{name:path}}"] = release_answer(shelf)
    answers[ADDRESS] = page_answer(shelf)
    answers |= {f"{path}/": to_the_page for path in (ADDRESS, PATH)} | {PATH: to_the_page}
    for prefix in PREFIXES:
        answers.setdefault(f"/{prefix}", nothing)
        answers.setdefault(f"/{prefix}/{{rest:path}}", nothing)
    # What takes long waits for its like alone, and whoever asks after our health for nobody.
    usual, large, health = (CapacityLimiter(count) for count in (AT_ONCE, AT_ONCE, 1))
    limiters = dict.fromkeys(files, large) | {HEALTH: health}
    return [
        Route(path, Endpoint(answer, limiters.get(path, usual)))
        for path, answer in (files | answers).items()
    ]
