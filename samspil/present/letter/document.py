"""A letter as a Word document, with title, language and headings set."""

from docx.document import Document as WordDocument
from docx.shared import Pt

from samspil.present.document import as_bytes, new_document
from samspil.present.i18n import Translator
from samspil.present.letter.compose import Letter, Question
from samspil.present.letter.text import further

XML_SPACES = str.maketrans({number: " " for number in range(32) if chr(number) not in "\t\n\r"})
"""Control characters that XML cannot hold."""


def as_document(letter: Letter, t: Translator) -> bytes:
    """The letter as .docx; text from evidence is text there and nothing else."""
    document = new_document(letter.subject, t.language)
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
    return as_bytes(document)


def _add_question(document: WordDocument, number: int, question: Question, t: Translator) -> None:
    asked = document.add_paragraph()
    asked.add_run(f"{number}. {_safe(question.name)}: ").bold = True
    asked.add_run(_safe(question.asks))
    asked.paragraph_format.keep_with_next = True
    for line in further(question, t):
        document.add_paragraph(_safe(line)).paragraph_format.left_indent = Pt(18)


def _safe(text: str) -> str:
    return text.translate(XML_SPACES)
