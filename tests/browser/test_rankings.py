"""A reader weighs, filters and shares: another reader's browser shows the same ranking."""

import re

import pytest
from browser.layout import at_rest
from browser.taken import menu, rows_of
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def ranking_of(page, within=".st-key-figure_rangliste"):
    """The rows of the ranking, or of another figure, as the reader can download them."""
    at_rest(page)
    dialog = menu(page, within)
    dialog.get_by_role("tab", name="Data").click()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="CSV 1,5").first.click()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    return rows_of(download)


def test_weights_set_here_make_the_same_ranking_elsewhere(open_reader):
    mine = open_reader("/ranglisten")
    before = ranking_of(mine)
    mine.get_by_text("Vis kun nogle kommuner").click()  # a list closes while this unfolds
    slider = mine.get_by_role("slider", name="Gennemskueligt")
    slider.focus()
    for _ in range(4):
        slider.press("ArrowRight")
    expect(mine).to_have_url(re.compile(r"vaegt=transparent%3A3|vaegt=transparent:3"))
    at_rest(mine)
    order = mine.get_by_role("combobox", name=re.compile("Sortér efter"))
    order.click()
    mine.get_by_role("option", name="Mest dokumenteret").click()
    expect(mine).to_have_url(re.compile("sorter=dokumenteret"))
    weighed = ranking_of(mine)
    assert weighed != before
    theirs = open_reader("/" + mine.url.split("/", 3)[3])
    assert ranking_of(theirs) == weighed


def test_the_weights_stand_beside_the_list_and_on_a_phone_in_a_sheet_under_it(open_reader):
    page = open_reader("/ranglisten?kommune=630", width=1400)
    rows = page.locator(".ranking .line:not(.top)")
    rows.first.wait_for()
    assert side_by_side(page, rows.first, page.get_by_role("slider", name="Gennemskueligt"))
    page.set_viewport_size({"width": 390, "height": 844})
    slider = page.get_by_role("slider", name="Gennemskueligt")
    expect(slider).to_be_hidden()
    page.get_by_text("Dine egne vægte").first.click()
    expect(slider).to_be_visible()
    names = rows.locator(".name")
    cut = "all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)"
    assert names.evaluate_all(cut) == []
    before = names.all_text_contents()
    for _ in range(4):
        slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "3,0")
    expect(rows.first).to_be_in_viewport()
    expect(page.get_by_text("Egne valg.")).to_be_visible()
    expect(rows.locator(".was").first).to_be_visible()
    assert names.all_text_contents() != before
    page.get_by_role("button", name="Tilbage til standard").click()
    expect(page.get_by_text("Egne valg.")).to_have_count(0)
    assert names.all_text_contents() == before
    names.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{before[0]} Kommune")


def side_by_side(page, one, other):
    """Whether both stand in the window at once, side by side."""
    height = page.viewport_size["height"]
    first, second = one.bounding_box(), other.bounding_box()
    inside = all(0 <= b["y"] < height for b in (first, second))
    return inside and first["x"] + first["width"] <= second["x"]


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
    rows = ranking_of(page, ".st-key-figure_oplysninger")
    assert rows
    assert all("vordingborg" in " ".join(row.values()).casefold() for row in rows)


def test_what_moves_the_first_rank_is_answered_two_clicks_from_the_front_page(open_reader):
    page = open_reader("/")
    page.get_by_role("button", name="Sammenlign").click()
    page.get_by_role("link", name="Ranglisten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("nr. 1 kan være nr.")
    drivers = page.locator(".st-key-figure_drivere")
    expect(drivers).to_contain_text("Alt ukendt samtidig")
    expect(drivers).to_contain_text("flytter en placering sig i gennemsnit")
