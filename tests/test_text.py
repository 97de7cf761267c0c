"""Text from data is shown letter by letter, whatever it holds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.text import LONGEST, plain, short, source_link
from samspil.i18n import translator

DA = translator("da")
UNSAFE = re.compile(r"(?<!\\)[<>&*_`$\[\]#|~!]")


@given(st.text())
def test_no_mark_of_markdown_html_or_latex_is_left_unescaped(text):
    shown = plain(text)
    assert not UNSAFE.search(re.sub(r"\\\\", "", shown))
    assert "\n" not in shown


@pytest.mark.parametrize("text", [":red[a]", ":material/home:", "http://a.b", "a:b:c"])
def test_a_colon_starts_no_code(text):
    assert "\\:\u2060" in plain(text)


def test_a_very_long_text_is_cut_and_says_so():
    assert len(short("x" * 10_000)) == LONGEST
    assert short("x" * 10_000).endswith("…")
    assert short("kort") == "kort"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://a.b/c", "//a.b"])
def test_only_web_addresses_become_links(url):
    assert "](" not in source_link(url, DA)


def test_a_link_names_its_host_and_cannot_be_broken_out_of():
    link = source_link("https://www.lejre.dk/a)b <c> [d]?x=1&y=2", DA)
    assert link.startswith("[kilde: www.lejre.dk](https://www.lejre.dk/a%29b")
    assert link.count("(") == link.count(")") == 1


@pytest.mark.parametrize("url", ["http://[::1", "http://a\u2100b/", "https://a.dk/\ud800"])
def test_a_broken_address_is_shown_as_text(url):
    assert source_link(url, DA) == plain(url)
