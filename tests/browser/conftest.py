"""One server and one Chromium for all journeys; each journey has a reader of its own."""

import os

import pytest
from browser import axe
from browser.served import NoChromiumError, chromium


@pytest.fixture(scope="session")
def browser():
    """Chromium; without one the tests are skipped, and fail where CI=true."""
    try:
        with chromium() as browser:
            yield browser
    except NoChromiumError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


@pytest.fixture
def open_reader(browser, address):
    """A function that opens a page for a new reader: open_reader("/metode", width=390)."""
    contexts = []

    def visit(path, *, width=1400, at=address, at_first=None):
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="da-DK")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        if at_first:
            at_first(page)
        page.goto(at + path)
        page.get_by_role("heading", level=1).wait_for()
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe_core():
    """axe-core; None where it is not to be had, and a failure where CI=true."""
    try:
        return axe.source()
    except axe.NoAxeError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        return None
