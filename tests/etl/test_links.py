"""Whether addresses still answer: asked politely, kept, shown, and never an end of a reading."""

import csv
import io
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from live.pages_server import pages

from etl.errors import DataError
from etl.links import check
from etl.links.ask import Asker, same_page
from etl.links.book import FILE, Link, answered, held, keep
from etl.links.check import Order, check_links, in_turn
from etl.live.client import Client
from etl.settings import Settings

QUICK = Settings(contact="test@example.org", between=0, attempts=2, first_wait=0, longest_wait=0)
TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def server():
    with pages() as running:
        yield running


@pytest.fixture
def state(server):
    """A function: what becomes of a path of the server."""
    with Client(QUICK) as client:
        asker = Asker(client, TODAY, private=True)
        yield lambda path: asker.state(f"{server.at}{path}")


@pytest.mark.parametrize(
    ("path", "expected", "why"),
    [
        ("/here", "reachable", ""),
        ("/get-only", "reachable", ""),
        ("/old-slash", "reachable", ""),
        ("/old", "moved", ""),
        ("/gone", "gone", "404"),
        ("/away", "gone", "410"),
        ("/forbidden", "blocked", "403"),
        ("/busy", "blocked", "answers 429"),
        ("/closed/page", "blocked", "robots.txt"),
        ("/ill", "no_answer", "answers 500"),
        ("/ring", "no_answer", "in a circle"),
    ],
)
def test_what_becomes_of_an_address(state, path, expected, why):
    link = state(path)
    assert (link.state, link.checked_on) == (expected, TODAY)
    assert why in link.why
    assert bool(link.why) == (expected not in ("reachable", "moved"))
    assert link.reachable_on == (TODAY if expected in ("reachable", "moved") else "")


@pytest.mark.parametrize("path", ["/busy", "/later"])
def test_who_asks_to_be_left_alone_is_not_asked_in_another_way(state, server, path):
    before = len(server.asked)
    state(path)
    ways = {way for way, asked, _ in server.asked[before:] if asked == path}
    assert ways == {"HEAD"}


def test_a_moved_page_says_where_to(state, server):
    assert state("/old").moved_to == f"{server.at}/here"


def test_a_server_that_nobody_answers_at_is_no_end(state):
    with Client(QUICK) as client:
        link = Asker(client, TODAY, private=True).state("http://127.0.0.1:9/side")
    assert link.state == "no_answer"
    assert "cannot be reached" in link.why


def test_robots_that_cannot_be_read_keep_us_out():
    with pages(robots=503) as server, Client(QUICK) as client:
        link = Asker(client, TODAY, private=True).state(f"{server.at}/here")
        assert (link.state, link.why) == ("blocked", "robots.txt")
        assert {path for _, path, _ in server.asked} == {"/robots.txt"}


def test_private_networks_are_not_asked(server):
    with Client(QUICK) as client:
        before = len(server.asked)
        link = Asker(client, TODAY).state(f"{server.at}/here")
    assert link.state == "no_answer"
    assert "private network" in link.why
    assert len(server.asked) == before


@pytest.mark.parametrize(
    ("address", "why"),
    [
        (
            "http://findes-ikke.invalid/",
            "'http://findes-ikke.invalid/', and that host is not known",
        ),
        ("http://10.0.0.1/", "'http://10.0.0.1/', which lies in a private network (10.0.0.1)"),
    ],
)
def test_an_address_that_is_not_asked_is_not_said_to_redirect(address, why):
    with Client(QUICK) as client:
        assert Asker(client, TODAY).state(address).why == f"the address is {why}"


def test_we_say_who_we_are(state, server):
    state("/here")
    assert {agent for *_, agent in server.asked} == {server.asked[0][2]}
    assert server.asked[0][2].startswith("Samspil/")
    assert "test@example.org" in server.asked[0][2]


@pytest.mark.parametrize(
    ("found", "same"),
    [
        ("https://www.lejre.dk/frivillig/", True),
        ("http://lejre.dk/frivillig#raad", True),
        ("https://lejre.dk/", False),
        ("https://lejre.dk/frivillig?side=2", False),
        ("https://andet.dk/frivillig", False),
    ],
)
def test_when_a_page_is_the_same(found, same):
    assert same_page("http://lejre.dk/frivillig", found) == same


