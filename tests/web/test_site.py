"""Which address answers what: pages in their language, nothing where nothing is."""

import ast
import gzip
import re
from pathlib import Path

import brotli
import pytest
from streamlit import file_util

from samspil.paths import PROJECT
from samspil.present.api.shelf import Shelf
from samspil.present.pages import PATHS
from web.page import Page

OWN = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
"""The page of the installed Streamlit."""

PAGES = ["/", *(f"/{path}" for path in PATHS.values() if path != "overblik")]
HEAD = re.compile(r'<title>.*<meta name="twitter:card" content="summary_large_image">', re.DOTALL)
"""What stands in place of Streamlit's title."""

TITLES = {
    "da": "Samspil: kommunernes samarbejde med frivillige sociale foreninger",
    "en": "Samspil: how municipalities work with voluntary social organisations",
}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("query", "language"),
    [("", "da"), ("?lang=en", "en"), ("?lang=xx", "da"), ("?kommune=630&lang=da&lang=en", "en")],
)
def test_a_page_is_streamlits_own_but_for_its_language_and_title(path, query, language, ask):
    answer = ask(path + query)
    page = answer.body.decode()
    (head,) = HEAD.findall(page)
    (title,) = re.findall("<title>(.*)</title>", head)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert page.count(f'<html lang="{language}"') == 1
    assert title == TITLES[language] if path == "/" else title.endswith(" · Samspil")
    assert '<meta name="description" content="' in head
    assert (
        page.replace(head, "<title>Streamlit</title>").replace(
            f'<html lang="{language}"', '<html lang="en"'
        )
        == OWN
    )


@pytest.mark.parametrize("path", ["/", "/kommunen?kommune=630", "/metode?lang=en"])
@pytest.mark.parametrize("coding", ["identity", "gzip", "br, gzip"])
def test_head_says_what_get_says(path, coding, ask):
    whole, head = (ask(path, method, accept_encoding=coding) for method in ("GET", "HEAD"))
    assert head.body == b""
    assert whole.headers["content-length"] == str(len(whole.body))
    assert head.headers | {"date": ""} == whole.headers | {"date": ""}
    assert head.status == whole.status == 200


def test_a_page_comes_compressed_to_those_who_can_read_it(ask):
    plain = ask("/").body
    for coding, decode in (("gzip", gzip.decompress), ("br", brotli.decompress)):
        answer = ask("/", accept_encoding=coding)
        assert answer.headers["content-encoding"] == coding
        assert answer.headers["vary"] == "Accept-Encoding"
        assert decode(answer.body) == plain
        assert len(answer.body) < len(plain) / 2


def test_each_variant_of_a_page_has_its_own_tag_and_none_is_streamlits(ask):
    tags = {
        ask(path, accept_encoding=coding).headers["etag"]
        for path in ("/", "/?lang=en")
        for coding in ("identity", "gzip", "br")
    }
    assert len(tags) == 6
    assert ask("/").headers["etag"] != ask("/metode").headers["etag"]  # a link says another thing
    assert "last-modified" not in ask("/").headers


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_browser_that_holds_this_page_gets_no_second_copy(method, ask):
    tag = ask("/metode?lang=en").headers["etag"]
    for held in (tag, f'"other", W/{tag}', "*"):
        answer = ask("/metode?lang=en", method, if_none_match=held)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["etag"] == tag
    for other in (ask("/metode").headers["etag"], '"464ec0a9128eff83057b138dbbc98f3f"', ""):
        assert ask("/metode?lang=en", method, if_none_match=other).status == 200


def test_the_date_of_streamlits_file_does_not_hide_a_changed_page(ask):
    answer = ask("/", if_modified_since="Fri, 31 Dec 2100 00:00:00 GMT")
    assert (answer.status, len(answer.body) > 0) == (200, True)


UNKNOWN = [
    "/findes-ikke",
    "/kommunen/630",
    "/kommunen/_stcore/health",
    "/kommunen/_stcore/host-config",
    "/overview",
    "/index.html",
    "/static",
    "/static/",
    "/static/js/nothing.js",
    "/app/static/nothing.json",
    "/app/static/..%2fserver.py",
    "/static/..%2findex.html",
    "/static/%2e%2e/%2e%2e/config.py",
    "/server.py",
    "/_stcore/nothing",
    "/favicon.ico",
    "/.streamlit/config.toml",
]


@pytest.mark.parametrize("path", UNKNOWN)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_unknown_path_is_not_there(path, method, ask):
    answer = ask(path, method, accept="text/html")
    if answer.status == 301:  # Streamlit takes a slash at the end away first
        answer = ask(answer.headers["location"], method)
    assert answer.status in ((400, 404) if "%2" in path else (404,))
    assert (answer.body == b"") == (method == "HEAD")


@pytest.mark.parametrize(
    ("query", "language", "words"),
    [("", "da", "Siden findes ikke."), ("?lang=en", "en", "There is no such page.")],
)
def test_people_read_that_the_page_is_not_there_and_find_home(query, language, words, ask):
    page = ask("/findes-ikke" + query, accept="text/html,*/*").body.decode()
    assert f'<html lang="{language}"' in page
    assert f"<h1>{words}</h1>" in page
    assert 'href="/"' in page
    assert ask("/findes-ikke" + query).body.decode() == words


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/health",
        "/_stcore/host-config",
        "/favicon.png",
        "/manifest.json",
        "/app/static/world_110m.json",
        "/robots.txt",
        *("/" + path for path in re.findall(r'(?:src|href)="\./(static/[^"]+)"', OWN)),
    ],
)
def test_what_the_page_needs_is_there(path, ask):
    answer = ask(path)
    assert answer.status == 200
    assert answer.body
    assert not answer.headers["content-type"].startswith("text/html")


def test_search_engines_are_welcome(ask):
    assert b"Allow: /" in ask("/robots.txt").body


@pytest.mark.parametrize(
    ("asked", "status", "target"),
    [
        ("/overblik", 307, "/"),
        ("/overblik?lang=en&lag=x", 307, "/?lang=en&lag=x"),
        ("/kommunen/?kommune=630", 301, "/kommunen?kommune=630"),
    ],
)
def test_a_page_has_one_address(asked, status, target, ask):
    answer = ask(asked)
    assert (answer.status, answer.headers["location"]) == (status, target)


@pytest.mark.parametrize("path", ["/", "/metode", "/robots.txt", "/overblik"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_is_only_read(path, method, ask):
    answer = ask(path, method, body=b"x")
    assert answer.status == 405
    assert "GET" in answer.headers["allow"]


def test_a_page_that_streamlit_has_changed_is_said():
    with pytest.raises(ValueError, match="no place for the language"):
        Page("<html><title>Streamlit</title></html>", "method", Shelf())


WEB = sorted((PROJECT / "web").rglob("*.py"))


@pytest.mark.parametrize("path", WEB, ids=[path.name for path in WEB])
def test_http_knows_no_streamlit(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    others = {"streamlit", "etl", "pages", "components", "server", "dashboard"}
    assert others & {name.partition(".")[0] for name in names} == set()
