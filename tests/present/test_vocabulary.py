"""Terms of the data in the readers' words, and in the source's own where no word is listed."""

import pandas as pd
import pytest

from samspil.present.vocabulary import UNIT, Vocabulary

ROWS = pd.DataFrame(
    [
        ("unit", "hours", "timer", "hours"),
        ("kommunegruppe", "landkommuner", "landkommuner", "rural municipalities"),
    ],
    columns=["kind", "term", "da", "en"],
)


@pytest.mark.parametrize(
    ("language", "unit", "group"),
    [("da", "timer", "Landkommuner"), ("en", "hours", "Rural municipalities")],
)
def test_a_listed_term_has_its_word(language, unit, group):
    words = Vocabulary(ROWS, language)
    assert words(UNIT, "hours") == unit
    assert words.group("landkommuner") == group


def test_an_unlisted_term_keeps_the_words_of_its_source():
    words = Vocabulary(ROWS, "da")
    assert words(UNIT, "paws") == "paws"
    assert words("measure", "hours") == "hours"
    assert words.group("byen København") == "Byen København"
