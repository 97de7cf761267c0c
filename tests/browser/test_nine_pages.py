"""One visit to every page: what the browser refused, and the largest message that it got."""

import pytest
from browser.served import PROJECT, served
from streamlit import config

from samspil.present.pages import PATHS

pytestmark = pytest.mark.browser

QUERIES = {
    "municipality": "?kommune=630",
    "trends": "?kommune=350",
    "compare": "?med=630,350",
    "criteria": "?kriterium=charter",
}
"""What a page needs to show all that it can."""

REFUSED = """document.addEventListener("securitypolicyviolation", event =>
  console.log("refused:", event.effectiveDirective, event.blockedURI, event.sourceFile))"""


def use(page):
    """Open all that is folded and take every kind of download once."""
    page.get_by_text("ukendt er ikke nul").last.wait_for()
    page.locator("details summary").evaluate_all("all => all.forEach(one => one.click())")
    share = page.get_by_role("button", name="Del og hent").first
    if share.count():
        share.click()
        page.get_by_role("button", name="Data som CSV").first.wait_for()
    for name in ("Hent billede SVG", "Hent billede PNG", "Data som CSV", "Data som XLSX"):
        button = page.get_by_role("button", name=name).first
        if button.count():
            if "billede" in name:
                page.locator("[class*='_preview'] .main-svg").first.wait_for()
            with page.expect_download():
                button.evaluate("button => button.click()")


@pytest.fixture(scope="module")
def whole(embedded_folder):
    """The address of the dashboard on the embedded data, whose messages are the largest."""
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(embedded_folder)) as address:
        yield address


@pytest.fixture(scope="module")
def visits(browser, whole):
    """For each page: what the browser refused, and the bytes of each message of the server."""
    visits = {}
    for name, path in PATHS.items():
        page = browser.new_page(locale="da-DK")
        refused, messages = visits[name] = [], []
        page.add_init_script(REFUSED)
        page.on(
            "console",
            lambda said, to=refused: said.text.startswith("refused") and to.append(said.text),
        )
        page.on(
            "websocket",
            lambda socket, to=messages: socket.on(
                "framereceived", lambda frame: to.append(len(frame))
            ),
        )
        page.goto(f"{whole}/{path}{QUERIES.get(name, '')}")
        use(page)
        page.close()
    return visits


def test_the_browser_refuses_nothing_but_the_shortcut_of_protobuf(visits):
    """That one proves that refusals are seen; docs/SECURITY.md tells what it is."""
    for name, (refused, _) in visits.items():
        assert refused, name
        for line in refused:
            assert line.startswith("refused: script-src wasm-eval "), (name, line)
            assert "/static/js/protobuf." in line


def test_the_message_limit_is_about_four_times_the_largest_message(visits):
    largest = max(max(messages) for _, messages in visits.values())
    assert largest > 100_000, "the messages of the map and the tables were not seen"
    limit = 1_000_000 * config.get_option("server.maxMessageSize")
    assert 2.5 <= limit / largest <= 6
