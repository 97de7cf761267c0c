"""Metode: every section can be reached, every word is explained, every criterion is there."""

import re

from frozen import LEJRE
from visiting import html_words, visit, words_of

from samspil.present.i18n import translator
from samspil.present.sentences.method import terms


def drawn(app):
    return "\n".join(element.proto.body for element in app.get("html"))


def test_contents_lead_to_every_section_and_terms_have_their_place(frozen):
    app = visit("method")
    assert not app.exception
    body = drawn(app)
    asked = re.findall(r'href="#([\w-]+)"', body)
    anchors = [header.proto.anchor for header in app.header]
    assert asked == anchors * 2  # beside the text, and folded on a phone
    for term in terms(translator("da")):
        assert f'id="{term.anchor}"' in body
    names = frozen.query("SELECT name_da FROM criterion WHERE dimension <> 'context'")["name_da"]
    assert all(name in html_words(app) for name in names)


def test_every_page_leads_to_what_the_words_mean():
    for page in ("overview", "changes"):
        (said,) = (
            c.value for c in visit(page, kommune=LEJRE, lang="en").caption if "#ord" in c.value
        )
        assert (
            "(/metode?kommune=350&lang=en#ord)" in said
            or "(/metode?lang=en&kommune=350#ord)" in said
        )


def test_one_scale_for_levels_and_no_false_equality():
    words = words_of(visit("method"))
    assert "opfyldt: 1 point" in words
    assert "(2)" not in words
    assert "Alle kriterier og dimensioner vejer lige meget" not in words


def test_the_chosen_municipality_is_the_example():
    app = visit("method", kommune=LEJRE)
    assert "Lejres tal som eksempel" in [sub.value for sub in app.subheader]
    english = visit("method", kommune=LEJRE, lang="en")
    assert "Lejre’s figures as an example" in [sub.value for sub in english.subheader]


def test_official_names_head_the_page_of_a_municipality():
    names = {"101": "Københavns Kommune", "400": "Bornholms Regionskommune"}
    for code, name in names.items():
        assert visit("municipality", kommune=code).title[0].value == name
