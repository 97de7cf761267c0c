"""The dashboard as a server: Streamlit behind the addresses and headers of `web`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import file_util
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette.starlette_routes import BASE_ROUTE_UPLOAD_FILE

from web.headers import Headers, security_headers
from web.site import Site, routes

# A folder named pages/ makes Streamlit run its files on their own, without the entry script,
# until the first st.navigation of the process; a reconnecting browser would see a page torn off.
PagesManager.uses_pages_directory = False

STREAMLIT = Path(file_util.get_static_dir())
PAGE = (STREAMLIT / "index.html").read_text(encoding="utf-8")

app = st.App(
    "dashboard.py",
    middleware=[
        Middleware(Headers, security_headers(PAGE)),
        Middleware(Site, routes(PAGE, uploads=f"/{BASE_ROUTE_UPLOAD_FILE}")),
    ],
)
