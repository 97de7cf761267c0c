"""Asking a server politely and with limits: named, slowly, again when it may help, never for ever.

An address that a person wrote (settings or --base-url) is asked wherever it lies. What a server
redirects to has to be a public address, reached as safely as the first one.
"""

import logging
import ssl
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType
from urllib.parse import urljoin, urlsplit

import httpx
import stamina
from stamina.instrumentation import RetryDetails, set_on_retry_hooks

from etl.errors import DataError, shown
from etl.live import clock
from etl.live.body import Cut, TooLarge, read_body
from etl.live.places import check_place, check_reached
from etl.settings import CONTACT, Settings

AGENT = "Samspil"
"""Our name, as robots.txt knows it."""

REDIRECTS = 5
"""So many redirects are followed."""

KEPT_METHOD = (307, 308)
"""The redirects that ask for the same question elsewhere, rather than for another one."""

MOVED = (301, 302, 303, *KEPT_METHOD)
UNCHANGED = 304
AGAIN = (429, 500, 502, 503, 504)
"""What a server may say today and not tomorrow."""

log = logging.getLogger(__name__)


class Temporary(Exception):
    """Something that may be over at the next attempt; `wait` is what the server asks for."""

    def __init__(self, why: str, wait: float | None = None, status: int | None = None) -> None:
        """Why, as a sentence goes on after the host; seconds to wait; the status, if one came."""
        super().__init__(why)
        self.wait, self.status = wait, status


class NoAnswer(DataError):
    """No answer that can be used came, however often it was asked."""

    def __init__(self, why: str, last: Temporary) -> None:
        """What is wrong; `status` and `wait` are those of the last attempt."""
        super().__init__(why)
        self.status, self.wait = last.status, last.wait


class Reply:
    """What came back: status, headers by names in small letters, body, from where, when (UTC)."""

    def __init__(self, response: httpx.Response, body: bytes, at: datetime) -> None:
        """Of a response that was read as far as it is needed."""
        self.status = response.status_code
        self.address = str(response.url)
        self.headers = {name.lower(): value for name, value in response.headers.items()}
        self.body = body
        self.retrieved_at = at.astimezone(UTC).isoformat(timespec="milliseconds")


