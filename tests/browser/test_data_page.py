"""The page on data for programs, on a phone and a desktop, in both languages."""

import pytest
from browser import axe

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_people_find_use_and_read_the_page(open_reader, address, axe_core):
    page = open_reader("/api", width=390)
    folded = page.locator("details")
    folded.evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate(OVERFLOW) == 0
    assert {url.removeprefix(address).split("?")[0] for url in page.asked} <= {
        "/api", "/app/static/wordmark.svg", "/app/static/favicon.svg",
        "/app/static/samspil-sans.woff2",
    }  # fmt: skip
    if axe_core:
        assert [str(found) for found in axe.violations(page, axe_core)] == []
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="Data for your own programs").wait_for()
    page.set_viewport_size({"width": 1400, "height": 900})
    assert page.evaluate(OVERFLOW) == 0
    with page.expect_download() as taken:
        page.get_by_role("link", name="municipalities.csv").click()
    assert taken.value.suggested_filename == "samspil_municipalities.csv"
