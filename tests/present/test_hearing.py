"""What readers are told of a hearing: the round, why something is unknown, whose word it is."""

import pandas as pd
import pytest
from frozen import GENTOFTE, YEAR

from samspil.present.i18n import translator
from samspil.present.layers import ASKED, asked_layer, layer_names, short_names
from samspil.present.sentences.hearing import asked
from samspil.present.wording import confirmed_text, unknown_text, vouching_text

DAY = pd.Timestamp("2026-12-03")
NOTHING = {"records": 0, "last_year": pd.NA, "outcome": "incomplete", "looked_on": DAY,
           "heard": None, "asked_on": pd.NaT, "said_in_vain": False}  # fmt: skip
DA = translator("da")


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        ("answered", "spurgt 3. december 2026 om 18 kriterier, 12 besvaret"),
        ("sent", "spurgt 3. december 2026 om 18 kriterier, endnu intet svar"),
        ("no_answer", "spurgt 3. december 2026 om 18 kriterier, intet svar"),
        ("declined", "spurgt 3. december 2026 om 18 kriterier, ville ikke svare"),
        (None, "ikke spurgt endnu"),
    ],
)
def test_the_newest_round_is_told_in_a_sentence(outcome, says):
    row = {"outcome": outcome, "sent_on": DAY, "asked": 18, "answered": 12}
    assert asked(row, DA) == says


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"heard": "no_answer", "asked_on": DAY}, "spurgt 3. december 2026, intet svar"),
        ({"heard": "dont_know", "asked_on": DAY}, "spurgt 3. december 2026, kommunen ved det ikke"),
        (
            {"heard": "2", "asked_on": DAY},
            "spurgt 3. december 2026; svaret venter på at blive læst",
        ),
        (
            {"said_in_vain": True},
            "kommunen har svaret; det tæller, når det kan ses på en hjemmeside",
        ),
        (
            {"records": 1, "last_year": 2014, "heard": "no_answer", "asked_on": DAY},
            "kun kilder, der er for gamle til at tælle med; den nyeste er fra 2014; "
            "spurgt 3. december 2026, intet svar",
        ),
        (
            {},
            "ikke fundet i det, der er læst; gennemgangen er ikke fuldstændig (3. december 2026)",
        ),
    ],
)
def test_asked_and_not_answered_is_one_of_the_reasons_for_unknown(changes, says):
    assert unknown_text(NOTHING | changes, DA) == says


def test_a_mark_says_whose_word_it_rests_on_and_who_confirmed_it():
    own = {"source_kind": "municipality_statement", "only_said": True}
    assert vouching_text(own, DA) == "oplyst af kommunen, ikke offentliggjort"
    assert "en offentlig kilde siger det samme" in vouching_text(own | {"only_said": False}, DA)
    page = {"source_kind": "press", "only_said": False}
    assert vouching_text(page, DA) == "presseomtale"
    assert confirmed_text({"confirmed_on": pd.Timestamp("2027-01-09")}, DA) == (
        "bekræftet af kommunen 2027"
    )
    assert confirmed_text({"confirmed_on": pd.NaT}, DA) == ""


def test_the_map_tells_who_has_answered(frozen):
    from samspil.warehouse import queries

    rounds = queries.hearings(frozen)
    layer = asked_layer(rounds, DA)
    assert (len(layer.values), layer.values["value"].notna().sum()) == (98, 0)
    assert set(layer.values["label"]) == {layer.unknown} == {"ikke spurgt endnu"}
    some = rounds.assign(outcome=["answered", "sent"] + [None] * 96, sent_on=DAY)
    values = asked_layer(some, DA).values["value"]
    names = dict(layer.classes)
    assert [names[value] for value in values[:2]] == ["har svaret", "spurgt, endnu intet svar"]
    for named in (layer_names, short_names):
        assert list(named(queries.dimensions(frozen), DA))[-1] == ASKED


def test_a_mark_that_only_the_municipality_vouches_for_has_its_own_sign(frozen):
    from samspil.present.html import render
    from samspil.present.profile import criteria
    from samspil.warehouse import queries

    marks = queries.marks(frozen, GENTOFTE, YEAR)
    own = marks.loc[marks["only_said"], "criterion"].tolist()
    assert own == ["charter"]
    parts = criteria(GENTOFTE, marks.to_dict("records"), queries.dimensions(frozen), DA)
    words = {"uncertain": "Usikkert", "unknown_title": "Ikke kendt", "asking": "Spørg"}
    shown = render("criteria", parts=parts, **words)
    assert shown.count(" said") == 1
    assert shown.count("oplyst af kommunen, ikke offentliggjort") == 1