class Client:
    """Asks; used as a context, so that connections are closed."""

    def __init__(self, settings: Settings) -> None:
        """Raises DataError where no contact address is set."""
        if not settings.contact:
            raise DataError(
                f"settings.toml: contact is not set, and no server is asked without it; set it "
                f"there or as {CONTACT}"
            )
        self._settings = settings
        self._last: dict[str, float] = {}
        self._http = httpx.Client(
            headers={"User-Agent": agent(settings.contact), "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(settings.read, connect=settings.connect),
        )

    def __enter__(self) -> "Client":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close what is open."""
        self._http.close()

    def ask(
        self,
        method: str,
        address: str,
        body: bytes = b"",
        headers: Mapping[str, str] = MappingProxyType({}),
        *,
        read: bool = True,
    ) -> Reply:
        """Ask one question and read the reply to its end, or to the end of its headers.

        A refused or broken connection, a timeout and the statuses of `AGAIN` are tried again,
        after waits that grow, with jitter, or as long as the server asks for.

        Raises:
            NoAnswer: names the host and what is wrong; every attempt failed.
            DataError: likewise; there is no use in trying again.
        """
        settings, host, times = self._settings, urlsplit(address).netloc, 0
        set_on_retry_hooks([_tell])
        try:
            for attempt in stamina.retry_context(
                on=self._worth_it,
                attempts=settings.attempts,
                timeout=settings.attempts * (settings.whole + settings.longest_wait),
                wait_initial=settings.first_wait,
                wait_max=settings.longest_wait,
                wait_jitter=settings.first_wait / 2,
            ):
                times = attempt.num
                with attempt:
                    return self._follow(method, address, body, headers, read=read)
        except Temporary as error:
            asked = f" (asked {times} times)" if times > 1 else ""
            raise NoAnswer(f"{host} {error}{asked}", error) from error
        raise AssertionError("a retry either returns or raises")

    def _worth_it(self, error: Exception) -> bool | float:
        """Whether to ask again, or after how many seconds."""
        if not isinstance(error, Temporary):
            return False
        if error.wait is None:
            return True
        return error.wait if error.wait <= self._settings.longest_wait else False

    def _follow(
        self, method: str, address: str, body: bytes, headers: Mapping[str, str], *, read: bool
    ) -> Reply:
        """Ask, and go where the server sends us, as far as that is allowed."""
        asked, seen = address, {address}
        for _ in range(REDIRECTS + 1):
            elsewhere = urlsplit(asked)[:2] != urlsplit(address)[:2]
            reply = self._once(method, asked, body, headers, redirected=elsewhere, read=read)
            if reply.status not in MOVED:
                return reply
            asked = self._next(method, asked, reply)
            host = urlsplit(address).netloc
            if asked in seen:
                raise DataError(f"{host} redirects in a circle, back to {shown(asked)}")
            seen.add(asked)
            if urlsplit(asked)[:2] != urlsplit(address)[:2]:
                check_place(address, asked)
        raise DataError(f"{urlsplit(address).netloc} redirects more than {REDIRECTS} times")

    def _next(self, method: str, asked: str, reply: Reply) -> str:
        host, to = urlsplit(asked).netloc, reply.headers.get("location", "")
        if not to:
            raise DataError(f"{host} redirects ({reply.status}) without saying where")
        if method not in ("GET", "HEAD") and reply.status not in KEPT_METHOD:
            raise DataError(
                f"{host} answers {reply.status} and sends the question to another page, "
                f"{shown(to)}, in place of an answer"
            )
        try:
            return urljoin(asked, to)
        except ValueError as error:
            raise DataError(f"{host} redirects to {shown(to)}, which is no address") from error

    def _once(
        self,
        method: str,
        address: str,
        body: bytes,
        headers: Mapping[str, str],
        *,
        redirected: bool,
        read: bool,
    ) -> Reply:
        host = urlsplit(address).netloc
        self._wait_for_turn(host)
        ends = time.monotonic() + self._settings.whole
        with (
            _as_ours(),
            self._http.stream(
                method, address, content=body or None, headers=dict(headers)
            ) as response,
        ):
            if redirected and not urllib.request.getproxies():
                check_reached(response, address)
            content = self._body(response, host, ends) if read else b""
            reply = Reply(response, content, clock.now())
        if reply.status in AGAIN:
            wait = _retry_after(reply)
            asks = "" if wait is None else f" and asks to be left alone for {wait:.0f} seconds"
            raise Temporary(f"answers {reply.status}{asks}", wait, reply.status)
        return reply

    def _body(self, response: httpx.Response, host: str, ends: float) -> bytes:
        try:
            return read_body(response, self._settings.limit(), ends)
        except TooLarge as error:
            raise DataError(
                f"{host} sends more than {self._settings.body_mb:g} MB, which is the limit"
            ) from error
        except Cut as error:
            raise Temporary(str(error)) from error

    def _wait_for_turn(self, host: str) -> None:
        """Let as much time pass between two requests to a host as the settings say."""
        if host in self._last:
            time.sleep(max(0.0, self._last[host] + self._settings.between - time.monotonic()))
        self._last[host] = time.monotonic()


def agent(contact: str) -> str:
    """How we name ourselves."""
    try:
        number = version("samspil")
    except PackageNotFoundError:
        number = "source"
    return f"{AGENT}/{number} (public statistics on Danish municipalities; {contact})"


@contextmanager
def _as_ours() -> Iterator[None]:
    """Turn what the library raises into what may be tried again, or into a sentence."""
    try:
        yield
    except (
        httpx.ConnectTimeout,
        httpx.ReadTimeout,
        httpx.WriteTimeout,
        httpx.PoolTimeout,
    ) as error:
        step = "connecting" if isinstance(error, httpx.ConnectTimeout) else "answering"
        raise Temporary(f"took too long while {step}") from error
    except httpx.RemoteProtocolError as error:
        raise Temporary("broke off in the middle of its answer") from error
    except httpx.TransportError as error:
        bottom = _bottom(error)
        if isinstance(bottom, ssl.SSLCertVerificationError):
            host = urlsplit(str(error.request.url)).netloc
            raise DataError(f"{host} has a wrong certificate ({bottom.verify_message})") from error
        reason = getattr(bottom, "strerror", None) or str(bottom) or type(bottom).__name__
        raise Temporary(f"cannot be reached ({reason})") from error
    except httpx.InvalidURL as error:
        raise DataError(f"an address cannot be asked ({error})") from error


def _bottom(error: BaseException) -> BaseException:
    """What an error began with: a certificate that was refused, or what the system said."""
    while not isinstance(error, ssl.SSLCertVerificationError):
        below = error.__cause__ or error.__context__
        if below is None:
            break
        error = below
    return error


def _retry_after(reply: Reply) -> float | None:
    """Seconds that a server asks to be left alone, None where it says nothing of that."""
    text = reply.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdecimal():
        return float(text)
    try:
        day = parsedate_to_datetime(text)
        day = day if day.tzinfo else day.replace(tzinfo=UTC)
        return max(0.0, (day - clock.now()).total_seconds())
    except (ValueError, OverflowError):
        return None


def _tell(details: RetryDetails) -> None:
    """Say in the log that a question is asked again."""
    log.info("It %s; asked again in %.1f s …", details.caused_by, details.wait_for)
