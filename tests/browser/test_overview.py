"""Overblik in a browser: what stands above the fold, the picker, the menu, the keyboard."""

import re

import pytest
from browser.layout import at_rest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

VEJLE = "630"
WIDE, MIDDLE, NARROW = (1400, 900), (768, 1024), (390, 844)

OUTLINE = "path.js-line[style*='stroke-width: 3px']"
"""The outline of the chosen municipality on a map."""

CUT_NAMES = """names => {
  const shown = document.querySelector(".st-key-picker input");
  const style = getComputedStyle(shown), pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const room = shown.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return names.filter(name => pen.measureText(name).width > room);
}"""


@pytest.fixture
def visit(open_reader):
    """A function that opens the front page at a size, and waits until it is drawn."""

    def opened(size, path=f"/?kommune={VEJLE}"):
        page = open_reader(path, width=size[0])
        page.set_viewport_size({"width": size[0], "height": size[1]})
        at_rest(page)
        page.locator(".st-key-country_kort .choroplethlayer path").first.wait_for()
        return page

    return opened


def box(page, selector):
    """Left, top, right and bottom in pixels of the window."""
    found = page.locator(selector).first.bounding_box()
    return (found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"])


def assert_nothing_lies_over_another(boxes):
    for name, (left, top, right, bottom) in boxes.items():
        assert right > left, name
        assert bottom > top, name
        for other, (x, y, x_end, y_end) in boxes.items():
            apart = right <= x or x_end <= left or bottom <= y or y_end <= top
            assert other == name or apart, f"{name} lies over {other}"


def boxes_of(page, *parts):
    return {part: box(page, f".st-key-{part}") for part in parts}


def test_a_wide_window_answers_above_the_fold(visit):
    page = visit(WIDE)
    left, top, right, bottom = box(page, ".st-key-area_kort")
    assert right - left >= 600
    assert bottom - top >= 600
    parts = ("front_map", "front_figures", "front_legend", "front_own", "front_best")
    boxes = boxes_of(page, *parts) | {"front_map": (left, top, right, bottom)}
    assert all(bottom <= WIDE[1] for _, _, _, bottom in boxes.values()), boxes
    assert_nothing_lies_over_another(boxes)
    expect(page.locator(".key-figures dt")).to_have_count(4)
    counts = page.locator(".samspil.legend .count").all_inner_texts()
    assert len(counts) == 6
    assert sum(map(int, counts)) == 98
    header = boxes_of(page, "entries", "picker", "language")
    assert_nothing_lies_over_another(header | {"name": box(page, ".samspil-name")})
    assert all(bottom <= 60 for _, _, _, bottom in header.values())
    assert_what_is_scrolled_to_lies_under_the_header(page)
    assert_the_page_ends_soon_after_its_last_line(page)


def assert_what_is_scrolled_to_lies_under_the_header(page):
    heading = page.get_by_role("heading", name="De tre dimensioner")
    heading.evaluate("heading => heading.scrollIntoView()")
    assert heading.bounding_box()["y"] >= 60


def assert_the_page_ends_soon_after_its_last_line(page):
    last = page.get_by_text("ukendt er ikke nul").last
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, main.scrollHeight)")
    below = WIDE[1] - last.bounding_box()["y"] - last.bounding_box()["height"]
    assert 0 <= below <= 90


def test_a_middle_window_has_a_layout_of_its_own(visit):
    page = visit(MIDDLE)
    boxes = boxes_of(page, "front_own", "front_map", "front_figures", "front_legend", "front_best")
    assert_nothing_lies_over_another(boxes)
    assert boxes["front_own"][3] <= boxes["front_map"][1]
    assert boxes["front_legend"][1] == boxes["front_figures"][1] > boxes["front_map"][3]
    assert boxes["front_map"][2] - boxes["front_map"][0] > 700
    expect(page.get_by_role("button", name="Menu")).to_be_visible()
    expect(page.locator(".samspil.here")).to_contain_text("Overblik · Kommunernes samarbejde")


def test_a_phone_shows_the_municipality_before_the_map_and_no_name_is_cut(visit, frozen):
    page = visit(NARROW)
    boxes = boxes_of(page, "here", "front_own", "front_map", "front_legend")
    assert_nothing_lies_over_another(boxes)
    title = page.get_by_role("heading", level=1).bounding_box()["y"]
    tops = [boxes["here"][1], title, *(boxes[f"front_{p}"][1] for p in ("own", "map", "legend"))]
    assert tops == sorted(tops)
    assert boxes["front_own"][3] <= NARROW[1]
    names = frozen.query("SELECT name FROM municipality")["name"].tolist()
    assert page.evaluate(CUT_NAMES, names) == []
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Ranglisten").click()
    expect(page).to_have_url(re.compile(f"/ranglisten.*kommune={VEJLE}"))
    expect(page.get_by_role("link", name="Udvikling")).to_have_count(0)
    expect(page.locator(".samspil.here")).to_contain_text("Sammenlign › Ranglisten")


def test_the_picker_marks_the_map_and_stays(visit):
    page = visit(WIDE, "/")
    expect(page.locator(OUTLINE)).to_have_count(0)
    expect(page.locator(".samspil.own")).to_have_count(0)
    page.get_by_role("combobox", name="Vælg kommune").focus()
    page.keyboard.type("Lyngby")
    page.keyboard.press("Enter")
    expect(page.locator(".samspil.own h2")).to_contain_text("Lyngby")
    for part in ("country", "capital"):
        expect(page.locator(f".st-key-{part}_kort {OUTLINE}")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?kommune=173$"))
    page.get_by_role("link", name="Se hvorfor, og hvad næste skridt er").click()
    expect(page).to_have_url(re.compile("/kommunen.*kommune=173"))


def test_the_keyboard_reaches_and_sorts_the_table(visit, frozen):
    page = visit(WIDE)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Gå til indholdet")
    page.get_by_role("switch", name="Vis tabel").or_(
        page.get_by_role("checkbox", name="Vis tabel")
    ).first.focus()
    page.keyboard.press("Space")
    page.get_by_role("combobox", name="Sortér efter").first.focus()
    page.keyboard.type("Dokumenteret i alt")
    page.keyboard.press("Enter")
    total = frozen.query("SELECT code FROM score WHERE year = 2026 AND dimension = 'total'"
                         " ORDER BY documented DESC LIMIT 1")  # fmt: skip
    row = page.get_by_test_id("stDataFrame").locator("tbody tr").first
    expect(row).to_contain_text(total["code"].iloc[0])
