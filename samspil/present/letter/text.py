"""A letter as plain text, and as a message in the reader's own mail program."""

import textwrap
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from samspil.present.i18n import Translator
from samspil.present.letter.compose import Letter, Question

WIDTH = 90
MAIL_LIMIT = 1800
"""Characters of a mail link that every mail program takes; Windows stops at about 2,000."""


def as_text(letter: Letter, t: Translator) -> str:
    """The letter as text, its lines at most 90 characters long, addresses aside."""
    return "\n".join(_lines(letter, t)) + "\n"


def _lines(letter: Letter, t: Translator) -> Iterator[str]:
    yield from (letter.to, "", *_wrapped(letter.subject), "")
    for paragraph in letter.opening:
        yield from (*_wrapped(paragraph), "")
    number = 0
    for part in letter.parts:
        yield from (part.title.upper(), *_wrapped(part.intro), "")
        for question in part.questions:
            number += 1
            yield from (*_question(number, question, t), "")
    for paragraph in letter.closing:
        yield from (*_wrapped(paragraph), "")
    yield t("Med venlig hilsen")
    if letter.agenda:
        heading, *paragraphs = letter.agenda
        yield from ("", "", heading.upper())
        for paragraph in paragraphs:
            yield from (*_wrapped(paragraph), "")


def _question(number: int, question: Question, t: Translator) -> Iterator[str]:
    yield from _wrapped(f"{number}. {question.name}: {question.asks}", "   ")
    for line in further(question, t):
        yield from _wrapped(f"   {line}", "   ")


def further(question: Question, t: Translator) -> list[str]:
    """What stands under a question: the older source, what answers it, where it could stand."""
    told = [question.told] if question.told else []
    return [
        *told,
        t("Som svar tæller: {answers}").format(answers=question.answers),
        t("Kan offentliggøres: {publish}").format(publish=question.publish),
    ]


def _wrapped(text: str, indent: str = "") -> list[str]:
    whole = text.replace("§ ", "§\N{NO-BREAK SPACE}")
    return textwrap.wrap(
        whole, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def mail_link(letter: Letter, t: Translator) -> str:
    """A mailto link without an address: the letter, or its questions alone where it is too long."""
    for body in (as_text(letter, t), _in_short(letter, t)):
        link = "mailto:?" + urlencode({"subject": letter.subject, "body": body}, quote_via=quote)
        if len(link) <= MAIL_LIMIT:
            return link
    return "mailto:?" + urlencode({"subject": letter.subject}, quote_via=quote)


def _in_short(letter: Letter, t: Translator) -> str:
    questions = [q for part in letter.parts for q in part.questions]
    names = [f"{number}. {q.name}" for number, q in enumerate(questions, 1)]
    return "\n".join([letter.to, "", t("Brevet er vedlagt. Det spørger om:"), *names, ""])
