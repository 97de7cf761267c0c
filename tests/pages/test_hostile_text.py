"""Evidence that holds HTML, Markdown, LaTeX or a flood of letters is shown, never obeyed."""

import pytest
from hostile import HOSTILE
from visiting import PAGES, html_words, visit, words_of

from samspil.present.html import LONGEST, short

VEJLE = "630"


@pytest.fixture(autouse=True)
def hostile_data(hostile_folder, monkeypatch):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(hostile_folder))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_breaks(page):
    app = visit(page, kommune=VEJLE)
    assert not app.exception


def test_none_of_it_is_markdown_and_all_of_it_is_escaped():
    app = visit("municipality", kommune=VEJLE, afsnit="kriterier")
    markdown = "\n".join(element.value for element in app.markdown)
    html = "\n".join(element.proto.body for element in app.main.get("html"))
    assert not any(element.allow_html for element in app.markdown)
    for text in HOSTILE.values():
        assert short(text) not in markdown
        assert short(text) in html_words(app)
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "<img src=x" not in html


def test_a_flood_of_letters_is_cut():
    assert "x" * LONGEST not in words_of(visit("municipality", kommune=VEJLE, afsnit="kriterier"))
