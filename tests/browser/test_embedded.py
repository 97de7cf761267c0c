"""A figure in a frame on another site: it fits at every width, without script, and leads home."""

from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from framed import CAVEAT
from frozen import LEJRE, VEJLE

from samspil.present.embeds import embed_code

pytestmark = pytest.mark.browser

FIGURES = [
    ("profil", {"kommune": LEJRE}),
    ("kort", {"kommune": VEJLE}),
    ("side-om-side", {"med": f"{VEJLE},{LEJRE}"}),
    ("mod-gruppen", {"kommune": VEJLE}),
]

WIDTHS = (320, 600, 1200)

SIDEWAYS = """() => document.documentElement.scrollWidth > document.documentElement.clientWidth"""


class Article(BaseHTTPRequestHandler):
    """A newspaper's page: one paragraph and the code that a reader copied."""

    def __init__(self, code, *rest):
        self.code = code
        super().__init__(*rest)

    def do_GET(self):
        page = f"<!doctype html><title>Avisen</title><body style='margin:0'><p>Før</p>{self.code}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def newspaper():
    """A function that puts code on a page of another origin, and gives its address."""
    running = []

    def published(code):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Article, code))
        Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://localhost:{server.server_port}/"

    yield published
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.fixture
def scriptless(browser):
    """A page of a reader whose browser runs no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize(("name", "query"), FIGURES, ids=[name for name, _ in FIGURES])
def test_it_fits_its_frame_at_every_width_without_script(
    name, query, address, newspaper, scriptless
):
    scriptless.goto(newspaper(embed_code(name, address, "Figuren", **query)))
    box = scriptless.locator("iframe")
    figure = scriptless.frame_locator("iframe")
    for width in WIDTHS:
        scriptless.set_viewport_size({"width": width, "height": 900})
        figure.locator("h1").wait_for()
        frame = scriptless.frames[1]
        assert frame.url.startswith(f"{address}/embed/{name}?")
        assert box.bounding_box()["width"] == width
        assert not frame.evaluate(SIDEWAYS), width
        assert CAVEAT["da"] in figure.locator("body").inner_text()
        for link in figure.locator("a").all():
            assert link.get_attribute("target") in (None, "_blank", "_top")
    assert figure.locator(f"a[href^='{address}/']").count()
    if not figure.locator("details[open]").count():  # where no drawing was made, it is open
        figure.locator("summary").click()
    assert figure.locator("tr").nth(1).is_visible()


def test_a_page_of_the_dashboard_is_framed_by_nobody(address, newspaper, browser):
    page = browser.new_page()
    refused = []
    page.on("console", lambda said: refused.append(said.text))
    page.goto(newspaper(f"<iframe src='{address}/kommunen?kommune={LEJRE}'></iframe>"))
    assert any("frame-ancestors" in text for text in refused), refused
    page.close()
