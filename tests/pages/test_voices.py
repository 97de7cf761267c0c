"""Kommunen: what the municipality says, what its associations say, what is documented."""

import re

import pytest
from frozen import LEJRE, VEJLE
from visiting import quoted, visit, words_of

from samspil.present.pages import PATHS
from samspil.warehouse.builds import newest_build

SECTION = {"afsnit": "kriterier"}
TITLE = {
    "da": "Lejre: kommunen siger, foreningerne siger, dokumenteret",
    "en": "Lejre: the municipality says, the associations say, documented",
}
WOULD_STAND = "hvad kommunen selv og mindst fem af dens foreninger siger"


@pytest.fixture
def answered(associations, monkeypatch):
    """Pages show the build in which associations have answered; its name."""
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(associations.warehouse))
    return newest_build(associations.warehouse).stem.removeprefix("samspil-")


def table_of(app, title):
    """The rows of the table with that caption, as text."""
    body = next(e.proto.body for e in app.main.get("html") if f"<caption>{title}" in e.proto.body)
    table = body.split(f"<caption>{title}")[1].split("</table>")[0]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows)
    return [[" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in row] for row in cells]


def test_where_five_have_answered_the_three_stand_side_by_side(answered):
    app = visit("municipality", kommune=LEJRE, **SECTION)
    assert not app.exception
    text = words_of(app)
    assert TITLE["da"] in text
    assert WOULD_STAND not in text
    heads, first, *_ = table_of(app, "Otte udsagn")
    assert heads == ["Udsagn", "Kommunen siger", "Foreningerne siger"]
    assert first == ["Kommunen vil samarbejdet, også når det kræver tid eller penge.", "5",
                     "2 mindst 5 svar"]  # fmt: skip
    rows = {row[0]: row[1:] for row in table_of(app, "De formelle og reelle kriterier")}
    assert len(rows) == 15
    half, unknown = "◐ delvist opfyldt", "? ikke kendt"
    assert rows["Lokalt charter eller partnerskabsaftale"] == [half, f"{half} mindst 5 svar",
                                                               unknown]  # fmt: skip
    assert rows["Vedtaget frivilligpolitik"][0] == "det er rigtigt"
    assert rows["Rådet bliver hørt"][0] == "ved ikke"
    assert rows["Faste dialogmøder"][0] == "–"
    assert text.count("foreningerne ser 0 af") == 2
    assert "Rådets møder om året: 6 (2026) – Oplyser 6" in text


def test_the_table_can_be_taken_along_and_is_said_in_english(answered):
    app = visit("municipality", kommune=LEJRE, lang="en", **SECTION)
    assert TITLE["en"] in words_of(app)
    assert "answers of the municipality and of associations" in quoted(app, "siger")


def test_where_four_have_answered_the_page_is_that_of_nobody_asked(
    answered, frozen_folder, frozen, monkeypatch
):
    with_four = words_of(visit("municipality", kommune=VEJLE, **SECTION))
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(frozen_folder))
    never_asked = words_of(visit("municipality", kommune=VEJLE, **SECTION))
    assert with_four.replace(answered, frozen.build.id) == never_asked
    assert never_asked.count(WOULD_STAND) == 1
    assert f"/{PATHS['method']}?kommune={VEJLE}#foreninger" in never_asked


def test_the_method_page_says_how_to_take_part():
    text = words_of(visit("method"))
    assert "Når foreninger bliver spurgt" in text
    assert "når mindst fem flere har svaret" in text
