"""The site in front of Streamlit: which address answers what."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from samspil.present.api.shelf import Shelf
from samspil.present.embeds import FOLDER as EMBED
from samspil.present.made import PATH as FIGURES
from samspil.present.pages import FRONT, PATHS
from web.api.routes import machine_routes
from web.embed import Embedded
from web.page import Page
from web.pictures import picture
from web.unknown import Known, missing


class Site:
    """Answers what is ours, and asks Streamlit for the rest."""

    def __init__(
        self, app: ASGIApp, routes: Sequence[BaseRoute], files: Mapping[str, ASGIApp]
    ) -> None:
        """`app` is Streamlit; `files`, by address, and `routes` are answered before it."""
        self.app, self.files = app, files
        router = Router(routes, redirect_slashes=False, default=Known(app))
        self.answer = ExceptionMiddleware(router)  # answers 405 where a route raises it

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on; websockets and the start of the server are Streamlit's alone."""
        answer = self.app
        if scope["type"] == "http":
            answer = self.files.get(scope["path"], self.answer)
        await answer(scope, receive, send)


def routes(page: str, uploads: str, made: Path) -> list[BaseRoute]:
    """The addresses that are ours.

    Args:
        page: the HTML that Streamlit sends for every page.
        uploads: the path below which Streamlit takes files, which no page asks for.
        made: a folder for files that are made of a build when somebody first asks.
    """
    shelf = Shelf()
    pages = {name: Page(page, name, shelf) for name in PATHS}
    others = [(name, path) for name, path in PATHS.items() if name != FRONT]
    return [
        Route("/", pages[FRONT]),
        *(Route(f"/{path}", pages[name]) for name, path in others),
        Route(f"/{PATHS[FRONT]}", to_the_front),
        Route("/robots.txt", robots),
        *figure_routes(shelf),
        *machine_routes(made, shelf),
        Mount(uploads, no_files),
    ]


def figure_routes(shelf: Shelf) -> list[BaseRoute]:
    """The figures for other sites, and what was drawn ahead; nothing else begins like them."""
    return [
        Route(f"/{EMBED}/{{name}}", Embedded(shelf)),
        Route(f"/{FIGURES}/{{build}}/{{name}}", picture),
        *(Mount(f"/{prefix}", missing) for prefix in (EMBED, FIGURES)),
    ]


async def to_the_front(request: Request) -> RedirectResponse:
    """The front page has one address, or Streamlit says "Page not found" over it."""
    query = request.url.query
    return RedirectResponse("/" + (f"?{query}" if query else ""))


async def robots(request: Request) -> PlainTextResponse:
    """Search engines are welcome."""
    return PlainTextResponse("User-agent: *\nAllow: /\n")


async def no_files(scope: Scope, receive: Receive, send: Send) -> None:
    """Refuse a file, whatever the method, without reading it."""
    await PlainTextResponse("Samspil takes no files.", 403)(scope, receive, send)
