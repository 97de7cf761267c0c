"""One line a request, and nothing in it of who asked."""

import logging
import urllib.request

import pytest
from browser.served import PROJECT, served
from coroutines import finish

from web.log import LONGEST, RequestLog, loggable

WHO = ("192.0.2.7", "Mozilla", "kommune", "id=1", "anna@example.org")


async def answer(scope, receive, send):
    await send({"type": "http.response.start", "status": 206, "headers": []})
    await send({"type": "http.response.body", "body": b"x" * 700, "more_body": True})
    await send({"type": "http.response.body", "body": b"x" * 7})


async def no_answer(scope, receive, send):
    raise RuntimeError("gone")


@pytest.fixture
def line(caplog):
    """A function that sends a request through the log: the line that it makes, or None."""

    def ask(app, path="/metode", kind="http"):
        scope = {
            "type": kind,
            "method": "GET",
            "path": path,
            "query_string": b"kommune=101&by=anna@example.org",
            "client": ("192.0.2.7", 4711),
            "headers": [(b"user-agent", b"Mozilla"), (b"cookie", b"id=1")],
        }
        sent = []

        async def send(message):
            sent.append(message)

        caplog.clear()
        with caplog.at_level(logging.INFO, logger="web"):
            finish(RequestLog(app)(scope, None, send))
        assert len(sent) == 3
        return caplog.messages[-1] if caplog.messages else None

    return ask


def test_a_request_is_one_line_without_anything_of_who_asked(line):
    said = line(answer)
    method, path, status, took, ms, size, unit = said.split(" ")
    assert (method, path, status, ms, size, unit) == ("GET", "/metode", "206", "ms", "707", "bytes")
    assert float(took) >= 0
    assert not any(word in said for word in WHO)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/a\n2026 ERROR b", "/a%0A2026%20ERROR%20b"),
        ("/anna@example.org/x", "/*/x"),
        ("/" + "x" * 10_000, "/" + "x" * (LONGEST - 1)),
        ("/\ud800", "/%3F"),
    ],
)
def test_a_path_makes_one_short_line_and_names_nobody(line, path, told):
    assert loggable(path) == told
    assert line(answer, path).startswith(f"GET {told} 206 ")


def test_a_websocket_is_no_request(line):
    assert line(answer, kind="websocket") is None


def test_a_request_without_an_answer_is_logged_too(caplog):
    scope = {"type": "http", "method": "GET", "path": "/metode"}
    with caplog.at_level(logging.INFO, logger="web"), pytest.raises(RuntimeError, match="gone"):
        finish(RequestLog(no_answer)(scope, None, None))
    assert caplog.messages[-1].startswith("GET /metode - ")


@pytest.mark.slow
def test_the_server_logs_every_request_and_no_query(frozen_folder, tmp_path):
    path = tmp_path / "log"
    settings = {"SAMSPIL_WAREHOUSE": str(frozen_folder), "SAMSPIL_LOG": "info"}
    with (
        path.open("w") as log,
        served(PROJECT / "server.py", log, **settings) as address,
        urllib.request.urlopen(f"{address}/metode?kommune=101") as response,
    ):
        sent = response.read()
    lines = [line for line in path.read_text().splitlines() if " INFO web.log: " in line]
    (ours,) = [line for line in lines if " /metode " in line]
    assert ours.endswith(f" {len(sent)} bytes")
    assert "GET /metode 200 " in ours
    assert "kommune" not in path.read_text()
