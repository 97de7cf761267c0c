"""On paper: everything that a page says, nothing cut, and one sheet for the council."""

import io
import unicodedata

import pytest
from browser.layout import at_rest
from frozen import BROENDBY, VEJLE
from pypdf import PdfReader

from samspil.present.address import SECTIONS
from samspil.warehouse import queries

pytestmark = pytest.mark.browser

A4 = (595, 842)
"""Points."""

TEXT = ".samspil p:not(.screen), .gaps .name, .samspil li:not(.gaps li, .years li, .blocks li)"
"""What a page says, aside from marks that stand beside each other."""

HEADINGS_AND_TEXT = (
    ".st-key-page h1, .st-key-page h2:not(.st-key-terms h2), .samspil p:not(.screen)"
)
"""The same of any page; the weights that a reader sets are no part of a print."""

DRAWN = """() => !document.querySelector("[data-testid=stSkeleton]") &&
  [...document.querySelectorAll("[data-testid=stPlotlyChart]")]
    .every(chart => chart.querySelector(".main-svg"))"""

SCREEN_ONLY = ("Del og hent", "Vis tabel", "Vælg kommune", "Menu")


def printed(page):
    """The pages of a print as text; the blanks aside, since a line may end anywhere."""
    at_rest(page)
    page.wait_for_function(DRAWN)
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    reader = PdfReader(io.BytesIO(data))
    assert {tuple(round(side) for side in sheet.mediabox[2:]) for sheet in reader.pages} == {A4}
    return [unspaced(sheet.extract_text()) for sheet in reader.pages]


def unspaced(text):
    """Without blanks, and letters that are set as one taken apart."""
    letters = unicodedata.normalize("NFKC", text).replace("\u2060", "")
    return "".join(letters.split())


def shown(page, selector):
    """What stands on the screen in these elements, blanks and the mark before it aside."""
    return [unspaced(text).lstrip("✓✕?") for text in page.locator(selector).all_text_contents()]


def assert_paper_says_whose_it_is(text, page):
    assert "Samspil·udgave2026.1" in text
    assert unspaced(page.url.split("?")[0].removesuffix("/")) in text
    assert "november2026" in text
    assert [word for word in SCREEN_ONLY if unspaced(word) in text] == []


@pytest.mark.parametrize("code", [VEJLE])
def test_every_section_of_a_municipality_prints_whole(code, open_reader):
    page = open_reader(f"/kommunen?kommune={code}")
    for section in SECTIONS:
        page.goto(page.url.split("?")[0] + f"?kommune={code}&afsnit={section}")
        text = "".join(printed(page))
        for said in shown(page, ".st-key-page h1, .st-key-page h2, .st-key-page h3, .samspil h4"):
            assert said in text, (section, said)
        for said in shown(page, TEXT):
            assert said in text, (section, said)
        assert_paper_says_whose_it_is(text, page)


@pytest.mark.parametrize("query", [f"kommune={c}" for c in (VEJLE, BROENDBY)])
def test_the_sheet_for_the_council_is_one(query, open_reader):
    page = open_reader(f"/kommunen?{query}&afsnit=byraad")
    (text,) = printed(page)
    assert "Spørgforvaltningen" in text


@pytest.mark.parametrize("path", ["/", "/kriterier", "/ranglisten"])
def test_a_page_prints_with_its_words_and_no_figure_is_cut(path, open_reader, frozen):
    page = open_reader(path)
    text = "".join(printed(page))
    for said in shown(page, HEADINGS_AND_TEXT):
        assert said in text, said
    assert_paper_says_whose_it_is(text, page)
    page.emulate_media(media="print")
    sheet = page.locator(".st-key-page").bounding_box()
    for drawing in page.locator(".js-plotly-plot .main-svg").all():
        box = drawing.bounding_box()
        assert box is None or box["x"] + box["width"] <= sheet["x"] + sheet["width"] + 1
    if path == "/ranglisten":
        names = queries.municipalities(frozen)["name"]
        assert [name for name in names if unspaced(name) not in text] == []
