"""A letter as a Word document, with title, language and headings set."""

import io
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from samspil.present.i18n import Translator
from samspil.present.letter.compose import Letter, Question
from samspil.present.letter.text import further

LANGUAGE_TAGS = {"da": "da-DK", "en": "en-GB"}
XML_SPACES = str.maketrans({number: " " for number in range(32) if chr(number) not in "\t\n\r"})
"""Control characters that XML cannot hold."""


def as_document(letter: Letter, t: Translator) -> bytes:
    """The letter as .docx; text from evidence is text there and nothing else."""
    document = _empty(letter, t)
    document.add_paragraph(_safe(letter.to))
    document.add_heading(_safe(letter.subject), level=1)
    for paragraph in letter.opening:
        document.add_paragraph(_safe(paragraph))
    number = 0
    for part in letter.parts:
        document.add_heading(_safe(part.title), level=2)
        document.add_paragraph(_safe(part.intro))
        for question in part.questions:
            number += 1
            _add_question(document, number, question, t)
    for paragraph in (*letter.closing, t("Med venlig hilsen")):
        document.add_paragraph(_safe(paragraph))
    if letter.agenda:
        heading, *paragraphs = letter.agenda
        document.add_heading(_safe(heading), level=2)
        for paragraph in paragraphs:
            document.add_paragraph(_safe(paragraph))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _empty(letter: Letter, t: Translator) -> WordDocument:
    """A document whose own facts say what it is, and nothing about who made it."""
    document = Document()
    facts = document.core_properties
    facts.title, facts.language, facts.author = letter.subject, LANGUAGE_TAGS[t.language], "Samspil"
    facts.comments = ""
    facts.created = facts.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    style = document.styles["Normal"]
    style.font.size = Pt(11)
    style.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE_TAGS[t.language])
    style.element.get_or_add_rPr().append(language)
    return document


def _add_question(document: WordDocument, number: int, question: Question, t: Translator) -> None:
    asked = document.add_paragraph()
    asked.add_run(f"{number}. {_safe(question.name)}: ").bold = True
    asked.add_run(_safe(question.asks))
    asked.paragraph_format.keep_with_next = True
    for line in further(question, t):
        document.add_paragraph(_safe(line)).paragraph_format.left_indent = Pt(18)


def _safe(text: str) -> str:
    return text.translate(XML_SPACES)
