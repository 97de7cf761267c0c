"""How a server is asked: what it says of itself is believed only as far as it makes sense."""

from types import SimpleNamespace

import httpx
import pytest
from live.contract_server import ContractServer, Reply

from etl.errors import DataError
from etl.live import client as module
from etl.live.client import Client, NoAnswer
from etl.settings import Settings

QUICK = Settings("drift@example.org", between=0, attempts=1, longest_wait=0)


@pytest.fixture(scope="module")
def running():
    """A server for all questions of this file."""
    with ContractServer() as server:
        yield server


@pytest.mark.parametrize("place", ["http://[bad", "//[", "https://a.dk]/", "http://a.dk:99999999/"])
def test_a_redirect_to_what_is_no_address_is_refused_in_a_sentence(running, place):
    running.twist = lambda asked, reply: Reply(302, b"", {"Location": place})
    with Client(QUICK) as client, pytest.raises(DataError, match=r"redirects to .*, which is no"):
        client.ask("GET", running.address)


@pytest.mark.parametrize(
    "when",
    [
        "Fri, 31 Dec 99999999999999999999 23:59:59 GMT",
        "Fri, 31 Dec 9999 23:59:59 -2359",
        "Fri, 31 Dec 2026 23:59:59 +99999999999999",
        "i morgen",
        "",
    ],
)
def test_a_wait_that_makes_no_sense_is_none(running, when):
    running.twist = lambda asked, reply: Reply(503, b"", {"Retry-After": when})
    with Client(QUICK) as client, pytest.raises(NoAnswer, match=r"localhost:.* answers 503"):
        client.ask("GET", running.address)


class Clock:
    """A clock that stands still but for the waits, which it keeps."""

    def __init__(self):
        self.now, self.waits = 100.0, []

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.waits.append(round(seconds, 6))
        self.now += seconds


def test_a_pause_lies_between_two_questions_to_one_host(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(
        module, "time", SimpleNamespace(monotonic=clock.monotonic, sleep=clock.sleep)
    )
    with Client(Settings("drift@example.org", between=3)) as client:
        client._http = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200)))
        for host, passes in (("a.dk", 0.5), ("b.dk", 0.5), ("a.dk", 5), ("a.dk", 0)):
            client.ask("HEAD", f"https://{host}/", read=False)
            clock.now += passes
    assert clock.waits == [2, 0]
