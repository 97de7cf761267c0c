"""Asking one address whether it still answers, as its server's robots.txt allows."""

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from etl.errors import DataError
from etl.links.book import BLOCKED, GONE, MOVED, NO_ANSWER, REACHABLE, Link
from etl.live.client import AGENT, Client, NoAnswer
from etl.live.places import check_place

HEAD_IN_VAIN = (400, 403, 404, 405, 406, 410, 500, 501)
"""What servers that know no HEAD answer to it; a GET decides."""

NO_PAGE = (404, 410)
NO_ENTRY = (401, 402, 403, 407, 429, 451)
FINE = range(200, 300)
TOO_MANY = 429
REFUSED_WHOLLY = range(500, 600)


class Asker:
    """Asks addresses one by one, and each server's robots.txt once."""

    def __init__(self, client: Client, today: str, *, private: bool = False) -> None:
        """`today` is stamped on what is found; `private` also asks hosts of private networks."""
        self._client, self._today, self._private = client, today, private
        self._robots: dict[str, Callable[[str], bool]] = {}

    def state(self, address: str) -> Link:
        """What becomes of an address; what goes wrong is part of the answer."""
        try:
            if not self._private:
                check_place(address, address)
            if not self._allows(address):
                return self._link(address, BLOCKED, why="robots.txt")
            return self._asked(address)
        except NoAnswer as error:
            state = BLOCKED if error.status in NO_ENTRY else NO_ANSWER
            return self._link(address, state, why=str(error))
        except DataError as error:
            return self._link(address, NO_ANSWER, why=str(error))

    def _asked(self, address: str) -> Link:
        try:
            reply = self._client.ask("HEAD", address, read=False)
            again = reply.status in HEAD_IN_VAIN
        except NoAnswer as error:
            if error.status == TOO_MANY or error.wait is not None:
                raise
            again = True
        if again:
            reply = self._client.ask("GET", address, read=False)
        if reply.status in NO_PAGE:
            return self._link(address, GONE, why=str(reply.status))
        if reply.status in NO_ENTRY:
            return self._link(address, BLOCKED, why=str(reply.status))
        if reply.status not in FINE:
            return self._link(address, NO_ANSWER, why=str(reply.status))
        if same_page(address, reply.address):
            return self._link(address, REACHABLE, reached=True)
        return self._link(address, MOVED, moved_to=reply.address, reached=True)

    def _allows(self, address: str) -> bool:
        """Whether robots.txt lets us ask; a server that has none, or cannot say, is RFC 9309's."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(site)
        return self._robots[site](address)

    def _rules(self, site: str) -> Callable[[str], bool]:
        try:
            reply = self._client.ask("GET", f"{site}/robots.txt")
        except NoAnswer as error:
            if error.status in REFUSED_WHOLLY:
                return lambda _: False
            raise
        if reply.status not in FINE:
            return lambda _: True
        rules = Protego.parse(reply.body.decode("utf-8", errors="replace"))
        return lambda address: rules.can_fetch(address, AGENT)

    def _link(
        self, address: str, state: str, *, moved_to: str = "", why: str = "", reached: bool = False
    ) -> Link:
        return Link(address, state, moved_to, self._today, self._today if reached else "", why)


def same_page(asked: str, found: str) -> bool:
    """Whether addresses differ by http or https, www, a slash at the end or a fragment alone."""
    return _bare(asked) == _bare(found)


def _bare(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return host, parts.path.rstrip("/"), parts.query
