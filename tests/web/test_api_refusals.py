"""What cannot be answered is refused in JSON, with one sentence that names parameter and value."""

import json
import shutil
from urllib.parse import quote

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from machines import RELEASE
from released import put_together

from samspil.present.api.questions import Refused, pairs, question
from samspil.present.api.resources import resources
from samspil.present.i18n import translator
from samspil.warehouse.builds import newest_build
from samspil.warehouse.queries.resources import offered

SCORES, CELLS, EVIDENCE = (f"/api/v1/{name}.json" for name in ("scores", "assessments", "evidence"))
LONG = "x" * 500
SQL = "' OR 1=1 --"

BAD = [
    # types
    ("GET", f"{SCORES}?year=20x6", 400, "year", "20x6"),
    ("GET", f"{SCORES}?year=2026.0", 400, "year", "2026.0"),
    ("GET", f"{SCORES}?year=2e3", 400, "year", "2e3"),
    ("GET", f"{SCORES}?year=", 400, "year", ""),
    ("GET", f"{SCORES}?year", 400, "year", ""),
    ("GET", f"{SCORES}?year=null", 400, "year", "null"),
    ("GET", f"{SCORES}?year=%D9%A2%D9%A0%D9%A2%D9%A6", 400, "year", "٢٠٢٦"),
    ("GET", f"{SCORES}?year=02026", 400, "year", "02026"),
    ("GET", f"{SCORES}?limit=ten", 400, "limit", "ten"),
    ("GET", f"{SCORES}?offset=1,5", 400, "offset", "1,5"),
    ("GET", f"{SCORES}?code=35", 400, "code", "35"),
    ("GET", f"{SCORES}?code=350,630", 400, "code", "350,630"),
    # what there is not
    ("GET", f"{SCORES}?code=999", 400, "code", "999"),
    ("GET", f"{SCORES}?code=Lejre", 400, "code", "Lejre"),
    ("GET", f"{SCORES}?dimension=context", 400, "dimension", "context"),
    ("GET", f"{CELLS}?dimension=total", 400, "dimension", "total"),
    ("GET", f"{CELLS}?criterion=policy_year", 400, "criterion", "policy_year"),
    ("GET", f"{SCORES}?horizon=5&year=2026", 400, "horizon", "5"),
    ("GET", f"{SCORES}?horizon=4", 400, "horizon", "4"),
    ("GET", f"{SCORES}?release=2099.1", 404, "release", "2099.1"),
    ("GET", f"{SCORES}?release=newest", 400, "release", "newest"),
    ("GET", f"{SCORES}?lang=sv", 400, "lang", "sv"),
    ("GET", f"{SCORES}?criterion=policy_adopted", 400, "criterion", "policy_adopted"),
    ("GET", f"{SCORES}?Code=350", 400, "Code", "350"),
    ("GET", f"{SCORES}?code=350&code=350", 400, "code", "350"),
    ("GET", "/api/v1/sources.json?year=2026", 400, "year", "2026"),
    ("GET", "/api/v1/openapi.json?pretty=1", 400, "pretty", "1"),
    ("GET", "/healthz?verbose=1", 400, "verbose", "1"),
    ("GET", "/data/samspil.zip?x=1", 400, "x", "1"),
    ("GET", "/feed/350.atom?year=2026", 400, "year", "2026"),
    # limits
    ("GET", f"{SCORES}?year=2006", 400, "year", "2006"),
    ("GET", f"{SCORES}?year=2027", 400, "year", "2027"),
    ("GET", f"{EVIDENCE}?limit=0", 400, "limit", "0"),
    ("GET", f"{EVIDENCE}?limit=10001", 400, "limit", "10001"),
    ("GET", f"{EVIDENCE}?offset=-1", 400, "offset", "-1"),
    ("GET", f"{EVIDENCE}?offset=99999999999999999999", 400, "offset", "99999999999999999999"),
    ("GET", f"{EVIDENCE}?code={LONG}", 400, None, None),
    # injection and encodings
    ("GET", f"{EVIDENCE}?code={quote(SQL)}", 400, "code", SQL),
    ("GET", f"{EVIDENCE}?criterion={quote('policy_adopted; DROP TABLE score')}", 400, "criterion",
     "policy_adopted; DROP TABLE score"),
    ("GET", f"{EVIDENCE}?dimension={quote('<script>alert(1)</script>')}", 400, "dimension",
     "<script>alert(1)</script>"),
    ("GET", f"{EVIDENCE}?code=350%00", 400, "code", "350\N{REPLACEMENT CHARACTER}"),
    ("GET", f"{EVIDENCE}?code=%FF%FE", 400, "code", "\N{REPLACEMENT CHARACTER}" * 2),
    ("GET", f"{EVIDENCE}?%FF=1", 400, "\N{REPLACEMENT CHARACTER}", "1"),
    ("GET", f"{EVIDENCE}?code=350%0d%0aSet-Cookie:%20a=b", 400, "code",
     "350\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}Set-Cookie: a=b"),
    ("GET", f"{EVIDENCE}?code=%E2%80%AE350", 400, "code", "\N{REPLACEMENT CHARACTER}350"),
    # methods
    ("POST", SCORES, 405, None, None),
    ("PUT", "/data/samspil.duckdb", 405, None, None),
    ("DELETE", "/feed/350.atom", 405, None, None),
    ("OPTIONS", SCORES, 405, None, None),
    ("PATCH", "/healthz", 405, None, None),
    ("TRACE", "/api", 405, None, None),
    # paths and traversal
    ("GET", "/api/v1/nothing.json", 404, None, None),
    ("GET", "/api/v1/scores", 404, None, None),
    ("GET", "/api/v1/scores.xml", 404, None, None),
    ("GET", "/api/v1/scores.json/", 404, None, None),
    ("GET", "/api/v2/scores.json", 404, None, None),
    ("GET", "/api/v1/../../server.py", 404, None, None),
    ("GET", "/data", 404, None, None),
    ("GET", "/data/..%2f..%2fserver.py", 404, None, None),
    ("GET", "/data/%2e%2e/data/evidence.csv", 404, None, None),
    ("GET", "/data/2099.1/samspil.duckdb", 404, None, None),
    ("GET", "/data/..%5c..%5cserver.py", 404, None, None),
    ("GET", "/data//etc/passwd", 404, None, None),
    ("GET", "/feed/999.atom", 404, None, None),
    ("GET", "/feed/%2e%2e%2f350.atom", 404, None, None),
    ("GET", "/feed/350.rss", 404, None, None),
    ("GET", "/healthz/x", 404, None, None),
]  # fmt: skip
"""Method, address, status, and the parameter and value that the answer names."""


