"""What every Word document of ours has: title, language, one type, and no word of who made it."""

import io
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

LANGUAGE_TAGS = {"da": "da-DK", "en": "en-GB"}


def new_document(title: str, language: str) -> WordDocument:
    """An empty document with its facts and its type set; `language` is "da" or "en"."""
    document = Document()
    facts = document.core_properties
    facts.title, facts.language, facts.author = title, LANGUAGE_TAGS[language], "Samspil"
    facts.comments = ""
    facts.created = facts.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    style = document.styles["Normal"]
    style.font.size = Pt(11)
    style.paragraph_format.space_after = Pt(6)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), LANGUAGE_TAGS[language])
    style.element.get_or_add_rPr().append(tag)
    return document


def as_bytes(document: WordDocument) -> bytes:
    """The document as the content of a .docx file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
