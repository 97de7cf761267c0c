"""A published count beside ours: a sentence that says year, how many, of how many, who answered."""

import pytest
from frozen import YEAR

from samspil.analysis.criteria import counts
from samspil.present.figures.criteria import Bar, bars
from samspil.present.i18n import translator
from samspil.present.sentences.criteria import published
from samspil.present.tables.criteria import overview
from samspil.warehouse import queries

DA, EN = translator("da"), translator("en")
BAR = Bar("c", "Råd", "formal", "F", 31, 8, 0, 59)


def count(value, unit, **more):
    return {
        "year": 2012,
        "value": value,
        "unit": unit,
        "answered": 78,
        "says_da": "at de har et råd",
        "says_en": "that they have a council",
        "differs_da": None,
        "differs_en": None,
    } | more


@pytest.mark.parametrize(
    ("row", "danish", "english"),
    [
        (
            count(43.0, "municipalities"),
            "I 2012 svarede 43 af 78 kommuner, at de har et råd; vi har fundet det opfyldt i 31 "
            "af 98.",
            "In 2012, 43 of 78 municipalities answered that they have a council; we have found it "
            "to be met in 31 of 98.",
        ),
        (
            count(70.5, "percent", differs_da="Andet tæller med.", differs_en="More counts."),
            "I 2012 svarede 70,5\N{NO-BREAK SPACE}% af 78 kommuner, at de har et råd; vi har "
            "fundet det opfyldt i 31 af 98. Andet tæller med.",
            "In 2012, 70.5% of 78 municipalities answered that they have a council; we have found "
            "it to be met in 31 of 98. More counts.",
        ),
    ],
)
def test_a_count_and_a_share_are_told_as_what_they_are(row, danish, english):
    assert published(row, BAR, DA) == danish
    assert published(row, BAR, EN) == english


def test_the_table_of_all_criteria_has_it_where_there_is_one(frozen):
    dimensions, own = queries.dimensions(frozen), queries.national_counts(frozen)
    found = bars(counts(frozen, YEAR), queries.criteria(frozen), dimensions, "dimension", DA)
    table = overview(found, dimensions, own, DA).set_index("Kriterium")["Offentliggjort tal"]
    assert table[table != ""].to_dict() == {
        "Frivilligråd eller fast samarbejdsforum": "43 af 78 (2012)"
    }
