"""One visit to every page in a language: whom it asks, how it fits, who can use it.

Danish begins wide and English narrow; the widths in between are those of a tablet, and of 1,400
pixels enlarged to 200 and 400 per cent.
"""

import itertools
import re

import pytest
from browser import axe, layout
from browser.places import ADDRESSES, in_language
from browser.served import PROJECT, served
from browser.taken import previewed
from playwright.sync_api import expect
from streamlit import config

from samspil.present.i18n import translator
from samspil.present.pages import PATHS, menu

pytestmark = pytest.mark.browser

WIDE, NARROW = 1400, 390
WIDTHS = {"da": (WIDE, 768, 700, NARROW, 350), "en": (NARROW, WIDE)}
WITH_AXE = {"da": (WIDE, NARROW), "en": (NARROW,)}
"""Where axe-core looks: a language changes words, which it sees at one width as well as at two."""

NAMES = {"kommune=630": "Vejle", "kommune=350": "Lejre", "kommune=153": "Brøndby"}


@pytest.fixture
def axe_core(axe_core):
    """axe-core; where it is not to be had the tests are skipped."""
    return axe_core or pytest.skip(axe.MISSING)


@pytest.fixture
def visit(open_reader):
    """A function that opens a page and waits until it is whole."""

    def opened(path, width):
        page = open_reader(path, width=width)
        layout.whole(page)
        return page

    return opened


@pytest.mark.parametrize("language", WIDTHS)
@pytest.mark.parametrize("path", [*ADDRESSES.values(), "/kommunen?kommune=153"])
def test_a_page_as_it_is_and_as_it_is_used(path, language, visit, address, axe_core):
    page = visit(in_language(path, language), WIDTHS[language][0])
    expect(page).to_have_title(document_title(path, language))
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    if language == "da":
        page.locator("details summary").evaluate_all("all => all.forEach(one => one.click())")
    for width in WIDTHS[language]:
        layout.settle(page, width)
        assert page.evaluate(layout.TEXTS) == [], width
        assert page.evaluate(layout.SIDEWAYS) == [], width
        if width in WITH_AXE[language]:
            assert_everybody_can_use_it(page, axe_core)
    if language == "da":
        layout.settle(page, WIDE)
        use(page, axe_core)
    own = (address, address.replace("http", "ws", 1), "data:", "blob:")
    assert [url for url in page.asked if not url.startswith(own)] == []
    assert_nothing_is_refused_but_the_shortcut_of_protobuf(page.refused)


def document_title(path, language):
    """What the browser calls the page: the municipality, the page and the product."""
    name = next(name for name, own in PATHS.items() if own == path[1:].partition("?")[0])
    page = next(page for page in menu(translator(language)) if page.name == name)
    chosen = [NAMES[query] for query in NAMES if query in path]
    return " · ".join([*chosen, page.title, "Samspil"])


def assert_everybody_can_use_it(page, axe_core, within="html"):
    found = [one for one in axe.violations(page, axe_core, within) if not one.allowed]
    assert not found, "\n\n".join(map(str, found))


def use(page, axe_core):
    """Take every kind of file once, by keyboard alone."""
    share = page.get_by_role("button", name="Del og hent").first
    if not share.count():
        return
    share.press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Citér").wait_for()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(share).to_be_focused()
    share.press("Enter")
    dialog.get_by_role("tab", name="Citér").wait_for()
    kinds = {"Data": ["Excel", "CSV 1,5", "CSV 1.5", "JSON"], "Citér": ["RIS", "BibTeX"]}
    if dialog.get_by_role("tab", name="Billede").count():
        previewed(dialog)
        kinds = {"Billede": ["Hent "], **kinds}
    for part, names in kinds.items():
        dialog.get_by_role("tab", name=part).press("Enter")
        assert_everybody_can_use_it(page, axe_core, "[role=dialog]")
        for kind in names:
            with page.expect_download() as download:
                dialog.get_by_role("button", name=kind).first.press("Enter")
            name = download.value.suggested_filename
            assert re.fullmatch(FILE, name), name
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


FILE = r"samspil_[a-z0-9-]+_[a-z0-9_-]+_20\d\d(_\d+x\d+|_en)?\.(png|svg|xlsx|csv|json|ris|bib)"
"""Municipality or country, what is shown, the year."""


def assert_nothing_is_refused_but_the_shortcut_of_protobuf(refused):
    """That one proves that refusals are seen; docs/SECURITY.md tells what it is."""
    assert refused
    for line in refused:
        assert line.startswith("refused: script-src wasm-eval "), line
        assert "/static/js/protobuf." in line


def test_what_is_allowed_is_streamlits_own_little_and_still_there(visit, axe_core):
    assert len(axe.ALLOWED) <= 5
    for entry in axe.ALLOWED:
        assert entry["issue"].startswith("https://github.com/streamlit/streamlit/issues/")
        page = visit(entry["page"], WIDE)
        layout.settle(page, WIDE)
        seen = [one for one in axe.violations(page, axe_core) if entry["selector"] in one.allowed]
        assert seen, f"{entry['rule']} at {entry['selector']} is mended: take it off the list"


def test_a_caption_that_is_too_pale_and_a_nameless_picture_are_seen(browser, axe_core):
    page = browser.new_page()
    page.set_content("<p style='color: #727b80'>Under figuren</p><div role='img'></div>")
    found = {one.rule for one in axe.violations(page, axe_core)}
    page.close()
    assert {"color-contrast", "role-img-alt"} <= found


@pytest.fixture
def whole(embedded_folder):
    """The address of the dashboard on the embedded data, whose messages are the largest."""
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(embedded_folder)) as address:
        yield address


def test_the_message_limit_has_room_for_every_record_in_one_table(browser, whole):
    page = browser.new_page(locale="da-DK")
    with page.expect_websocket() as opened:
        page.goto(whole + ADDRESSES["evidence"])
    layout.whole(page)
    with opened.value.expect_event("framereceived", lambda m: len(m) > 300_000) as sent:
        page.get_by_text("Vis dem alle i en tabel").click()
    page.close()
    limit = 1_000_000 * config.get_option("server.maxMessageSize")
    assert limit / len(sent.value) >= 1.5
