"""Reading the body of a response within limits of size and time, unpacked here and not before."""

import time
import zlib
from collections.abc import Iterator

import httpx

GZIP = 16 + zlib.MAX_WBITS
PIECE = 1024 * 1024
"""Bytes that are unpacked at a time, so that a bomb goes off in small parts."""


class TooLarge(Exception):
    """The body is larger than the limit."""


class Cut(Exception):
    """The body is not whole; the message says so, as a sentence goes on after the host."""


def read_body(response: httpx.Response, limit: int, ends: float) -> bytes:
    """The body, unpacked where it is packed with gzip.

    Args:
        response: opened as a stream.
        limit: bytes that it may have, unpacked.
        ends: by `time.monotonic`, when it must be there.

    Raises:
        TooLarge: it has more bytes, or says so.
        Cut: it is late, broken off, or packed in a way that nobody asked for.
    """
    said = response.headers.get("content-length", "")
    if said.isascii() and said.isdecimal() and int(said) > limit:
        raise TooLarge
    parts, size = [], 0
    for part in _unpacked(response, ends):
        size += len(part)
        if size > limit:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)


def _in_time(response: httpx.Response, ends: float) -> Iterator[bytes]:
    for part in response.iter_raw():
        if time.monotonic() > ends:
            raise Cut("took too long while answering")
        yield part


def _unpacked(response: httpx.Response, ends: float) -> Iterator[bytes]:
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing == "identity":
        yield from _in_time(response, ends)
        return
    if packing not in ("gzip", "x-gzip"):
        raise Cut(f"packs its answer in a way that was not asked for ({packing[:20]!r})")
    unpack = zlib.decompressobj(GZIP)
    try:
        for part in _in_time(response, ends):
            rest = part
            while rest and not unpack.eof:
                yield unpack.decompress(rest, PIECE)
                rest = unpack.unconsumed_tail
    except zlib.error as error:
        raise Cut("sends an answer that cannot be unpacked") from error
    if not unpack.eof:
        raise Cut("broke off in the middle of its answer")
