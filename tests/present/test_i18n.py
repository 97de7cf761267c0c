"""Every text that a reader sees exists in English, with the same places to fill."""

import re
from datetime import date

from babel.messages.pofile import read_po
from readers_texts import USED

from samspil.present.i18n import LOCALES, translator


def catalogue() -> dict[str, str]:
    with (LOCALES / "en" / "LC_MESSAGES" / "samspil.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


def test_texts_were_found():
    assert len(USED) > 150


def test_every_text_is_translated_with_the_same_places():
    english = catalogue()
    assert [text for text in USED if not english.get(text)] == []
    assert [(text, english[text]) for text in USED if places(english[text]) != places(text)] == []


def places(text: str) -> set[str]:
    """The names of what is filled in."""
    return set(re.findall(r"\{(\w+)[^}]*\}", text))


def test_the_catalogue_holds_nothing_that_no_page_says():
    assert sorted(set(catalogue()) - set(USED)) == []


def test_halves_are_rounded_up_as_readers_round_them():
    """Also where the binary number lies a little below: 100 * 0.145 is 14.499999999999998."""
    da = translator("da")
    assert [da.percent(x) for x in (1 / 8, 0.145, 0.005, 0.225)] == [
        f"{n}\N{NO-BREAK SPACE}%" for n in (13, 15, 1, 23)
    ]
    assert (da.number(2.5), da.number(64.55, 1)) == ("3", "64,6")


def test_numbers_and_dates_follow_the_language():
    da, en = translator("da"), translator("en")
    assert da.number(1234.5, 1) == "1.234,5"
    assert en.number(1234.5, 1) == "1,234.5"
    assert da.percent(0.29) == "29\N{NO-BREAK SPACE}%"
    assert en.percent(0.29) == "29%"
    assert en.number(-0.4) == "0"
    assert da.date(date(2026, 11, 22)) == "22. november 2026"
    assert en.date(date(2026, 11, 22)) == "22 November 2026"
    assert da.number(None) == en.percent(float("nan")) == "–"
    assert da.listing(["Brøndby", "Vallensbæk"]) == "Brøndby og Vallensbæk"


def test_an_unknown_language_is_danish():
    assert translator("xx").language == "da"


def test_a_note_without_an_english_text_is_not_invented():
    row = {"note": "Policy", "note_da": "Politik", "caveat": None, "caveat_da": None}
    assert translator("da").pick(row, "note") == "Politik"
    assert translator("en").pick(row, "note") == "Policy"
    assert translator("en").pick(row, "caveat") == ""
