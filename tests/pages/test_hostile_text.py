"""Evidence that holds HTML, Markdown, LaTeX or a flood of letters is shown, never obeyed."""

import pytest
from visiting import PAGES, visit, words_of

from components.text import LONGEST

VEJLE = "630"


@pytest.fixture(autouse=True)
def hostile_data(hostile_folder, monkeypatch):
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(hostile_folder))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_breaks(page):
    app = visit(page, kommune=VEJLE)
    assert not app.exception


def test_no_markdown_holds_it_unescaped():
    app = visit("municipality", kommune=VEJLE)
    markdown = "\n".join(element.value for element in app.markdown)
    assert "\\<script\\>" in markdown
    assert "<script>" not in markdown
    assert "](javascript" not in markdown
    assert "![x](" not in markdown
    assert "$\\frac" not in markdown
    assert not any(element.allow_html for element in app.markdown)


def test_a_flood_of_letters_is_cut():
    assert "x" * LONGEST not in words_of(visit("municipality", kommune=VEJLE))
