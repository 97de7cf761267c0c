"""What is put into words never says more than is known."""

import pandas as pd
import pytest

from samspil.present.i18n import translator
from samspil.present.wording import level_name, level_symbol, rank_text, stage_text

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
        (3, 4, "trin 3-4: Etableret til Udviklet"),
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


def test_a_rank_comes_with_its_band_rounded_outwards():
    row = {"rank": 3, "ranked": 14, "band_low": 1.6, "band_high": 7.2}
    assert rank_text(row, DA) == "nr. 3 af 14 – mellem nr. 1 og nr. 8 i ni ud af ti tilfælde"


def test_no_rank_says_why():
    assert rank_text({"rank": pd.NA}, DA) == "for lidt belyst til en placering"


def test_marks_can_be_told_apart_without_colour():
    assert len({level_symbol(level) for level in (0, 1, 2, pd.NA)}) == 4
    assert len({level_name(level, DA) for level in (0, 1, 2, pd.NA)}) == 4
