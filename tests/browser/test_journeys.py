"""What a reader does, in a real browser: from the front page to the evidence, and home with it."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from browser.layout import at_rest
from browser.taken import choose, menu, number, previewed, rows_of
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
    """The menu of the first figure, when the picture in it is shown."""
    page.get_by_role("button", name="Del og hent").first.wait_for()
    wait_until_whole(page)
    dialog = menu(page)
    previewed(dialog)
    return dialog


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
    heading = "Vejle: samarbejdet" if "kommune" in path else "Dokumenteret i alt"
    dialog = open_menu(page)
    choose(dialog, "SVG")
    with page.expect_download() as download:
        dialog.get_by_role("button", name="Hent SVG").click()
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


def test_the_picture_is_a_png_of_exactly_the_pixels_that_the_reader_chooses(open_reader):
    page = open_reader(f"/kommunen?kommune={VEJLE}")
    dialog = open_menu(page)
    for form, pixels in (
        ("Artikel", (1200, 675)),
        ("Kvadrat", (1080, 1080)),
        ("Præsentation", (1920, 1080)),
    ):
        choose(dialog, form)
        with page.expect_download() as download:
            dialog.get_by_role("button", name=f"Hent PNG ({pixels[0]} × {pixels[1]})").click()
        name = f"samspil_vejle_profil_2026_{pixels[0]}x{pixels[1]}.png"
        assert download.value.suggested_filename == name
        header = Path(download.value.path()).read_bytes()[:24]
        assert header.startswith(b"\x89PNG")
        assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == pixels
        expect(dialog.get_by_role("status")).to_contain_text(name)


def test_a_link_to_a_figure_brings_another_reader_to_it(open_reader):
    page = open_reader(f"/kommunen?kommune={VEJLE}#figur-mod_gruppen", width=1400)
    figure = page.locator(".st-key-figure_mod_gruppen h2")
    expect(figure).to_be_in_viewport()
    dialog = menu(page, ".st-key-figure_mod_gruppen")
    dialog.get_by_role("tab", name="Indlejr og link").click()
    address = f"/kommunen?kommune={VEJLE}&udgave=2026.1#figur-mod_gruppen"
    expect(dialog).to_contain_text(address)
    expect(dialog).to_contain_text("/embed/mod-gruppen?")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dialog.get_by_role("button", name="Kopiér: Link til figuren").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(address)


def test_the_csv_holds_what_the_warehouse_holds(open_reader, frozen):
    page = open_reader("/")
    dialog = open_menu(page)
    dialog.get_by_role("tab", name="Data").click()
    with page.expect_download() as download:
        dialog.get_by_role("button", name="CSV 1,5").first.click()
    rows = {row["Kode"]: row for row in rows_of(download)}
    total = queries.scores(frozen, 2026).query("dimension == 'total'")
    assert set(rows) == set(total["code"])
    for score in total.itertuples():
        row = rows[score.code]
        assert number(row["Dokumenteret i alt"]) == round(score.documented, 1)
        assert number(row["Muligt i alt"]) == round(score.possible, 1)
        assert number(row["Kendt, %"]) == round(100 * score.coverage, 1)
