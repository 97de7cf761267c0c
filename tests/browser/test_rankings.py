"""A reader weighs, filters and shares: another reader's browser shows the same ranking."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def ranking_of(page, within="body"):
    """The rows of the ranking, or of another figure, as the reader can download them."""
    page.get_by_text("ukendt er ikke nul").last.wait_for()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.locator(within).get_by_role("button", name="Del og hent").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent data (CSV)").first.click()
    page.keyboard.press("Escape")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_weights_set_here_make_the_same_ranking_elsewhere(open_reader):
    mine = open_reader("/ranglisten")
    before = ranking_of(mine)
    mine.get_by_text("Dine egne vægte").click()
    slider = mine.get_by_role("slider", name="Gennemskueligt")
    slider.focus()
    for _ in range(4):
        slider.press("ArrowRight")
    expect(mine).to_have_url(re.compile(r"vaegt=transparent%3A3|vaegt=transparent:3"))
    mine.get_by_role("combobox", name=re.compile("Sortér efter")).focus()
    mine.keyboard.type("Mest dok")
    mine.keyboard.press("Enter")
    expect(mine).to_have_url(re.compile("sorter=dokumenteret"))
    weighed = ranking_of(mine)
    assert weighed != before
    theirs = open_reader("/" + mine.url.split("/", 3)[3])
    assert ranking_of(theirs) == weighed


def test_going_back_in_the_browser_brings_the_page_before(open_reader):
    page = open_reader("/kriterier?kriterium=charter")
    expect(page.get_by_role("heading", name="Lokalt charter").first).to_be_visible()
    page.get_by_role("button", name="Om tallene").click()
    page.get_by_role("link", name="Metode").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Metode")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("hvert kriterium")


def test_a_search_in_the_evidence_stands_in_the_address(open_reader):
    page = open_reader("/dokumentation")
    page.get_by_role("textbox", name="Søg i noter, navne og adresser").fill("Vordingborg")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("tekst=Vordingborg"))
    rows = ranking_of(page, within=".st-key-figure_oplysninger")
    assert rows
    assert all("vordingborg" in " ".join(row.values()).casefold() for row in rows)
