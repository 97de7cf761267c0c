"""The letter of a hearing: one page, as HTML to be printed and as a Word document."""

from dataclasses import dataclass
from datetime import date

from docx.shared import Cm

from samspil.present.document import as_bytes, new_document
from samspil.present.hearing.workbook import Workbook
from samspil.present.html import render
from samspil.present.i18n import Translator


@dataclass(frozen=True)
class HearingLetter:
    """A letter that goes with a workbook.

    Attributes:
        subject: also its title.
        to: whom it is for.
        day: when it is sent, in words.
        opening: paragraphs before the list.
        sheets: what each sheet of the workbook asks: its name, and a sentence.
        closing: paragraphs after the list.
        sender: who greets.
    """

    subject: str
    to: str
    day: str
    opening: tuple[str, ...]
    sheets: tuple[tuple[str, str], ...]
    closing: tuple[str, ...]
    sender: str


def hearing_letter(book: Workbook, release: str, sent_on: date, t: Translator) -> HearingLetter:
    """The letter of one municipality.

    Args:
        book: the workbook that goes with it.
        release: the name of the data that it rests on.
        sent_on: the day that it carries.
        t: the translator of the letter.
    """
    official = t.pick(book.place, "official")
    held, unknown = book.count(0), book.count(1)
    said = (
        t("Vi har en oplysning om {held} af {all} kriterier. Vælg korrekt, forkert eller forældet.")
        if held
        else t("Vi har endnu ingen oplysning om kommunen, så arket er tomt."),
        t("Om {unknown} af {all} kriterier har vi ikke fundet en kilde, der gælder i dag. Vælg et "
          "niveau, og skriv gerne adressen på en side, der viser det.")
        if unknown
        else t("Der er intet, vi ikke ved, så arket er tomt."),
        t("Fire tal, som kun kommunen har, og otte udsagn om samarbejdet. De giver ingen point."),
        t("Hvad der skal til for hvert niveau, og hvad der sker med hvert svar."),
    )  # fmt: skip
    names = [sheet.name for sheet in book.sheets]
    return HearingLetter(
        t("Samarbejdet med de frivillige sociale foreninger: er det rigtigt, hvad vi ved om "
          "{official}?").format(official=official),
        t("Til {official}").format(official=official),
        t.date(sent_on),
        (
            t("Samspil viser, hvor langt landets 98 kommuner er i samarbejdet med de frivillige "
              "sociale foreninger, målt på det, som offentlige kilder viser. Meget står ikke "
              "noget sted. Derfor spørger vi alle 98 kommuner (høring {round}), og svarene bliver "
              "offentlige data."
              ).format(round=book.round),
            t("Vedlagt er et regneark, som er lavet til {official}. Det har fire ark:"
              ).format(official=official),
        ),
        tuple(zip(names, (text.format(held=held, unknown=unknown, all=held + unknown)
                          for text in said), strict=True)),
        (
            t("Et svar med en offentlig adresse tæller fuldt ud, når siden er læst. Et svar uden "
              "adresse tæller højst som delvist opfyldt. At noget ikke findes, er også et svar. "
              "Det, I ikke ved, kan stå tomt."),
            t("Skriv ikke navne på personer i arket: bemærkninger bliver vist. Send arket tilbage "
              "til den, I har fået det af, under samme navn."),
            t("Grundlaget er Samspils data, udgave {release}. Tak for hjælpen."
              ).format(release=release),
        ),
        t("Med venlig hilsen\nSamspil"),
    )  # fmt: skip


def as_html(letter: HearingLetter, t: Translator) -> str:
    """The letter as a page to be printed."""
    return render("hearing_letter", letter=letter, language=t.language)


def as_docx(letter: HearingLetter, t: Translator) -> bytes:
    """The letter as .docx, with title, language and a heading."""
    document = new_document(letter.subject, t.language)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin = section.bottom_margin = Cm(2)
    document.add_paragraph(letter.to)
    document.add_paragraph(letter.day)
    document.add_heading(letter.subject, level=1)
    for paragraph in letter.opening:
        document.add_paragraph(paragraph)
    for name, says in letter.sheets:
        item = document.add_paragraph(style="List Bullet")
        item.add_run(f"{name}: ").bold = True
        item.add_run(says)
    for paragraph in (*letter.closing, letter.sender):
        document.add_paragraph(paragraph)
    return as_bytes(document)
