"""Where a server may send us: to public addresses, and not from https to http."""

import ipaddress
import socket
from urllib.parse import urlsplit

import httpx

from etl.errors import DataError, shown


def check_place(asked: str, to: str) -> None:
    """Refuse to ask anything but a public host, and one that a redirect leads to less safely.

    Args:
        asked: the address that was asked first.
        to: where that redirects to, or the same address.

    Raises:
        DataError: names the host that redirects, and where to, or the address.
    """
    redirects = f"{urlsplit(asked).netloc} redirects to" if asked != to else "the address is"
    where = f"{redirects} {shown(to)}"
    try:
        parts = urlsplit(to)
        port = parts.port
    except ValueError as error:
        raise DataError(f"{where}, which is no address") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise DataError(f"{where}, which is no web address")
    if parts.scheme == "http" and urlsplit(asked).scheme == "https":
        raise DataError(f"{where}, which is not encrypted")
    try:
        found = socket.getaddrinfo(parts.hostname, port or parts.scheme, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise DataError(f"{where}, and that host is not known") from error
    for *_, place in found:
        if not _is_public(str(place[0])):
            raise DataError(f"{where}, which lies in a private network ({place[0]})")


def check_reached(response: httpx.Response, address: str) -> None:
    """Refuse to read from a private host, whatever its name was known for a moment ago.

    Raises:
        DataError: names the host.
    """
    stream = response.extensions.get("network_stream")
    place = stream.get_extra_info("server_addr") if stream else None
    if place and not _is_public(str(place[0])):
        host = urlsplit(address).netloc
        raise DataError(
            f"{host} lies in a private network ({place[0]}), where it was redirected to"
        )


def _is_public(place: str) -> bool:
    try:
        found = ipaddress.ip_address(place.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None)
    return (inner or found).is_global
