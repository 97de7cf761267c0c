"""One server and one Chromium for all journeys; each journey has a reader of its own."""

import pytest
from browser.served import chromium


@pytest.fixture(scope="session")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def open_reader(browser, address):
    """A function that opens a page for a new reader: open_reader("/metode", width=390)."""
    contexts = []

    def visit(path, *, width=1400, at=address):
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="da-DK")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(at + path)
        page.get_by_role("heading", level=1).wait_for()
        return page

    yield visit
    for context in contexts:
        context.close()
