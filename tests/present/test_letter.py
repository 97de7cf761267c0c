"""Letters that ask: exactly what is to be asked, the law only where it belongs, no empty places."""

import io
import re
from itertools import product
from urllib.parse import parse_qs, urlsplit

import hostile
import pytest
from docx import Document

from samspil.analysis.asking import OLDER, UNCONFIRMED, USUAL, all_questions
from samspil.model.codebook import ADOPTION_YEAR, DERIVED
from samspil.present.i18n import translator
from samspil.present.letter import COUNCIL, SENDERS, as_document, as_text, compose, mail_link
from samspil.present.letter.text import MAIL_LIMIT
from samspil.warehouse import queries

YEAR = 2026
UNKNOWN_PART = {"da": "Det ved vi ikke", "en": "What we do not know"}
STILL_PART = {"da": "Er det stadig sådan?", "en": "Is it still so?"}
PARAGRAPH = {"da": r"§ \d+(?:, stk\. \d+)?", "en": r"section \d+(?:\(\d+\))?"}
LAWS = {
    "raadsmedlem": ("kommunestyrelseslov", {"da": ["§ 11, stk. 1"], "en": ["section 11(1)"]}),
    "borger": (
        "offentlighedslov",
        {"da": ["§ 7", "§ 9", "§ 36, stk. 2"], "en": ["section 7", "section 9", "section 36(2)"]},
    ),
}
"""What each sender rests on: the law, and of it these paragraphs in this order."""

LETTERS = list(product(SENDERS, ("da", "en")))
PLACEHOLDER = re.compile(r"[{}]|\b(None|nan|NaN|NaT)\b|<NA>|\(\)|[:(] *[.)]")

CELLS = """SELECT municipality.code, criterion.id AS criterion,
    assessment.level IS NULL AS unknown,
    coalesce(evidence.year IS NOT NULL AND NOT fresh AND NOT implied, false) AS still,
    EXISTS (FROM evidence AS any_reading WHERE any_reading.code = municipality.code
        AND any_reading.criterion = if(criterion.id = $derived, $adoption, criterion.id)) AS told
FROM municipality CROSS JOIN criterion LEFT JOIN assessment ON assessment.year = $year
    AND assessment.code = municipality.code AND assessment.criterion = criterion.id
LEFT JOIN evidence ON evidence.id = evidence_id
    AND evidence.retrieved_on = assessment.retrieved_on
WHERE dimension <> 'context'"""
"""Of every cell whether it has no assessment, or a dated one that is not fresh; and any reading."""


def letter_to(rows, sender, language, official="Lejre Kommune"):
    names = {"official": official, "release": "2026.1"}
    return compose(rows, names, sender, translator(language), "https://samspil.example/kommunen")


@pytest.fixture(scope="module")
def asked(frozen):
    """The questions to every municipality of the frozen data, by its name."""
    names = queries.municipalities(frozen).set_index("code")["name"]
    return {names[code]: rows for code, rows in all_questions(frozen, YEAR).groupby("code")}


@pytest.fixture(scope="module")
def whole(embedded):
    """Of the embedded data: every municipality, its questions, and its cells by their mark."""
    places = queries.municipalities(embedded).to_dict("records")
    rows = dict(list(all_questions(embedded, YEAR).groupby("code")))
    of = {"year": YEAR, "derived": DERIVED, "adoption": ADOPTION_YEAR}
    cells = {
        code: {mark: set(own.index[own[mark]]) for mark in ("unknown", "still", "told")}
        for code, own in embedded.query(CELLS, of).set_index("criterion").groupby("code")
    }
    return [(place, rows[place["code"]], cells[place["code"]]) for place in places]


def chosen(rows, *, further):
    """The usual questions; where `further` is asked for also all of them, and a reader's choice."""
    yield rows.head(USUAL)
    if further:
        yield rows
        yield rows[rows["criterion"].isin(sorted(rows["criterion"])[1::3])]


def check_questions(letter, rows, cells, language):
    """What is asked is what was chosen, each cell in its part, and nothing else."""
    assert letter.criteria == tuple(rows["criterion"])
    asked_in = {part.title: {q.criterion for q in part.questions} for part in letter.parts}
    wanted = {mark: ids & set(letter.criteria) for mark, ids in cells.items()}
    parts = {UNKNOWN_PART[language]: wanted["unknown"], STILL_PART[language]: wanted["still"]}
    assert asked_in == {title: ids for title, ids in parts.items() if ids}
    questions = [question for part in letter.parts for question in part.questions]
    assert {q.criterion for q in questions if q.told} == wanted["told"]
    for question in questions:
        assert all((question.name, question.asks, question.answers, question.publish))


def check_law(letter, sender, language):
    """The sender's own law with all its paragraphs, and no other."""
    own = " ".join([letter.to, letter.subject, *letter.opening, *letter.closing, *letter.agenda,
                    *(part.intro for part in letter.parts)])  # fmt: skip
    _, paragraphs = LAWS.get(sender, ("", {language: []}))
    assert re.findall(PARAGRAPH[language], own) == paragraphs[language]
    for law_of, (law, _) in LAWS.items():
        assert (law in own) == (law_of == sender)


@pytest.mark.parametrize(("sender", "language"), LETTERS)
def test_the_letters_of_all_municipalities(whole, sender, language):
    """Each of the six kinds to all of them; all questions, and a choice, to a sixth of them."""
    assert len(whole) == 98
    t, turn = translator(language), LETTERS.index((sender, language))
    for number, (place, every, cells) in enumerate(whole):
        assert set(every["criterion"]) == cells["unknown"] | cells["still"]
        official = place[f"official_{language}"]
        for rows in chosen(every, further=number % len(LETTERS) == turn):
            letter = letter_to(rows, sender, language, official)
            check_questions(letter, rows, cells, language)
            check_law(letter, sender, language)
            assert bool(letter.agenda) == (sender == COUNCIL)
            assert letter.to.endswith(f" {official}") and official in letter.subject
            assert not PLACEHOLDER.search(as_text(letter, t))


@pytest.mark.parametrize(
    ("name", "official"),
    [("København", "Københavns Kommune"), ("Bornholm", "Bornholms Regionskommune")],
)
def test_names_that_need_care_are_those_of_the_authorities(whole, name, official):
    place, rows, _ = next(one for one in whole if one[0]["name"] == name)
    letter = letter_to(rows.head(USUAL), COUNCIL, "da", place["official_da"])
    assert letter.to == f"Til kommunalbestyrelsen i {official}"
    assert f"forhold i {official}s samarbejde" in letter.agenda[1]
    assert f"{name} Kommune" not in as_text(letter, translator("da"))


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