def test_hosts_take_turns():
    asked = [f"https://a.dk/{n}" for n in range(3)] + ["https://b.dk/0", "https://c.dk/0"]
    hosts = [address[8] for address in in_turn(asked)]
    assert hosts == ["a", "b", "c", "a", "a"]


@pytest.fixture
def asked_of(data, server, monkeypatch):
    """A function that asks the addresses of the frozen data, whose first rows name the server."""
    path = data / "snapshots" / "evidence.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    for row, page in zip(rows, ("/here", "/gone", "/old"), strict=False):
        row["source_url"] = f"{server.at}{page}"
    kept = [row for row in rows if server.at in row["source_url"]]
    frame = pd.DataFrame({"source_url": [row["source_url"] for row in kept]})
    monkeypatch.setattr(check, "read_snapshots", lambda folder: folder)
    monkeypatch.setattr(check, "apply_corrections", lambda folder: frame)
    monkeypatch.setattr(check, "read_settings", lambda folder: QUICK)

    def ask(today, **order):
        said = []
        check_links(data, replace(Order(private=True), **order), said.append, today)
        return said

    return ask


def test_answers_are_kept_and_not_asked_again_too_soon(asked_of, data, server):
    assert asked_of(date(2026, 11, 24)) == ["3 addresses asked; of 3: 1 reachable, 1 moved, 1 gone"]
    kept = {address.removeprefix(server.at): link.state for address, link in held(data).items()}
    assert kept == {"/here": "reachable", "/gone": "gone", "/old": "moved"}
    before = len(server.asked)
    assert asked_of(date(2026, 12, 1))[0].startswith("0 addresses asked; of 3: ")
    assert len(server.asked) == before
    assert asked_of(date(2026, 12, 24))[0].startswith("3 addresses asked")


def test_days_beyond_the_calendar_are_all_days(asked_of):
    asked_of(date(2026, 11, 24))
    assert asked_of(date(2026, 11, 24), days=1_000_000)[0].startswith("0 addresses asked")


@pytest.mark.parametrize("option", [["--days", "-1"], ["--most", "-1"], ["--days", "få"]])
def test_what_counts_nothing_is_refused(run, capsys, option):
    with pytest.raises(SystemExit):
        run("check-links", *option)
    assert f"{option[1]!r} is no whole number from 0 up" in capsys.readouterr().err


def test_a_run_that_stops_goes_on_with_the_next(asked_of, data):
    assert asked_of(date(2026, 11, 24), most=1)[0].startswith("1 addresses asked; of 3")
    first = set(held(data))
    assert asked_of(date(2026, 11, 24), most=1)[0].startswith("1 addresses asked; of 3")
    assert len(held(data)) == 2
    assert first < set(held(data))


def test_the_last_day_it_answered_is_kept(data):
    here = Link("https://a.dk/x", "reachable", "", "2026-11-01", "2026-11-01", "")
    keep(data, [here], ["https://a.dk/x"])
    lost = replace(here, state="gone", checked_on="2026-11-20", reachable_on="", why="404")
    keep(data, [answered(lost, held(data)["https://a.dk/x"])], ["https://a.dk/x"])
    [row] = held(data).values()
    assert (row.state, row.checked_on, row.reachable_on) == ("gone", "2026-11-20", "2026-11-01")


def test_an_address_that_no_evidence_names_leaves_the_file(data):
    link = Link("https://a.dk/x", "reachable", "", TODAY, TODAY, "")
    keep(data, [link], ["https://a.dk/x"])
    keep(data, [], [])
    assert held(data) == {}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("https://a.dk,dead,,2026-11-24,,", "column 'state': 'dead' is not one of"),
        ("ftp://a.dk,gone,,2026-11-24,,404", "'ftp://a.dk' is not an http or https address"),
        ("https://a.dk,moved,,2026-11-24,,", "is given where a page has moved"),
    ],
)
def test_a_wrong_row_is_named(data, row, sentence):
    (data / FILE).write_text(f"address,state,moved_to,checked_on,reachable_on,why\n{row}\n")
    with pytest.raises(DataError, match=FILE) as raised:
        held(data)
    assert "row 2" in str(raised.value)
    assert sentence in str(raised.value)
