"""The dashboard as a server: Streamlit behind the addresses, files and headers of `web`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware
from streamlit import file_util
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette import starlette_routes

from samspil import logs
from samspil.present.embeds import FOLDER as EMBED
from web.codings import Cache
from web.files import compress, files_in
from web.headers import Headers, security_headers
from web.log import RequestLog
from web.site import Site, routes

# A folder named pages/ makes Streamlit run its files on their own, without the entry script,
# until the first st.navigation of the process; a reconnecting browser would see a page torn off.
PagesManager.uses_pages_directory = False

logs.start()

HERE = Path(__file__).resolve().parent
STREAMLIT = Path(file_util.get_static_dir())
PAGE = (STREAMLIT / "index.html").read_text(encoding="utf-8")
UPLOADS = f"/{starlette_routes.BASE_ROUTE_UPLOAD_FILE}"
FILES = files_in(STREAMLIT, "", hashed=True) | files_in(
    HERE / "static", f"/{starlette_routes.BASE_ROUTE_APP_STATIC}"
)


@asynccontextmanager
async def compressing(_: st.App) -> AsyncIterator[None]:
    """Compress the files while the server begins to answer."""
    cache = Cache(HERE / ".cache" / "compressed")
    Thread(target=compress, args=(FILES.values(), cache), daemon=True).start()
    yield


app = st.App(
    "dashboard.py",
    lifespan=compressing,
    middleware=[
        Middleware(RequestLog),
        Middleware(Headers, security_headers(PAGE), f"/{EMBED}/"),
        Middleware(Site, routes(PAGE, UPLOADS, HERE / ".cache" / "data"), FILES),
    ],
)
