"""The form for associations, and how their figures are told."""

from html import unescape

import pandas as pd
import pytest
from frozen import DATA

from etl.survey.asked import read_asked
from samspil.present.i18n import translator
from samspil.present.sentences.voices import rounds
from samspil.present.survey.form import as_html, asked_criteria
from samspil.present.tables.voices import voices
from samspil.present.voices import criteria, heard_in_short, seen_as_met, statements

DA, EN = translator("da"), translator("en")
VEJLE = {"code": "630", "name": "Vejle", "official_da": "Vejle Kommune", "official_en": "Vejle"}
NONE = {"low": pd.NA, "middle": pd.NA, "high": pd.NA}
SPLIT = {"low": 5, "middle": 10, "high": 15}


@pytest.fixture(scope="module")
def asked():
    return read_asked(DATA)


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_the_form_on_paper_asks_what_the_workbook_asks_and_for_no_name(t, asked):
    form = asked.form(VEJLE, "2027-1", t)
    page = unescape(as_html(form, t))
    seen = asked_criteria(asked.known.book)
    assert len(seen) == 14
    assert {c.dimension for c in seen} == {"formal", "real"}
    for row in asked.statements.to_dict("records"):
        assert row[t.language] in page
    for line in form.sheets[2].lines:
        assert line.tells[0] in page and line.tells[1] in page
    two_levels = 1  # in_kind_support has no level 1
    assert page.count('class="box"') == 8 * 5 + 14 * 4 - two_levels
    assert f'<html lang="{t.language}">' in page
    assert "<input" not in page
    assert [key.kind for sheet in form.sheets for line in sheet.lines if (key := line.key)] == [
        "statement"
    ] * 8 + ["seen"] * 14


def figure(about, median, respondents=10, parts=NONE):
    """A row of `queries.association_answers`; a statement is meant where its id is "will"."""
    kind = ("will", None) if about == "will" else (None, about)
    return {"round": "2027-1", "statement": kind[0], "criterion": kind[1], "median": median,
            "respondents": respondents, **parts}  # fmt: skip


def theirs(*figures):
    columns = ["round", "statement", "criterion", "median", "respondents", *NONE]
    return pd.DataFrame(list(figures), columns=columns)


OWN = pd.DataFrame(
    [
        {"id": "will", "text_da": "Vil", "text_en": "Will", "answer": 4, "round": "2027-1"},
        {"id": "equal", "text_da": "Lige", "text_en": "Equal", "answer": pd.NA, "round": None},
    ]
)


def mark(criterion, level=pd.NA, heard=None, dimension="formal"):
    return {"criterion": criterion, "name_da": criterion, "name_en": criterion, "level": level,
            "heard": heard, "dimension": dimension}  # fmt: skip


def test_a_statement_that_nobody_answered_is_left_out():
    [row] = statements(OWN, theirs(), DA)
    assert (row.about, row.municipality, row.associations, row.respondents) == (
        "Vil",
        "4",
        "",
        None,
    )
    [row] = statements(OWN, theirs(figure("will", 2.5, 30, SPLIT)), DA)
    assert (row.associations, row.respondents) == ("2,5", 30)
    assert row.split == "5 uenige, 10 hverken-eller, 15 enige"
    [row] = statements(OWN, theirs(figure("will", 2.5)), EN)
    assert (row.associations, row.split) == ("2.5", "")


@pytest.mark.parametrize(
    ("median", "says"),
    [
        (2, "✓ opfyldt"),
        (1.5, "mellem delvist og helt opfyldt"),
        (1, "◐ delvist opfyldt"),
        (0.5, "mellem ikke og delvist opfyldt"),
        (0, "✕ ikke opfyldt"),
    ],
)
def test_a_criterion_is_told_as_associations_see_it_beside_what_is_documented(median, says):
    marks = [mark("a", 2), mark("b"), mark("c", dimension="transparent", heard="right")]
    [row] = criteria(marks, theirs(figure("a", median)), DA)
    assert (row.about, row.municipality, row.associations, row.documented) == (
        "a", "", says, "✓ opfyldt",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("heard", "says"),
    [
        (None, ""),
        ("sent", ""),
        ("no_answer", ""),
        ("declined", ""),
        ("right", "det er rigtigt"),
        ("wrong", "det er forkert"),
        ("outdated", "det er forældet"),
        ("dont_know", "ved ikke"),
        ("1", "◐ delvist opfyldt"),
        ("2024", "vedtaget i 2024"),
    ],
)
def test_what_a_municipality_answered_in_short(heard, says):
    assert heard_in_short(heard, DA) == says
    assert len(criteria([mark("a", heard=heard)], theirs(), DA)) == bool(says)


def test_the_gap_and_the_rounds_are_told_of_figures_alone():
    marks = pd.DataFrame([mark("a"), mark("b"), mark("c")])
    figures = theirs(figure("a", 2), figure("b", 1.5), figure("z", 2))
    assert seen_as_met(marks, figures, DA) == "foreningerne ser 1 af 2 kriterier som opfyldt"
    assert seen_as_met(marks, theirs(), DA) == ""
    assert rounds(OWN, figures, DA).startswith(
        "Kommunen svarede i høring 2027-1. For foreningerne står det midterste svar fra runde"
    )
    assert "Foreningernes svar vises, når mindst fem har" in rounds(OWN, theirs(), DA)


def test_the_table_to_take_along_holds_what_the_page_shows():
    figures = theirs(figure("will", 3, 15), figure("a", 1, 20, SPLIT))
    rows = statements(OWN, figures, DA), criteria([mark("a", 2)], figures, DA)
    table = voices(*rows, DA)
    assert table["Slags"].tolist() == ["Udsagn", "Kriterium"]
    assert table["Foreninger, mindst"].tolist() == [15, 20]
    assert table["Foreningerne siger"].tolist() == ["3", "◐ delvist opfyldt"]
    assert table["Foreningernes svar fordelt"].tolist() == [
        "",
        "5 ikke, 10 delvist, 15 helt opfyldt",
    ]
