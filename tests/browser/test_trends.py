"""What has moved: the answer lies above the fold, and two clicks from the front page."""

import re

import pytest
from browser.layout import at_rest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FOLD, PATIENCE = 900, 30_000
POLICY = "Vedtaget frivilligpolitik"
OFF_ITS_PLACE = """dots => dots.length ? dots.map(dot => {
  const own = dot.getBoundingClientRect(), axis = dot.parentElement.getBoundingClientRect();
  const wide = axis.x + axis.width * parseFloat(dot.style.left) / 100 - own.x - own.width / 2;
  return [wide, axis.y + axis.height / 2 - own.y - own.height / 2].map(Math.abs);
}).filter(off => Math.max(...off) > 1.5) : ["no dots"]"""
"""How far each dot lies from the place on its axis that its change gives it."""


def bottom(locator):
    box = locator.bounding_box()
    return box["y"] + box["height"]


def test_what_has_moved_in_volunteer_policies_since_2015_takes_two_clicks(open_reader):
    page = open_reader("/")
    at_rest(page, patience=PATIENCE)
    page.get_by_role("link", name="Hvad har flyttet sig?").click()
    page.get_by_role("heading", name="Hvad har flyttet sig?").wait_for()
    at_rest(page, patience=PATIENCE)
    assert_answered_above_the_fold(page, "2022")
    assert page.locator(".shift-dot").evaluate_all(OFF_ITS_PLACE) == []
    page.get_by_role("radio", name="2015").or_(
        page.get_by_role("button", name="2015", exact=True)
    ).click()
    page.wait_for_url(re.compile("fra=2015$"))
    page.get_by_role("heading", name="Siden 2015 kan ").first.wait_for()
    at_rest(page, patience=PATIENCE)
    assert_answered_above_the_fold(page, "2015")
    row = page.get_by_role("row").filter(has_text=POLICY)
    expect(row).to_contain_text(re.compile(r"kan ikke afgøres, n = \d+"))
    row.locator(".hatch").wait_for()


def assert_answered_above_the_fold(page, year):
    """Title, finding, headings and the first rows of both columns are seen without scrolling."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvad har flyttet sig?")
    finding = page.get_by_role("heading", level=2).first
    expect(finding).to_contain_text(f"Siden {year} kan ")
    assert bottom(finding) < FOLD
    tables = page.get_by_role("table")
    for number in (0, 1):
        rows = tables.nth(number).get_by_role("row")
        expect(rows).to_have_count(13)
        assert bottom(rows.nth(12)) < FOLD


def test_on_a_phone_nothing_lies_sideways_and_the_panels_are_two_in_a_row(open_reader):
    page = open_reader("/udvikling?kommune=630", width=390)
    at_rest(page, patience=PATIENCE)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    sideways = "all => all.filter(one => one.getBoundingClientRect().right > innerWidth).length"
    assert page.locator(".shifts *").evaluate_all(sideways) == 0
    expect(page.get_by_role("rowheader", name=POLICY)).to_be_visible()
    shown = page.locator(".js-plotly-plot:visible").first
    shown.locator(".annotation-text").first.wait_for()
    titles = shown.locator(".annotation-text").evaluate_all(
        "all => all.map(one => [one.textContent, Math.round(one.getBoundingClientRect().x)])"
    )
    assert [title for title, _ in titles][-1] == "Vejle"
    assert len({x for _, x in titles}) == 2
    texts = shown.locator("text:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(b => [b.left, b.right])"
    )
    assert all(left >= 0 and right <= 390 for left, right in texts)
