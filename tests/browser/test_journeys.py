"""What a reader does, in a real browser: from the front page to the evidence, and home with it."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from browser.layout import at_rest
from browser.taken import number, rows_of
from playwright.sync_api import expect

from samspil.warehouse import queries

pytestmark = pytest.mark.browser

VEJLE, LEJRE = "630", "350"
POINT_INSIDE = """code => {
  const area = [...document.querySelectorAll(".choroplethlayer path")]
    .find(path => path.__data__ && path.__data__.loc === code);
  area.scrollIntoView({block: "center"});
  const box = area.getBBox(), toScreen = area.getScreenCTM();
  for (let i = 1; i < 12; i++) for (let j = 1; j < 12; j++) {
    const point = new DOMPoint(box.x + box.width * i / 12, box.y + box.height * j / 12);
    if (area.isPointInFill(point)) {
      const {x, y} = point.matrixTransform(toScreen);
      return [x, y];
    }
  }
}"""


def title(page):
    return page.get_by_role("heading", level=1)


def open_menu(page):
    """Open the menu of the first figure, and wait for the picture in it."""
    page.get_by_role("button", name="Del og hent").first.wait_for()
    wait_until_whole(page)
    page.get_by_role("button", name="Del og hent").first.click()
    page.locator("[class*='_preview'] .main-svg").first.wait_for()


def wait_until_whole(page):
    """Wait for the footer, which is drawn last."""
    at_rest(page)


def test_from_the_map_to_the_municipality_to_its_evidence(open_reader, frozen):
    page = open_reader("/")
    page.locator(".choroplethlayer path").first.wait_for()
    page.mouse.click(*page.evaluate(POINT_INSIDE, VEJLE))
    expect(title(page)).to_have_text("Vejle Kommune")
    expect(page).to_have_url(re.compile(f"kommune={VEJLE}"))
    page.get_by_role("radio", name="Kriterier").or_(
        page.get_by_role("button", name="Kriterier", exact=True)
    ).click()
    page.get_by_text("Alle", exact=False).filter(has_text="oplysninger").last.wait_for()
    wait_until_whole(page)
    marks = queries.marks(frozen, VEJLE, 2026).dropna(subset="level")
    links = page.get_by_role("link", name=re.compile("^kilde: ")).evaluate_all(
        "links => links.map(link => [link.href, link.rel, link.target])"
    )
    hrefs = {href.rstrip("/") for href, _, _ in links}
    for url in marks["source_url"]:
        assert page.evaluate("url => new URL(url).href", url).rstrip("/") in hrefs
    assert all("noopener" in rel or target != "_blank" for _, rel, target in links)


def test_the_picker_works_by_keyboard(open_reader):
    page = open_reader("/")
    page.get_by_role("combobox", name=re.compile("Vælg kommune")).focus()
    page.keyboard.type("Lejr")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Lejre")).to_be_visible()
    page.get_by_role("link", name="Se hvorfor").click()
    expect(title(page)).to_have_text("Lejre Kommune")


def test_the_language_switch_changes_page_and_address(open_reader):
    page = open_reader(f"/kommunen?kommune={LEJRE}")
    expect(page.locator("html")).to_have_attribute("lang", "da")
    page.get_by_role("radio", name="English").or_(
        page.get_by_role("button", name="English")
    ).click()
    expect(page.get_by_role("heading", name="Comparison")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(title(page)).to_contain_text("Lejre")
    expect(page).to_have_url(re.compile("lang=en"))


def test_a_shared_address_shows_another_reader_the_same(open_reader):
    mine = open_reader("/sammenlign?med=630,350&lang=en")
    mine.get_by_text("Show only criteria that differ").click()
    expect(mine).to_have_url(re.compile("forskel=true"))
    theirs = open_reader(mine.url.removeprefix(mine.url.split("/sammenlign")[0]))
    expect(title(theirs)).to_have_text(title(mine).inner_text())
    expect(theirs.get_by_role("list")).to_have_text(mine.get_by_role("list").all_inner_texts())
    switch = theirs.get_by_label("Show only criteria that differ")
    expect(switch).to_be_checked()


def test_an_unknown_municipality_in_an_address_is_said_and_stays_said(open_reader):
    page = open_reader("/kommunen?kommune=999")
    expect(page.get_by_text("Linket peger på en kommune, der ikke findes")).to_be_visible()
    expect(page.get_by_text("Vælg en kommune på listen øverst")).to_be_visible()


def unspaced(text):
    """The text without blanks: a picture has none where a line ends, wherever that is."""
    return "".join(text.split())


@pytest.mark.parametrize("path", ["/", f"/kommunen?kommune={VEJLE}"])
def test_the_picture_is_a_vector_with_its_title_and_source(path, open_reader):
    page = open_reader(path)
    heading = (
        page.locator("h2.card-title").first.text_content()
        if "kommune" in path
        else "Dokumenteret i alt"
    )
    open_menu(page)
    button = page.get_by_role("button", name="Hent billede SVG").first
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename.endswith(".svg")
    root = ET.fromstring(Path(download.value.path()).read_text(encoding="utf-8"))
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert tags.count("path") > 10
    assert "image" not in tags
    text = unspaced("".join(root.itertext()))
    for said in ("Kilde: Samspil", "november 2026", heading, "CC BY", "http://127.0.0.1"):
        assert unspaced(said) in text
    title, description = list(root)[:2]
    assert tags[1:3] == ["title", "desc"]
    assert heading in title.text
    assert "2026" in title.text
    assert "Kilde: Samspil" in description.text
    assert root.get("aria-labelledby") == title.get("id")


def test_the_picture_can_be_had_as_png_at_the_width_that_the_reader_chooses(open_reader):
    page = open_reader(f"/kommunen?kommune={VEJLE}")
    open_menu(page)
    for pixels, shown in ((2400, "2.400"), (1200, "1.200"), (4800, "4.800")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Hent billede PNG {shown} px").click()
        assert re.fullmatch(r"samspil_vejle_\w+_2026\.png", download.value.suggested_filename)
        header = Path(download.value.path()).read_bytes()[:24]
        assert header.startswith(b"\x89PNG")
        assert int.from_bytes(header[16:20]) == pixels


def test_the_csv_holds_what_the_warehouse_holds(open_reader, frozen):
    page = open_reader("/")
    open_menu(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent data (CSV").first.click()
    rows = {row["Kode"]: row for row in rows_of(download)}
    total = queries.scores(frozen, 2026).query("dimension == 'total'")
    assert set(rows) == set(total["code"])
    for score in total.itertuples():
        row = rows[score.code]
        assert number(row["Dokumenteret i alt"]) == round(score.documented, 1)
        assert number(row["Muligt i alt"]) == round(score.possible, 1)
        assert number(row["Kendt, %"]) == round(100 * score.coverage, 1)
