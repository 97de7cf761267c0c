"""Servers fail in many ways: each is one line on the source, and the snapshot stays as it was."""

import gzip
import socket
import ssl
import threading

import pytest
import trustme
from live.answers import DATA, INFO
from live.contract_server import ContractServer, Reply
from live.refreshing import content, put, twisted, unfinished, with_body

pytestmark = pytest.mark.faults

MEGABYTE = 1024 * 1024
STAYS = "the snapshot as it was, byte by byte"
FAILED = "area.csv: failed, and stays as it was: "


@pytest.fixture
def fails(refreshed, live_data):
    """A function that refreshes areas in vain, and gives the reason that is told."""

    def run(*arguments, **environment):
        before = content(live_data)
        status, said = refreshed("area", *arguments, **environment)
        assert status == 1
        assert said.startswith(FAILED)
        assert said.count("\n") == 1
        assert content(live_data) == before
        assert unfinished(live_data.parent) == []
        return said.removeprefix(FAILED)

    return run


@pytest.mark.faults_few
def test_connection_refused(fails, record):
    """Nobody listens at the address of a source."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        said = fails("--base-url", address)
    assert "cannot be reached (Connection refused) (asked 3 times)" in said
    record(1, "one line", STAYS)


def test_unknown_host(fails, record):
    """The name of a server is not known."""
    said = fails("--base-url", "http://findes-ikke.invalid/v1")
    assert said.startswith("findes-ikke.invalid cannot be reached (")
    record(1, "one line", STAYS)


def test_silence_in_the_middle_of_an_answer(fails, server, live_data, record):
    """A server falls silent in the middle of an answer, or lets it drip."""
    put(live_data, "read = 2", "read = 0.3", "settings.toml")
    put(live_data, "whole = 5", "whole = 1", "settings.toml")
    over = threading.Event()

    def silent(handler, asked):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
        over.wait()
        return True

    def drips(handler, asked):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not over.wait(0.05):
            try:
                handler.wfile.write(b"{")
            except OSError:
                break
        return True

    for way in (silent, drips):
        server.take_over = way
        assert "took too long while answering (asked 3 times)" in fails()
    over.set()
    record(2, "one line each", STAYS)


def test_answer_broken_off(fails, server, record):
    """A connection ends in the middle of an answer."""

    def half(handler, asked):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
        return True

    server.take_over = half
    assert "broke off in the middle of its answer (asked 3 times)" in fails()
    record(1, "one line", STAYS)


def test_too_many_requests(refreshed, fails, server, record):
    """A server answers 429 and says when to come again: in a second, in an hour."""
    answers = [("1", 1), ("3600", 9)]
    for wait, times in answers:
        left = [None] * times

        def busy(asked, reply, left=left, wait=wait):
            return Reply(429, b"", {"Retry-After": wait}) if left and not left.pop() else reply

        server.twist, before = busy, len(server.asked)
        if wait == "1":
            assert refreshed("area") == (0, "area.csv: replaced, 0 → 98 rows, new years 2026\n")
            assert len(server.asked) - before == 3
        else:
            said = fails("--again")
            assert "answers 429 and asks to be left alone for 3600 seconds\n" in said
            assert len(server.asked) - before == 1
    record(2, "asked again after a second; left alone for the hour, one line", STAYS)


def test_errors_that_pass(refreshed, server, record):
    """A server answers 500 twice, and then as it should."""
    left = [503, 500]
    server.twist = lambda asked, reply: Reply(left.pop(), b"") if left else reply
    assert refreshed("area") == (0, "area.csv: replaced, 0 → 98 rows, new years 2026\n")
    record(1, "asked again, and done", "the new snapshot")


@pytest.mark.faults_few
def test_redirects(fails, server, record):
    """A server redirects in a circle, or to a private place that somebody else named."""
    with ContractServer() as inner:
        places = {
            server.address.replace("/v1", "/v1/tableinfo"): "redirects in a circle",
            inner.address.replace("localhost", "127.0.0.1"): "lies in a private network (127.0.0.1",
            inner.address: "lies in a private network (",
            "http://169.254.169.254/latest": "lies in a private network (169.254.169.254)",
            "http://[::ffff:10.0.0.1]/": "lies in a private network (",
            "file:///etc/passwd": "which is no web address",
            "http://findes-ikke.invalid/": "that host is not known",
        }
        for place, reason in places.items():
            server.twist = lambda asked, reply, to=place: Reply(307, b"", {"Location": to})
            assert reason in fails(), place
        assert inner.asked == []
    server.twist = lambda asked, reply: Reply(302, b"", {"Location": "/forside"})
    assert "sends the question to another page, '/forside', in place of an answer" in fails()
    record(8, "one line each, and the other place was not asked", STAYS)


@pytest.mark.faults_few
def test_too_much(fails, server, record):
    """An answer has 65 MB, or unpacks to them: the limit is 64."""
    server.twist = lambda asked, reply: Reply(200, b" " * 65 * MEGABYTE)
    assert "sends more than 64 MB, which is the limit" in fails()

    def endless(handler, asked):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        try:
            for _ in range(66):
                handler.wfile.write(b" " * MEGABYTE)
        except OSError:
            pass
        return True

    server.take_over = endless
    assert "sends more than 64 MB, which is the limit" in fails()
    server.take_over = lambda *_: False
    bomb = gzip.compress(b" " * 65 * MEGABYTE, 9)
    assert len(bomb) < MEGABYTE
    server.twist = lambda asked, reply: Reply(200, bomb, {"Content-Encoding": "gzip"})
    assert "sends more than 64 MB, which is the limit" in fails()
    record(3, "one line each", STAYS)


def test_packed_answers(refreshed, fails, server, record):
    """An answer is packed with gzip: well, half of it, not at all, or in another way."""

    def packed(body, way="gzip"):
        return lambda asked, reply: Reply(200, body(reply.body), {"Content-Encoding": way})

    for body, way, reason in (
        (lambda b: gzip.compress(b)[:-200], "gzip", "broke off in the middle of its answer"),
        (lambda b: b, "gzip", "sends an answer that cannot be unpacked"),
        (lambda b: b, "br", "packs its answer in a way that was not asked for ('br')"),
    ):
        server.twist = packed(body, way)
        assert reason in fails()
    server.twist = packed(gzip.compress)
    assert refreshed("area")[0] == 0
    record(4, "one line each, and the whole one was taken", STAYS)


def test_certificates(fails, refreshed, live_data, tmp_path, record):
    """A server shows a certificate that nobody vouches for, or that of another server."""
    authority = trustme.CA()
    vouched = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(vouched)

    def wrapped(name):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        return lambda plain: context.wrap_socket(plain, server_side=True)

    with ContractServer(wrap=wrapped("localhost")) as server:
        where = ("--base-url", server.address)
        assert "has a wrong certificate (" in fails(*where)
        assert server.asked == []
        assert refreshed("area", *where, SSL_CERT_FILE=str(vouched))[0] == 0
    with ContractServer(wrap=wrapped("andetsted.example.org")) as server:
        said = fails("--again", "--base-url", server.address, SSL_CERT_FILE=str(vouched))
        assert "has a wrong certificate (Hostname mismatch" in said
        assert server.asked == []
    record(2, "one line each, nothing was asked; the right one was taken", STAYS)


def test_answers_that_are_not_as_documented(fails, server, record):
    """An answer is not as documented: HTML, cut short, other columns, places, encoding, empty."""
    cases = [("tableinfo", *case) for case in INFO.values()]
    cases += [("data", *case) for case in DATA.values()]
    for function, change, sentence in cases:
        server.twist = twisted(f"/{function}", change)
        assert sentence in fails("--again")
    record(len(cases), "one line each, which names table, row, column or place", STAYS)


def test_values_in_other_units(refreshed, live_data, server, record):
    """The values of an answer are in other units."""
    before = content(live_data / "snapshots")
    server.twist = twisted("/data", with_body(lambda text: text.replace(",", "00,")))
    status, said = refreshed("area")
    assert status == 3
    assert "held back, since it gives 101 8600.6 km² instead of 86.6" in said
    assert content(live_data / "snapshots") == before
    record(1, "held back, one line", STAYS + "; the candidate waits beside it")
