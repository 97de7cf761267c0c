"""Spørg kommunen: who asks, about what, and the letter that comes of it."""

import re

import pytest
from frozen import BROENDBY, LEJRE, VEJLE
from hostile import HOSTILE
from visiting import html_words, visit, words_of

from samspil.analysis.asking import USUAL, first, questions
from samspil.present.address import PARAMETERS
from samspil.present.html import short
from samspil.present.letter import SENDERS

LAWS = {"raadsmedlem": "kommunestyrelsesloven", "borger": "offentlighedsloven"}


def open_letter(code, **address):
    app = visit("municipality", kommune=code, afsnit="spoerg", **address)
    assert not app.exception
    return app


def asked(app):
    """The criteria of the letter, in its order."""
    html = "".join(element.proto.body for element in app.main.get("html"))
    return re.findall(r'data-criterion="(\w+)"', html)


def in_order(frozen, code):
    return list(questions(frozen, code, 2026)["criterion"])


def test_the_address_offers_every_sender_and_as_many_criteria_as_are_usual():
    assert PARAMETERS["afsender"].allowed == SENDERS
    assert PARAMETERS["spoerg"].first == USUAL


@pytest.mark.parametrize("sender", SENDERS)
def test_a_letter_of_each_sender_asks_the_first_ten_and_the_address_says_nothing(sender, frozen):
    app = open_letter(LEJRE, afsender=sender)
    assert asked(app) == in_order(frozen, LEJRE)[:USUAL]
    assert "spoerg" not in app.query_params
    text = html_words(app)
    for law_of, law in LAWS.items():
        assert (law in text) == (law_of == sender)
    assert "Lejre Kommune" in text
    assert "Intet gemmes eller sendes herfra." in words_of(app)


def test_the_three_that_a_link_names_are_asked_in_the_order_in_which_to_ask(frozen):
    chosen = list(first(questions(frozen, BROENDBY, 2026))["criterion"])
    app = open_letter(BROENDBY, spoerg=",".join(reversed(chosen)))
    assert asked(app) == chosen == in_order(frozen, BROENDBY)[:3]


def test_another_municipality_begins_with_its_own_default(frozen):
    every = in_order(frozen, BROENDBY)
    app = open_letter(BROENDBY, spoerg=f"{every[-1]},{every[-2]}")
    assert len(asked(app)) == 2
    app.session_state["kommune"] = LEJRE
    app.run()
    assert asked(app) == in_order(frozen, LEJRE)[:USUAL]
    assert "spoerg" not in app.query_params


def test_what_there_is_no_reason_to_ask_is_named_and_left_out(frozen):
    first = in_order(frozen, LEJRE)[0]
    app = open_letter(LEJRE, spoerg=f"{first},nonsense")
    assert asked(app) == [first]
    assert any("nonsense" in info.value for info in app.info)


def test_nothing_chosen_makes_no_letter():
    app = open_letter(LEJRE, spoerg="")
    assert asked(app) == []
    assert any("mindst ét kriterium" in info.value for info in app.info)


def test_the_letter_has_a_language_of_its_own():
    text = html_words(open_letter(LEJRE, brevsprog="en"))
    assert "What we do not know" in text
    assert "Det ved vi ikke" not in text


def test_texts_from_evidence_stay_texts(frozen, hostile_folder, monkeypatch):
    every = in_order(frozen, VEJLE)
    monkeypatch.setenv("SAMSPIL_WAREHOUSE", str(hostile_folder))
    app = open_letter(VEJLE, spoerg=",".join(every))
    html = "".join(element.proto.body for element in app.main.get("html"))
    assert asked(app) == every
    assert any(short(text)[:20] in html_words(app) for text in HOSTILE.values())
    assert "<script" not in html
    assert "<img src=x" not in html
    assert short(HOSTILE["html"]) not in "\n".join(element.value for element in app.markdown)


def test_the_list_of_criteria_and_a_cell_lead_to_the_letter(frozen):
    unknown = questions(frozen, LEJRE, 2026).query("kind != 'unconfirmed'")
    text = html_words(visit("municipality", kommune=LEJRE, afsnit="kriterier"))
    linked = re.findall(rf"\?kommune={LEJRE}&afsnit=spoerg&spoerg=([a-z0-9_,]+)", text)
    assert {id_ for ids in linked for id_ in ids.split(",")} == set(unknown["criterion"])
    one = unknown["criterion"].iloc[0]
    cell = html_words(visit("evidence", celle_kommune=LEJRE, celle_kriterium=one))
    assert f"/kommunen?kommune={LEJRE}&afsnit=spoerg&spoerg={one}" in cell
