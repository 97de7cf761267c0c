"""Text from evidence reaches the page letter by letter, makes no link and turns nothing around."""

import pytest
from browser.layout import at_rest
from browser.served import PROJECT, served
from hostile import HOSTILE

from samspil.present.html import short
from samspil.warehouse import queries
from samspil.warehouse.builds import newest_build, open_warehouse

pytestmark = pytest.mark.browser

VEJLE = "630"

ELEMENTS_THAT_SAY = """text => [...document.querySelectorAll("main *")].filter(
  element => element.checkVisibility()
    && element.textContent.replace(/^\\u2068+|\\u2069+$/g, "") === text
).length"""

TURNED_AROUND = """() => {
  const found = [], range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.data.includes("\\u202e")) continue;
    let last = null;
    for (let i = 0; i < node.data.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      if (last && last.top === box.top && box.left < last.left) { found.push(node.data); break; }
      last = box;
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def shown(hostile_folder):
    """The warehouse with hostile notes, opened."""
    warehouse = open_warehouse(newest_build(hostile_folder))
    yield warehouse
    warehouse.close()


@pytest.fixture(scope="module")
def hostile(hostile_folder):
    """The address of a dashboard on hostile notes and objections."""
    with served(PROJECT / "server.py", SAMSPIL_WAREHOUSE=str(hostile_folder)) as address:
        yield address


@pytest.fixture
def open_whole(hostile, open_reader):
    """A function that opens a page and all that lies behind a click on it."""

    def visit(path):
        page = open_reader(path, at=hostile)
        at_rest(page)
        for summary in page.locator("details > summary").all():
            summary.click()
        return page

    return visit


def assert_nothing_is_obeyed(page):
    assert page.evaluate("window.hacked") is None
    foreign = "main img:not([alt='']):not([src='/app/static/wordmark.svg'])"
    assert page.locator(f"{foreign}, main script, main .katex").count() == 0
    links = page.locator("main a").evaluate_all("all => all.map(link => link.href)")
    assert [url for url in links if "evil" in url or not url.startswith("http")] == []
    assert [url for url in page.asked if "evil.example" in url] == []
    assert not set("→←↔—≥≤≈") & set(page.locator("main").inner_text())
    assert page.evaluate(TURNED_AROUND) == []


def test_text_on_a_municipality_is_shown_as_it_stands(open_whole):
    page = open_whole(f"/kommunen?kommune={VEJLE}&afsnit=kriterier")
    for name, text in HOSTILE.items():
        assert page.evaluate(ELEMENTS_THAT_SAY, short(text)) > 3, name
    assert_nothing_is_obeyed(page)
    rels = page.get_by_role("link", name="kilde: ").evaluate_all("all => all.map(a => a.rel)")
    assert set(rels) == {"noopener noreferrer"}


def test_text_of_an_objection_is_shown_as_it_stands(open_whole):
    page = open_whole(f"/kommunen?kommune={VEJLE}&afsnit=indsigelser")
    assert any(page.evaluate(ELEMENTS_THAT_SAY, short(text)) > 0 for text in HOSTILE.values())
    assert_nothing_is_obeyed(page)


@pytest.mark.parametrize("name", ["links", "arrows", "direction"])
def test_text_among_the_examples_of_a_criterion_is_shown_as_it_stands(name, shown, open_whole):
    marks = queries.marks(shown, VEJLE, 2026)
    own = marks[(marks["note"] == HOSTILE[name]) & (marks["level"] > 0)]
    page = open_whole(f"/kriterier?kriterium={own['criterion'].iloc[0]}")
    assert page.evaluate(ELEMENTS_THAT_SAY, HOSTILE[name]) > 0
    assert_nothing_is_obeyed(page)


def test_text_behind_a_mark_of_a_comparison_is_shown_as_it_stands(open_whole):
    page = open_whole(f"/sammenlign?med={VEJLE},350&kommune=350")
    for name, text in HOSTILE.items():
        assert page.evaluate(ELEMENTS_THAT_SAY, short(text)) > 0, name
    assert_nothing_is_obeyed(page)


def test_text_on_an_amount_is_shown_as_it_stands(shown, open_whole):
    rows = queries.records(shown).query("criterion == 's18_amount'")
    text = HOSTILE["links"]
    code = rows.loc[rows["note"] == text, "code"].iloc[0]
    page = open_whole(f"/kommunen?kommune={code}&afsnit=baggrund")
    assert page.evaluate(ELEMENTS_THAT_SAY, text) > 0
    assert_nothing_is_obeyed(page)
