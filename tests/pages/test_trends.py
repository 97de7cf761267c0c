"""Udvikling: the answers stand first, the year in the address, the older views after them."""

from frozen import BROENDBY, VEJLE
from visiting import figures_of, html_words, table_with, visit, with_tables, words_of

VIEWS = [
    "År for år",
    "Hvor meget er dokumenteret, år for år?",
    "De samme vurderinger, dengang og nu",
    "Kriterium for kriterium",
    "Hvad landstallene siger",
]


def panels_of(app):
    """The titles of the small pictures."""
    return [note["text"] for note in figures_of(app)[0]["layout"]["annotations"]]


def test_the_answers_stand_before_the_other_views_and_all_criteria_in_the_list():
    app = with_tables(visit("trends"))
    words = html_words(app)
    order = ["Siden 2022 kan ingen af 24 kriterier afgøres", "følger af dens alder", "Region",
             "dokumenterede point (", "Hele landet: dokumenteret og kendt"]  # fmt: skip
    places = [words.index(text) for text in order]
    assert places == sorted(places)
    assert [header.value for header in app.header] == VIEWS
    assert len(table_with(app, "Kriterium")) == 24
    assert panels_of(app)[-1] == "<b>Hele landet</b>"
    assert "Slutter i 20" in words


def test_the_small_pictures_show_kommunegrupper_and_the_municipality_by_itself():
    app = visit("trends", dele="kommunegruppe", kommune=VEJLE)
    assert "<b>Storbykommuner</b>" in panels_of(app)
    assert panels_of(app)[-1] == "<b>Vejle</b>"
    assert "Orange: Vejle, på sin egen akse." in html_words(app)


def test_an_old_address_shows_what_it_showed():
    app = visit(
        "trends", gruppe="Hovedstaden", fra="2012", kriterium="charter", landstal="s18_paid_total"
    )
    assert not app.exception
    assert app.selectbox(key="gruppe").value == "Hovedstaden"
    assert app.selectbox(key="kriterium").value == "charter"
    assert "Siden 2012 kan ingen af 24 kriterier afgøres" in words_of(app)


def test_a_municipality_too_little_known_gets_no_line():
    app = visit("trends", kommune=BROENDBY, gruppe="kommunen")
    assert not app.exception
    assert any("Kan ikke afgøres" in info.value for info in app.info)
    assert panels_of(app)[-1] == "<b>Brøndby</b>"
