"""Text from data is shown letter by letter, whatever it holds."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.text import plain
from samspil.present.html import LONGEST, isolated, render, short, source_link

UNSAFE = re.compile(r"(?<!\\)[<>&*_`$\[\]#|~!]")


@given(st.text())
def test_no_mark_of_markdown_html_or_latex_is_left_unescaped(text):
    shown = plain(text)
    assert not UNSAFE.search(re.sub(r"\\\\", "", shown))
    assert "\n" not in shown


@pytest.mark.parametrize("text", [":red[a]", ":material/home:", "http://a.b", "a:b:c"])
def test_a_colon_starts_no_code(text):
    assert "\\:\u2060" in plain(text)


@pytest.mark.parametrize("text", ["www.a.b", "post@a.b", "a -> b", "a <-> b", "a -- b", "a >= b"])
def test_what_is_replaced_after_markdown_is_taken_apart(text):
    shown = plain(text).replace("\\", "")
    assert text not in shown
    assert shown.replace("\u2060", "") == text


def test_a_very_long_text_is_cut_and_says_so():
    assert len(short("x" * 10_000)) == LONGEST
    assert short("x" * 10_000).endswith("…")
    assert short("kort") == "kort"


BAD = ["javascript:alert(1)", "data:text/html,x", "ftp://a.b/c", "//a.b", "https://[a", "http://"]


@pytest.mark.parametrize("url", BAD)
def test_only_web_addresses_become_links(url):
    assert source_link(url, "kilde").address == ""
    assert source_link(url, "kilde").shown == url


def test_a_link_names_its_host_and_cannot_be_broken_out_of():
    url = "https://www.lejre.dk/a\"b <c> [d]?x=1&y='2'"
    link = source_link(url, "kilde")
    assert link.shown == "www.lejre.dk"
    record = {"facts": ["2024"], "source": link, "note": "", "caveat": "", "corrected": ""}
    html = render("records", records=[record | {"says": "", "counts": False}], counting="")
    (href,) = re.findall(r'<a href="([^"]*)"', html)
    assert unescape(href) == url
    assert 'rel="noopener noreferrer"' in html


@pytest.mark.parametrize("url", ["http://[::1", "http://a\u2100b/", "https://a.dk/\ud800"])
def test_a_broken_address_is_shown_as_text(url):
    assert not source_link(url, "kilde").address


@given(st.text("\u2066\u2067\u2068\u2069\u202ea"))
def test_text_can_neither_end_nor_hold_open_the_element_that_isolates_it(text):
    depth = 1
    for character in isolated(text):
        depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
        assert depth > 0
    assert depth == 1
    assert text in isolated(text)
