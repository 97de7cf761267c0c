"""One visit to every page at a width: whom it asks, how it fits, what the browser refuses."""

import itertools

import pytest
from browser.served import PROJECT, served
from streamlit import config

from samspil.present.pages import PATHS

pytestmark = pytest.mark.browser

WIDE, NARROW = 1400, 390
QUERIES = {
    "municipality": "?kommune=630",
    "trends": "?kommune=350",
    "compare": "?med=630,350",
    "criteria": "?kriterium=charter",
}
"""What a page needs to show all that it can."""

ADDRESSES = [f"/{path}{QUERIES.get(name, '')}" for name, path in PATHS.items()]
WITHOUT_PLOTLY = ("/metode", "/aendret", "/sammenlign", "/ranglisten", "/kommunen")
"""Pages on which Plotly draws nothing until a picture is asked for."""

REFUSED = """document.addEventListener("securitypolicyviolation", event =>
  console.log("refused:", event.effectiveDirective, event.blockedURI, event.sourceFile))"""


@pytest.fixture
def visit(open_reader):
    """A function that opens a page and waits until it is whole; `refused` is told by the page."""

    def opened(path, width):
        refused = []
        page = open_reader(path, width=width, at_first=lambda page: watch(page, refused))
        page.get_by_text("ukendt er ikke nul").last.wait_for()
        if not path.startswith(WITHOUT_PLOTLY):
            page.locator(".js-plotly-plot .main-svg:visible").first.wait_for()
        return page, refused

    return opened


def watch(page, refused):
    page.add_init_script(REFUSED)
    page.on("console", lambda said: said.text.startswith("refused") and refused.append(said.text))


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", [*ADDRESSES, "/kommunen?kommune=153"])
def test_a_page_as_it_is_and_as_it_is_used(path, width, visit, address):
    page, refused = visit(path, width)
    own = (address, address.replace("http", "ws", 1), "data:", "blob:")
    assert [url for url in page.asked if not url.startswith(own)] == []
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    if width == WIDE:
        use(page)
    assert_nothing_is_refused_but_the_shortcut_of_protobuf(refused)


def use(page):
    """Open all that is folded and take every kind of download once."""
    page.locator("details summary").evaluate_all("all => all.forEach(one => one.click())")
    share = page.get_by_role("button", name="Del og hent").first
    if share.count():
        share.click()
        page.get_by_role("button", name="Hent data (CSV)").first.wait_for()
    for name in ("Hent billede SVG", "Hent billede PNG", "Hent data (CSV)", "Hent data (Excel)"):
        button = page.get_by_role("button", name=name).first
        if button.count():
            if "billede" in name:
                page.locator("[class*='_preview'] .main-svg").first.wait_for()
            with page.expect_download():
                button.click()


def assert_nothing_is_refused_but_the_shortcut_of_protobuf(refused):
    """That one proves that refusals are seen; docs/SECURITY.md tells what it is."""
    assert refused
    for line in refused:
        assert line.startswith("refused: script-src wasm-eval "), line
        assert "/static/js/protobuf." in line


@pytest.fixture
def whole(embedded_folder):
    """The address of the dashboard on the embedded data, whose messages are the largest."""
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(embedded_folder)) as address:
        yield address


def test_the_message_limit_is_about_four_times_the_largest_message(browser, whole):
    messages = []
    for path in ADDRESSES:
        page = browser.new_page(locale="da-DK")
        page.on("websocket", lambda s: s.on("framereceived", lambda m: messages.append(len(m))))
        page.goto(whole + path)
        page.get_by_text("ukendt er ikke nul").last.wait_for()
        page.close()
    largest = max(messages)
    assert largest > 100_000, "the messages of the map and the tables were not seen"
    limit = 1_000_000 * config.get_option("server.maxMessageSize")
    assert 2.5 <= limit / largest <= 6
