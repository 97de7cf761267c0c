"""Where the site is, for addresses that leave it."""

import os
import re

from starlette.requests import Request

ADDRESS = "SAMSPIL_ADDRESS"
"""The setting that says it, where the server stands behind another one."""

_HOST = re.compile(r"[\w.:\[\]-]{1,255}", re.ASCII)


def site_of(request: Request) -> str:
    """Where the site is as readers know it, without a slash; empty where that is no host.

    What a proxy says of itself (X-Forwarded-Host) is not believed: anybody can send it.
    """
    if configured := os.environ.get(ADDRESS):
        return configured.rstrip("/")
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if _HOST.fullmatch(host) else ""
