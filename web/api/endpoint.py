"""What every address for machines has in common: who may read it, and how it refuses."""

import json
import logging
from collections.abc import Callable
from http import HTTPStatus

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from samspil.present.api.openapi import PROBLEM
from samspil.present.api.page import ADDRESS
from samspil.present.api.questions import Refused, language_of
from samspil.present.i18n import Translator, translator
from samspil.present.sentences.releases import tampered
from samspil.warehouse.builds import WarehouseError
from samspil.warehouse.releases import TamperedReleaseError

log = logging.getLogger(__name__)

OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, X-Total-Count",
}
"""What lets a script of any site read an answer."""

AN_HOUR = "public, max-age=3600"
"""For what a release is said to be: a later correction adds its notice."""

AT_ONCE = 2
"""So many answers, and so many files, are made at a time; others wait, so that readers of the
dashboard do not."""

_METHODS = ("GET", "HEAD")

Answer = Callable[[Request, Translator], ASGIApp]
"""Gives what is sent; runs in a thread. Raises Refused, or WarehouseError."""


class Endpoint:
    """An address that is only read; what goes wrong is told as JSON, in one sentence."""

    def __init__(self, answer: Answer, limiter: CapacityLimiter) -> None:
        """`answer` is called in a thread, at most as many at once as `limiter` admits."""
        self.answer, self.limiter = answer, limiter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope)
        t = translator(language_of(scope["query_string"]))
        response: ASGIApp
        try:
            if request.method not in _METHODS:
                raise _only_read(request.method, t)
            response = await to_thread.run_sync(self.answer, request, t, limiter=self.limiter)
        except Refused as error:
            response = problem(error)
        except TamperedReleaseError as error:
            log.exception("No answer to %s", scope["path"])
            response = problem(Refused(tampered(error.release, error.file, t), status=503))
        except WarehouseError:
            log.exception("No answer to %s", scope["path"])
            said = t("Der er ingen data, der kan læses, lige nu; prøv igen om lidt.")
            response = problem(Refused(said, status=503))
        await response(scope, receive, send)


def nothing(request: Request, t: Translator) -> ASGIApp:
    """There is nothing at this address."""
    said = t("Adressen findes ikke; {address} har dem, der er.").format(address=ADDRESS)
    raise Refused(said, status=404)


def _only_read(method: str, t: Translator) -> Refused:
    said = t("{method}: adressen kan kun læses, med GET eller HEAD.").format(method=method[:20])
    return Refused(said, status=405)


def problem(error: Refused) -> Response:
    """A refusal as RFC 9457 has it."""
    content = {"type": "about:blank", "title": HTTPStatus(error.status).phrase,
               "status": error.status, "detail": str(error)}  # fmt: skip
    if error.parameter:
        content |= {"parameter": error.parameter, "value": error.value}
    headers = {"Cache-Control": "no-store", **OPEN}
    if error.status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_METHODS)
    if error.status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "60"
    body = json.dumps(content, ensure_ascii=False).encode()
    return Response(body, error.status, headers, PROBLEM)