@pytest.mark.parametrize(("method", "address", "status", "parameter", "value"), BAD)
def test_what_is_wrong_is_told_in_one_sentence(
    method, address, status, parameter, value, machines, frozen_folder
):
    answer = machines.ask(address, method)
    told = json.loads(answer.body)
    assert (answer.status, told["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "no-store"
    assert (told.get("parameter"), told.get("value")) == (parameter, value)
    sentence = told["detail"]
    assert sentence.endswith(".")
    assert ". " not in sentence
    if parameter == "release" and status == 404:
        assert sentence == f"Udgave {value} findes ikke her."
    elif parameter:
        assert sentence.startswith(f"{parameter}={value}:")
    assert str(frozen_folder.parent) not in answer.body.decode()
    assert (answer.headers.get("allow") == "GET, HEAD") == (status == 405)


def test_there_are_forty_bad_requests_of_every_kind():
    assert len(BAD) >= 40
    assert {status for _, _, status, _, _ in BAD} == {400, 404, 405}


def test_a_sentence_is_in_the_language_that_is_asked_for(machines):
    told = [
        json.loads(machines.ask(f"{SCORES}?code=999{language}").body)["detail"]
        for language in ("", "&lang=en", "&lang=da")
    ]
    assert told[0] == told[2] == "code=999: findes ikke; /api/v1/municipalities.json har alle."
    assert told[1] == "code=999: does not exist; /api/v1/municipalities.json has all of them."


@pytest.mark.parametrize(
    "name", ["..", "%2e%2e%2f..%2fwarehouse", "samspil.toml", "..%2f2026.1%2fsamspil.zip", "a%00b"]
)
def test_a_release_gives_no_file_that_it_does_not_name(name, shelved):
    answer = shelved.ask(f"/data/{RELEASE}/{name}")
    assert answer.status == 404
    assert json.loads(answer.body)["status"] == 404


def test_a_release_of_older_tables_is_told_where_it_can_be_had(
    machines_app, frozen_folder, tmp_path, monkeypatch
):
    older = shutil.copyfile(newest_build(frozen_folder), tmp_path / "older.duckdb")
    with duckdb.connect(str(older)) as connection:
        connection.execute("UPDATE build SET schema_version = 1")
    put_together(tmp_path / "releases", "2025.1", older, schema=1)
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
    monkeypatch.setenv("SAMSPIL_RELEASES", str(tmp_path / "releases"))
    answer = machines_app.ask(f"{SCORES}?release=2025.1")
    told = json.loads(answer.body)
    assert (answer.status, told["parameter"], told["value"]) == (400, "release", "2025.1")
    assert told["detail"].endswith("hentes som /data/2025.1/samspil.duckdb.")
    assert machines_app.ask("/data/2025.1/samspil.duckdb").body == older.read_bytes()


def test_without_a_build_the_answer_is_that_there_is_none(machines_app, tmp_path, monkeypatch):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    for address in (SCORES, "/healthz", "/data/samspil.zip", "/feed/350.atom", "/api"):
        answer = machines_app.ask(address)
        assert answer.status == 503
        assert answer.headers["retry-after"] == "60"
        assert str(tmp_path) not in answer.body.decode()


def test_a_damaged_build_is_told_and_shows_nothing_of_where_it_lies(
    machines_app, tmp_path, monkeypatch
):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(tmp_path))
    (tmp_path / "newest.json").write_text('{"file": "samspil-x.duckdb"}')
    (tmp_path / "samspil-x.duckdb").write_bytes(b"no database")
    answer = machines_app.ask(SCORES)
    assert answer.status == 503
    assert b"samspil-x" not in answer.body


@pytest.fixture(scope="module")
def can_be_asked(frozen):
    """What can be asked of the frozen build."""
    return offered(frozen)


@settings(max_examples=50)
@given(query=st.binary(max_size=60) | st.text(max_size=40).map(lambda t: quote(t).encode()))
def test_any_query_is_answered_or_refused(query, can_be_asked):
    t = translator("da")
    resource = resources(t)["scores"]
    try:
        asked = pairs(query, resource.parameters, "scores", t)
        question(resource, asked, can_be_asked, [], t)
    except Refused as error:
        assert error.status == 400
        assert str(error).isprintable()
    else:
        assert set(asked) <= set(resource.parameters)
