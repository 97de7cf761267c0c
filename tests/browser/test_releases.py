"""A reader of an old link: the release stays over pages and languages until the newest is asked."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from browser.layout import at_rest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LINE = re.compile(r"Du ser udgave 2026\.1, frosset den 25\. november 2026\.")


def asked_by(address):
    return dict(parse_qsl(urlsplit(address).query))


def test_a_release_goes_along_over_pages_and_languages_and_back_leads_to_it(open_reader):
    page = open_reader("/kommunen?kommune=630&udgave=2026.1&afsnit=kriterier")
    expect(page.get_by_text(LINE)).to_be_visible()
    at_rest(page)
    page.get_by_role("link", name="Overblik").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Hvor godt"))
    at_rest(page)
    assert asked_by(page.url) == {"kommune": "630", "udgave": "2026.1"}
    expect(page.get_by_text(LINE)).to_be_visible()
    page.get_by_role("radio", name="English").click()
    expect(page.get_by_text("You are looking at release 2026.1")).to_be_visible()
    at_rest(page)
    page.get_by_role("link", name="See the newest").click()
    page.wait_for_url(lambda url: asked_by(url) == {"kommune": "630", "lang": "en"})
    at_rest(page)
    assert page.get_by_text("You are looking at release").count() == 0
    page.go_back()
    expect(page.get_by_text("You are looking at release 2026.1")).to_be_visible()
