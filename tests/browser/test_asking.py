"""From the front page to a letter on the clipboard in three clicks."""

import re

import pytest
from browser import axe, layout
from frozen import LEJRE
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def copied(page):
    return page.evaluate("() => navigator.clipboard.readText()")


def copy(page):
    page.get_by_role("button", name="Kopiér brevet").click()
    expect(page.get_by_role("status").filter(has_text="Kopieret")).to_be_visible()


@pytest.mark.parametrize("width", [1400, 390])
def test_from_the_front_page_to_the_letter_copied_takes_three_clicks(width, open_reader, axe_core):
    page = open_reader("/", width=width)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    layout.whole(page)
    page.get_by_role("combobox", name=re.compile("Vælg kommune")).focus()
    page.keyboard.type("Lejr")
    page.get_by_role("option", name="Lejre").click()
    page.get_by_role("link", name="Spørg kommunen").click()
    page.locator(".asking-letter").wait_for()
    expect(page).to_have_url(re.compile("afsnit=spoerg"))
    expect(page).to_have_url(re.compile(f"kommune={LEJRE}"))
    copy(page)
    text = copied(page)
    assert text.startswith("Til kommunalbestyrelsen i Lejre Kommune")
    assert f"/kommunen?kommune={LEJRE}" in text
    for name in page.locator(".asking-letter li b").all_text_contents():
        assert name in " ".join(text.split())
    assert page.locator(".asking-letter li").count() == 10
    layout.settle(page, width)
    assert page.evaluate(layout.SIDEWAYS) == []
    if axe_core:
        found = axe.violations(page, axe_core)
        own = [one for one in found if not one.allowed]
        assert [str(one) for one in own] == []


def test_the_letter_is_asked_for_from_another_section_and_follows_the_sender(open_reader):
    page = open_reader(f"/kommunen?kommune={LEJRE}&afsnit=naeste")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Skriv et brev").click()
    page.locator(".asking-letter").wait_for()
    expect(page.locator(".asking-letter li")).to_have_count(3)
    page.get_by_role("radio", name="Forening", exact=True).click()
    expect(page.locator(".asking-letter")).to_contain_text("Vi er en forening")
    copy(page)
    assert "Vi er en forening" in copied(page)
    expect(page).to_have_url(re.compile("afsender=forening"))
    for name, ending in (("Hent som tekst", ".txt"), ("Hent som Word", ".docx")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename.endswith(f"lejre_brev_2026{ending}")
    mail = page.get_by_role("link", name="Åbn i dit mailprogram").get_attribute("href")
    assert mail.startswith("mailto:?subject=")
