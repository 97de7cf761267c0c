"""Kommunen in a browser: what is above the fold, how tall it is, and its sections."""

import re

import pytest
from browser.layout import at_rest
from frozen import BROENDBY, LEJRE, VEJLE
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LAESOE = "825"
TALLEST = 3_600
"""Pixels that the page may take at 1400."""

HEAD = ("h1", ".head .big", ".head .answer .interval", ".head .rank h2", ".head .next")
"""What the head must show at once, the dimensions aside."""


def bottom(page, selector):
    """How far down the lowest mark of that kind ends."""
    boxes = [found.bounding_box() for found in page.locator(selector).all()]
    assert boxes, selector
    assert all(box and box["width"] > 0 and box["height"] > 0 for box in boxes), selector
    return max(box["y"] + box["height"] for box in boxes)


def assert_the_head_ends_above(page, fold, median):
    page.locator(".head .next").wait_for()
    assert page.locator(".head .part").count() == 3
    assert page.locator(".head .blocks li").count() == 24
    needed = [*HEAD, ".head .part", ".head .blocks li", *([".head .median"] if median else [])]
    found = {selector: bottom(page, selector) for selector in needed}
    assert {s: y for s, y in found.items() if y > fold} == {}


def whole(page):
    at_rest(page)


@pytest.mark.parametrize("code", [VEJLE, LEJRE, BROENDBY, LAESOE])
def test_the_head_answers_above_the_fold_and_the_page_is_not_too_tall(code, open_reader):
    page = open_reader(f"/kommunen?kommune={code}")
    whole(page)
    page.locator(".gaps li").nth(23).wait_for()
    assert_the_head_ends_above(page, 900, median=True)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollHeight") <= TALLEST
    page.set_viewport_size({"width": 768, "height": 1024})
    boxes = [page.locator(f".head .{part}").bounding_box() for part in ("answer", "rank")]
    assert boxes[0]["y"] == boxes[1]["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    assert_the_head_ends_above(page, 1270, median=True)
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0


def open_section(page, name):
    page.get_by_role("radio", name=name).or_(
        page.get_by_role("button", name=name, exact=True)
    ).click()
    page.get_by_role("heading", level=2, name=name, exact=True).wait_for()


def test_a_change_of_section_redraws_it_alone_and_stands_in_the_address(open_reader):
    page = open_reader(f"/kommunen?kommune={VEJLE}")
    whole(page)
    page.locator(".head").evaluate("head => head.dataset.before = 'yes'")
    open_section(page, "Udvikling")
    expect(page).to_have_url(re.compile("afsnit=udvikling"))
    open_section(page, "Kriterier")
    expect(page).to_have_url(re.compile("afsnit=kriterier"))
    expect(page.locator(".head")).to_have_attribute("data-before", "yes")
    row = page.locator(".head .blocks a").first
    row.click()
    expect(page).to_have_url(re.compile("afsnit=kriterier#policy_adopted"))
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile("afsnit=udvikling"))
    page.get_by_role("heading", level=2, name="Udvikling", exact=True).wait_for()
    page.get_by_role("combobox", name=re.compile("Vælg kommune")).focus()
    page.keyboard.type("Lejr")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lejre")
    page.get_by_role("heading", level=2, name="Udvikling", exact=True).wait_for()


def test_which_municipalities_like_mine_document_most_and_by_what(open_reader, embedded_folder):
    """Two clicks from the front page."""
    page = open_reader("/")
    page.get_by_role("combobox", name=re.compile("Vælg kommune")).focus()
    page.keyboard.type("Lejr")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("Se hvorfor")).click()
    page.get_by_role("heading", name=re.compile("Mest dokumenteret blandt de 10 ")).wait_for()
    leader = page.locator(".leaders article").first
    expect(leader).to_contain_text("Favrskov")
    expect(leader).to_contain_text("point")
    leader.get_by_role("link", name="Favrskov").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Favrskov")
    page.get_by_role("heading", level=2, name="Kriterier", exact=True).wait_for()
