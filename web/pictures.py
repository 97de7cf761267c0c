"""The figures and preview pictures that were made ahead, by their address."""

import logging

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response

from samspil.present.api.questions import language_of
from samspil.present.i18n import translator
from samspil.present.made import listed
from samspil.present.sentences.releases import tampered
from samspil.warehouse.releases import TamperedReleaseError
from web.codings import digest_of
from web.content import IMMUTABLE, Content
from web.files import TYPES
from web.unknown import missing_from, saying

log = logging.getLogger(__name__)

PNG = "image/png"


async def picture(request: Request) -> Response:
    """A file that a list names; whatever else is asked for is not there."""
    build, name = request.path_params["build"], request.path_params["name"]
    try:
        body = await to_thread.run_sync(listed, build, name)
    except TamperedReleaseError as error:
        log.exception("No answer to %s", request.url.path)
        t = translator(language_of(request.scope["query_string"]))
        return saying(request.scope, tampered(error.release, error.file, t), 503)
    if body is None:
        return missing_from(request.scope)
    media_type = TYPES.get(name[name.rfind(".") :], PNG)
    # The name holds the hash of what it is, so that it may be kept for good.
    found = Content(media_type, digest_of(body), len(body), lambda: body, IMMUTABLE)
    return await found.response(request)
