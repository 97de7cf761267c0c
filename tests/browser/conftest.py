"""One server and one Chromium for all journeys; each journey has a reader of its own."""

import os

import pytest
from browser import axe
from browser.served import NoChromiumError, chromium
from playwright.sync_api import expect

expect.set_options(timeout=30_000)  # what is there is seen at once; a machine under load gets time


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


REFUSED = """document.addEventListener("securitypolicyviolation", event =>
  console.log("refused:", event.effectiveDirective, event.blockedURI, event.sourceFile))"""


@pytest.fixture(scope="session")
def desks(browser):
    """Pages that nobody reads at; a process that has Streamlit's scripts draws in half the time."""
    return []


@pytest.fixture
def open_reader(browser, desks, address):
    """A function that opens a page for a new reader: open_reader("/metode", width=390).

    The page lists what it asked for (`asked`) and what its policy refused (`refused`).
    """
    taken = []

    def visit(path, *, width=1400, at=address):
        page = desks.pop() if desks else desk(browser)
        taken.append(page)
        page.set_viewport_size({"width": width, "height": 900})
        page.asked.clear()
        page.refused.clear()
        page.goto(at + path)
        page.get_by_role("heading", level=1).wait_for()
        return page

    yield visit
    desks.extend(page for page in taken if left(page))


def desk(browser):
    """A page with cookies and storage of its own."""
    page = browser.new_context(locale="da-DK").new_page()
    page.set_default_timeout(30_000)
    page.asked, page.refused = [], []
    page.add_init_script(REFUSED)
    page.on("request", lambda request: page.asked.append(request.url))
    page.on(
        "console", lambda said: said.text.startswith("refused") and page.refused.append(said.text)
    )
    return page


def noted(text, refused):
    if text.startswith("refused"):
        refused.append(text)


def left(page):
    """Leave nothing of a reader behind; returns whether the page can be used again."""
    if page.is_closed():
        return False
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
    page.goto("about:blank")
    page.emulate_media(media="null")
    page.context.clear_cookies()
    page.context.clear_permissions()
    return True


@pytest.fixture(scope="session")
def axe_core():
    """axe-core; None where it is not to be had, and a failure where CI=true."""
    try:
        return axe.source()
    except axe.NoAxeError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error), pytrace=False)
        return None
