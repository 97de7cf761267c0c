"""The first HTML has a language, a title and a description; other answers go through untouched."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Route

from server import PageLanguage, robots

PAGE = '<!doctype html><html lang="en"><head><title>Streamlit</title></head></html>'


async def whole(request):
    return HTMLResponse(PAGE)


async def in_parts(request):
    return StreamingResponse(iter([PAGE[:30], PAGE[30:]]), media_type="text/html")


async def text(request):
    return PlainTextResponse(PAGE)


APP = Starlette(
    routes=[
        Route("/", whole),
        Route("/parts", in_parts),
        Route("/text", text),
        Route("/robots.txt", robots),
    ],
    middleware=[Middleware(PageLanguage)],
)


def get(path, query=""):
    """The headers and the text that a browser gets."""
    sent = []

    async def receive():
        await asyncio.Event().wait()  # the browser neither says more nor goes away

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    scope |= {"headers": [(b"accept", b"text/html"), (b"accept-encoding", b"gzip")]}
    with ThreadPoolExecutor(1) as thread:  # this one may run the browser tests' event loop
        thread.submit(asyncio.run, APP(scope, receive, send)).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return headers, b"".join(message.get("body", b"") for message in sent[1:]).decode()


@pytest.mark.parametrize("path", ["/", "/parts"])
@pytest.mark.parametrize(
    ("query", "language"), [("", "da"), ("lang=en", "en"), ("lang=xx", "da"), ("kommune=1", "da")]
)
def test_the_page_says_its_language(path, query, language):
    headers, page = get(path, query)
    assert f'<html lang="{language}"' in page
    assert "<title>Samspil: " in page
    assert int(headers["content-length"]) == len(page.encode())


def test_what_is_not_html_is_left_alone():
    assert get("/text")[1] == PAGE


def test_search_engines_are_welcome():
    assert "Allow: /" in get("/robots.txt")[1]
