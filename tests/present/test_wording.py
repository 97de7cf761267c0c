"""What is put into words never says more than is known."""

import pandas as pd
import pytest

from samspil.analysis.stage import DimensionGap, NextStage
from samspil.present.answers import short_answer
from samspil.present.i18n import translator
from samspil.present.wording import (
    level_name,
    level_symbol,
    next_stage_text,
    rank_text,
    share_known,
    stage_text,
)

DA = translator("da")
STAGES = pd.DataFrame(
    {
        "stage": [1, 2, 3, 4, 5],
        "threshold": [0, 20, 40, 60, 80],
        "name_da": ["Spredt kontakt", "Begyndende", "Etableret", "Udviklet", "Modent"],
        "name_en": ["Scattered", "Emerging", "Established", "Developed", "Mature"],
    }
)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (3, 3, "trin 3: Etableret"),
        (3, 4, "trin 3–4: Etableret til Udviklet"),
        (2, 5, "mindst trin 2: Begyndende"),
        (1, 1, "trin 1: Spredt kontakt"),
        (1, 2, "højst trin 2: Begyndende"),
        (1, 5, "kan ikke afgøres endnu"),
        (1, 3, "kan ikke afgøres endnu"),
        (None, None, "kan ikke afgøres endnu"),
    ],
)
def test_a_stage_is_said_as_far_as_it_is_known(low, high, expected):
    assert stage_text({"stage_low": low, "stage_high": high}, STAGES, DA) == expected


@pytest.mark.parametrize(
    ("coverage", "expected"),
    [(0.497, "49,7 %"), (0.5, "50 %"), (0.4999999999, "50 %"), (0.33, "33 %"), (0.504, "50 %")],
)
def test_what_lacks_to_a_rank_is_not_rounded_up_to_it(coverage, expected):
    assert share_known(coverage, 0.5, DA) == expected.replace(" ", "\xa0")


def test_the_short_answer_says_what_it_is_that_cannot_be_decided():
    row = {"documented": 8.0, "possible": 92.0, "midpoint": 50.0, "coverage": 0.2, "rank": pd.NA,
           "stage_low": 1, "stage_high": 5}  # fmt: skip
    assert short_answer(row, STAGES, DA)["more"] == (
        "For lidt belyst til en placering. Modenhed: kan ikke afgøres endnu."
    )


def test_a_rank_comes_with_its_band_rounded_outwards():
    row = {"rank": 3, "ranked": 14, "band_low": 1.6, "band_high": 7.2}
    assert rank_text(row, DA) == "nr. 3 af 14 – mellem nr. 1 og nr. 8 i ni ud af ti beregninger"


def test_no_rank_says_why():
    assert rank_text({"rank": pd.NA}, DA) == "for lidt belyst til en placering"


def test_marks_can_be_told_apart_without_colour():
    assert len({level_symbol(level) for level in (0, 1, 2, pd.NA)}) == 4
    assert len({level_name(level, DA) for level in (0, 1, 2, pd.NA)}) == 4


NAMES = {id_: id_.upper() for id_ in "abcdefghijkl"} | {"formal": "Formelt", "real": "Reelt"}
ONE_OF_ONE = DimensionGap("formal", 1, ("a",))
NOTHING = DimensionGap("transparent", 0)


@pytest.mark.parametrize(
    ("found", "danish", "english"),
    [
        (
            NextStage(2, (DimensionGap("formal", 2, tuple("abcde")), NOTHING), 9),
            "For at nå mindst trin 2: Dokumentér to af disse fem: A, B, C, D og E.",
            "To reach at least stage 2: document two of these five: A, B, C, D and E.",
        ),
        (
            NextStage(3, (ONE_OF_ONE, DimensionGap("real", 1, ("b", "c"))), 9),
            "For at nå mindst trin 3: Dokumentér A; ét af disse to: B og C.",
            "To reach at least stage 3: document A; one of these two: B and C.",
        ),
        (
            NextStage(2, (DimensionGap("formal", 1, tuple("abcdefghijkl")),), 12),
            "For at nå mindst trin 2: Dokumentér ét af disse 12: A, B, C, D, E, F, G, H, I, J, "
            "K og L.",
            "To reach at least stage 2: document one of these 12: A, B, C, D, E, F, G, H, I, J, "
            "K and L.",
        ),
        (
            NextStage(2, (DimensionGap("formal", None), DimensionGap("real", None), NOTHING), 3),
            "Trin 2 kræver mere end at dokumentere det ukendte: Var det hele opfyldt, ville der "
            "stadig mangle noget (Formelt og Reelt).",
            "Stage 2 takes more than documenting what is unknown: if all of it were met, something "
            "would still be lacking (Formelt and Reelt).",
        ),
        (
            NextStage(2, (DimensionGap("formal", None), NOTHING), 0),
            "Alt er kendt: Trin 2 kræver, at mere bliver opfyldt (Formelt).",
            "All is known: stage 2 requires that more is met (Formelt).",
        ),
        (
            NextStage(None, (NOTHING,), 1),
            "Det højeste trin er dokumenteret.",
            "The highest stage is documented.",
        ),
    ],
)  # fmt: skip
def test_what_would_decide_the_next_stage_is_said_in_both_languages(found, danish, english):
    assert next_stage_text(found, NAMES, DA) == danish
    assert next_stage_text(found, NAMES, translator("en")) == english
