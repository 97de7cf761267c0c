"""Back in the browser: every choice can be taken back, to its default too."""

import re

import pytest
from browser.layout import at_rest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def choose(page, label, typed):
    page.get_by_role("combobox", name=re.compile(label)).focus()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")


def layer(page, name):
    return page.get_by_role("radio", name=name, exact=True)


def test_back_from_a_layer_is_the_layer_before_and_at_last_the_first(open_reader):
    page = open_reader("/")
    at_rest(page)
    for name, code in (("Kendt", "coverage"), ("Midtpunkt", "midpoint")):
        layer(page, name).click()
        expect(page).to_have_url(re.compile(f"lag={code}$"))
        at_rest(page)
    page.go_back()
    expect(layer(page, "Kendt")).to_be_checked()
    at_rest(page)
    page.go_back()
    expect(layer(page, "I alt")).to_be_checked()
    at_rest(page)
    assert "lag=" not in page.url
    page.go_forward()
    expect(layer(page, "Kendt")).to_be_checked()


def test_back_from_a_municipality_is_the_one_before_and_at_last_none(open_reader):
    page = open_reader("/kommunen")
    for name, code in (("Lejre", "350"), ("Vejle", "630")):
        choose(page, "Vælg kommune", name)
        expect(page).to_have_url(re.compile(f"kommune={code}$"))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"{name} Kommune")
        at_rest(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lejre Kommune")
    at_rest(page)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kommunen")
    at_rest(page)
    assert "kommune=" not in page.url


def test_back_from_weights_is_the_usual_weights(open_reader):
    page = open_reader("/ranglisten")
    at_rest(page)
    slider = page.get_by_role("slider", name="Gennemskueligt")
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile("vaegt=transparent(%3A|:)1.5"))
    at_rest(page)
    page.go_back()
    expect(slider).to_have_attribute("aria-valuetext", "1,0")
    at_rest(page)
    assert "vaegt=" not in page.url


def test_a_reader_in_english_goes_back_in_english_and_one_step_a_choice(open_reader):
    page = open_reader("/metode?lang=en&kommune=350")
    at_rest(page)
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_role("link", name="Side by side").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Compare municipalities")
    expect(page).to_have_url(re.compile("kommune=350.*med="))
    at_rest(page)
    page.go_back()  # to the address of the page that names nothing
    expect(page).to_have_url(re.compile("sammenlign.*kommune=350"))
    at_rest(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Compare municipalities")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Method")
    expect(page).to_have_url(re.compile("metode.*kommune=350"))
