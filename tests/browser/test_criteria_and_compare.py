"""Kriterier and Sammenlign in a browser: what stands above the fold, and what a click opens."""

import re

import pytest
from browser.layout import at_rest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FOLD, PHONE = 900, 390


def bottom(locator):
    box = locator.bounding_box()
    return box["y"] + box["height"]


def assert_no_sideways_scroll(page):
    """At any of the three widths, one after another in the same visit."""
    for width in (768, PHONE, 1400):
        page.set_viewport_size({"width": width, "height": FOLD})
        main = page.get_by_test_id("stMain")
        assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0, width


def test_all_criteria_stand_above_the_fold_and_a_click_opens_one_without_loading(open_reader):
    page = open_reader("/kriterier?kommune=350&lang=da")
    at_rest(page)
    rows = page.locator("a[data-pick]")
    assert rows.count() == 24
    assert bottom(rows.last) <= FOLD
    assert {round(box) for box in rows.evaluate_all("all => all.map(a => a.offsetHeight)")} == {24}
    page.wait_for_function("() => !!document.querySelector('.st-key-figure_kriterier').onclick")
    page.evaluate("window.same = true")
    page.locator("a[data-pick=council_grants]").click()
    heading = page.get_by_role("heading", level=2, name="Medindflydelse på § 18-midlerne")
    expect(heading).to_be_in_viewport()
    expect(page).to_have_url(re.compile("kommune=350.*kriterium=council_grants"))
    expect(page.locator("a[aria-current]")).to_have_attribute("data-pick", "council_grants")
    page.locator("a[data-pick=charter]").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="Lokalt charter")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("kriterium=charter"))
    assert page.evaluate("window.same") is True
    examples, area = page.locator(".st-key-half_examples"), page.locator(".st-key-half_map")
    assert abs(examples.bounding_box()["y"] - area.bounding_box()["y"]) < 2
    assert_no_sideways_scroll(page)
    page.set_viewport_size({"width": PHONE, "height": 844})
    row = page.locator("a[data-pick=policy_adopted]")
    assert bottom(row.locator(".name")) <= row.locator(".bar").bounding_box()["y"]


def test_differences_come_first_and_a_tap_shows_note_and_source(open_reader):
    page = open_reader("/sammenlign?kommune=350&med=630,350,760,461,101,270")
    at_rest(page)
    finding = page.get_by_role("heading", level=2, name="er forskellige på")
    assert bottom(finding) <= FOLD
    assert bottom(page.get_by_role("heading", level=3, name="Her er de forskellige")) <= FOLD
    assert page.locator(".compare.heads section").count() == 6
    assert_no_sideways_scroll(page)
    page.set_viewport_size({"width": PHONE, "height": 844})
    row = page.locator(".compare details").first
    name, mark = row.locator(".criterion-name"), row.locator(".block").first
    assert mark.bounding_box()["x"] >= name.bounding_box()["x"] + name.bounding_box()["width"]
    size = mark.bounding_box()
    assert (round(size["width"]), round(size["height"])) == (22, 22)
    source = row.get_by_role("link", name="kilde: ").first
    expect(source).to_be_hidden()
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(source).to_be_visible()
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    page.locator(".compare .own-column a").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lejre")
