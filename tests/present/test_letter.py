"""Letters that ask: exactly what is to be asked, the law only where it belongs, no empty places."""

import io
import re
from urllib.parse import parse_qs, urlsplit

import hostile
import pytest
from docx import Document

from samspil.analysis.asking import OLDER, UNCONFIRMED, UNKNOWN, USUAL, questions
from samspil.present.i18n import translator
from samspil.present.letter import COUNCIL, SENDERS, as_document, as_text, compose, mail_link
from samspil.present.letter.text import MAIL_LIMIT
from samspil.warehouse import queries

YEAR = 2026
UNKNOWN_PART = {"da": "Det ved vi ikke", "en": "What we do not know"}
STILL_PART = {"da": "Er det stadig sådan?", "en": "Is it still so?"}
LAWS = {
    "raadsmedlem": {"da": "kommunestyrelsesloven", "en": "Local Government Act"},
    "borger": {"da": "offentlighedslov", "en": "Access to Public Administration"},
}


def letter_to(rows, sender, language, official="Lejre Kommune"):
    names = {"official": official, "release": "2026.1"}
    return compose(rows, names, sender, translator(language), "https://samspil.example/kommunen")


@pytest.fixture(scope="module")
def asked(frozen):
    """The questions to every municipality of the frozen data, by its name."""
    places = queries.municipalities(frozen)
    return {row["name"]: questions(frozen, row["code"], YEAR) for row in places.to_dict("records")}


def test_of_every_municipality_exactly_the_unknown_and_the_unconfirmed_are_asked(asked, frozen):
    cells = frozen.query(
        "SELECT name, criterion.id AS criterion, assessment.level, evidence.year, fresh, implied"
        " FROM municipality CROSS JOIN criterion LEFT JOIN assessment ON assessment.year = $year"
        " AND assessment.code = municipality.code AND assessment.criterion = criterion.id"
        " LEFT JOIN evidence ON evidence.id = evidence_id"
        " AND evidence.retrieved_on = assessment.retrieved_on WHERE dimension <> 'context'",
        {"year": YEAR},
    )
    for name, marks in cells.set_index("criterion").groupby("name"):
        rows = asked[name]
        by_kind = rows.groupby("kind")["criterion"].agg(set).to_dict()
        unknown = set(marks.index[marks["level"].isna()])
        assert by_kind.get(OLDER, set()) | by_kind.get(UNKNOWN, set()) == unknown
        old = marks["level"].notna() & marks["year"].notna() & marks["fresh"].eq(False)
        implied = marks["implied"].eq(True)
        assert by_kind.get(UNCONFIRMED, set()) == set(marks.index[old & ~implied])
        assert rows["criterion"].is_unique
    assert set(asked) == set(cells["name"])


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("sender", SENDERS)
def test_the_letters_of_all_municipalities(asked, sender, language):
    assert len(asked) == 98
    t = translator(language)
    for name, every in asked.items():
        rows = every.head(USUAL)
        letter = letter_to(rows, sender, language, f"{name} Kommune")
        assert letter.criteria == tuple(rows["criterion"])
        kinds = rows.set_index("criterion")["kind"]
        for part in letter.parts:
            still = part.title == STILL_PART[language]
            assert still or part.title == UNKNOWN_PART[language]
            for question in part.questions:
                kind = kinds[question.criterion]
                assert (kind == UNCONFIRMED) == still
                assert bool(question.told) == (kind in (OLDER, UNCONFIRMED))
        text = as_text(letter, t)
        assert not re.search(r"[{}\[\]]|None|nan|<NA>", text)
        for law_of, words in LAWS.items():
            assert (words[language] in text) == (law_of == sender)
        assert bool(letter.agenda) == (sender == COUNCIL)


def test_the_older_source_is_told_with_its_year_and_address(asked):
    rows = asked["Lejre"]
    older = rows[rows["kind"].isin((OLDER, UNCONFIRMED))]
    assert len(older)
    letter = letter_to(rows, COUNCIL, "da")
    told = {q.criterion: q.told for part in letter.parts for q in part.questions}
    for row in older.to_dict("records"):
        year = row["told_year"] if row["kind"] == OLDER else row["evidence_year"]
        assert str(year) in told[row["criterion"]]
        assert row["told_url"] in told[row["criterion"]]
        assert told[row["criterion"]].endswith("Gælder det stadig?")


def test_a_level_that_is_not_used_is_no_answer(asked):
    letter = letter_to(asked["Brøndby"], COUNCIL, "da")
    assert "Bruges ikke" not in as_text(letter, translator("da"))


def test_the_year_is_asked_for_where_the_criterion_is_computed_from_it(asked):
    letter = letter_to(asked["Brøndby"], "forening", "da")
    question = next(
        q for part in letter.parts for q in part.questions if q.criterion == "policy_current"
    )
    assert question.asks == "Hvilket år blev den gældende politik vedtaget?"
    assert question.answers == "Et årstal, og gerne et link."


def test_a_letter_needs_a_question(asked):
    with pytest.raises(ValueError, match="needs a question"):
        letter_to(asked["Lejre"].head(0), COUNCIL, "da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_document_has_title_language_and_headings_and_says_the_same(asked, language):
    t = translator(language)
    letter = letter_to(asked["Lejre"].head(USUAL), COUNCIL, language)
    document = Document(io.BytesIO(as_document(letter, t)))
    assert document.core_properties.title == letter.subject
    assert document.core_properties.language == {"da": "da-DK", "en": "en-GB"}[language]
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [letter.subject, *(part.title for part in letter.parts), letter.agenda[0]]
    squeezed = "".join("".join(p.text for p in document.paragraphs).split())
    plain = as_text(letter, t)
    for part in letter.parts:
        for question in part.questions:
            for words in (question.asks, question.told, question.answers, question.publish):
                assert "".join(words.split()) in squeezed
                assert "".join(words.split()) in "".join(plain.split())


def test_text_from_evidence_stays_text(asked):
    for text in hostile.HOSTILE.values():
        rows = asked["Lejre"].assign(note=text, note_da=text, told_note=text, told_note_da=text)
        letter = letter_to(rows, COUNCIL, "da")
        document = Document(io.BytesIO(as_document(letter, translator("da"))))
        assert len(document.paragraphs) > 10
        assert as_text(letter, translator("da"))


def test_a_mail_is_short_enough_and_names_every_question(asked):
    letter = letter_to(asked["Brøndby"].head(USUAL), COUNCIL, "da")
    link = mail_link(letter, translator("da"))
    assert link.startswith("mailto:?")
    assert len(link) <= MAIL_LIMIT
    fields = parse_qs(urlsplit(link).query)
    assert fields["subject"] == [letter.subject]
    for part in letter.parts:
        for question in part.questions:
            assert question.name in fields["body"][0]
