"""Every answer says what a browser may do with it."""

import re

import pytest
from coroutines import finish

from samspil.paths import PROJECT
from web.headers import Headers, content_security_policy, security_headers

CHECKED = ("content-security-policy", "referrer-policy", "x-content-type-options")


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/", "GET", 200),
        ("/", "HEAD", 200),
        ("/metode?lang=en", "GET", 200),
        ("/metode", "POST", 405),
        ("/overblik", "GET", 307),
        ("/findes-ikke", "GET", 404),
        ("//evil.example/", "GET", 400),
        ("/robots.txt", "GET", 200),
        ("/favicon.png", "GET", 200),
        ("/api", "GET", 200),
        ("/api/v1/sources.json", "GET", 200),
        ("/api/v1/sources.csv", "HEAD", 200),
        ("/api/v1/sources.json?x=1", "GET", 400),
        ("/api/v1/nothing.json", "GET", 404),
        ("/data/samspil.duckdb", "HEAD", 200),
        ("/data/samspil.zip", "POST", 405),
        ("/data/2099.1/samspil.zip", "GET", 404),
        ("/feed/danmark.atom", "GET", 200),
        ("/healthz", "GET", 200),
        ("/app/static/world_110m.json", "GET", 200),
        ("/_stcore/health", "GET", 200),
        ("/_stcore/host-config", "GET", 200),
        ("/_stcore/metrics", "GET", 200),
        ("/_stcore/stream", "GET", 404),
        ("/media/nothing.csv", "GET", 404),
    ],
)
def test_every_answer_carries_the_headers(path, method, status, ask):
    answer = ask(path, method)
    assert answer.status == status
    policy, referrer, sniff = (answer.headers[name] for name in CHECKED)
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert referrer == "same-origin"
    assert sniff == "nosniff"


@pytest.mark.parametrize("path", ["/", "/metode", "/findes-ikke", "/app/static/favicon.svg"])
def test_only_data_may_be_read_from_other_sites(path, ask):
    assert "access-control-allow-origin" not in ask(path).headers
    assert ask("/api/v1/sources.json").headers["access-control-allow-origin"] == "*"


def test_a_failure_carries_them_too_and_tells_nothing():
    async def failing(scope, receive, send):
        raise ZeroDivisionError("a secret")

    sent = []

    async def send(message):
        sent.append(message)

    app = Headers(failing, {"X-Content-Type-Options": "nosniff"})
    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    finish(app(scope, None, send))
    start, body = sent
    assert start["status"] == 500
    assert (b"x-content-type-options", b"nosniff") in start["headers"]
    assert b"secret" not in body["body"]


@pytest.mark.parametrize(
    ("path", "ancestors"), [("/embed/kort", "*"), ("/embedded", "'none'"), ("/", "'none'")]
)
def test_figures_for_other_sites_may_be_framed_and_nothing_else(path, ancestors):
    sent = []

    async def answer(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message):
        sent.append(message)

    app = Headers(answer, security_headers("<script>one()</script>"), "/embed/")
    finish(app({"type": "http", "method": "GET", "path": path, "headers": []}, None, send))
    policy = dict(sent[0]["headers"])[b"content-security-policy"].decode()
    assert f"frame-ancestors {ancestors}" in policy
    assert ("script-src" in policy) == (ancestors != "*")


def test_the_policy_admits_inline_scripts_of_this_page_alone():
    page = "<script>one()</script><script src='x'></script><script>\n two()\n</script>"
    (scripts,) = re.findall("script-src ([^;]*)", content_security_policy(page))
    assert len(re.findall("'sha256-[^']+'", scripts)) == 2
    assert "'unsafe-inline'" not in scripts
    assert "eval" not in scripts
    assert "http" not in content_security_policy(page)


def test_each_exception_is_explained():
    text = (PROJECT / "docs" / "SECURITY.md").read_text(encoding="utf-8")
    for directive in content_security_policy("<script>one()</script>").split("; "):
        name, *sources = directive.split()
        for source in sources:
            if source not in ("'self'", "'none'"):
                plain = source.strip("'").partition("-")[0] if "sha256" in source else source
                assert f"`{name}`" in text
                assert plain in text, f"{name} {source}"
