"""The form for associations: the statements and the criteria as they see them, and nothing else.

It asks for no name and has no room for remarks, so that nothing in an answer names who gave it.
"""

from collections.abc import Iterable
from dataclasses import asdict, replace

import pandas as pd

from samspil.model.codebook import Codebook, Criterion
from samspil.present.hearing.sheets import (
    ANSWER,
    SEEN,
    STATEMENT,
    Column,
    Key,
    Line,
    Sheet,
    choices,
    line,
)
from samspil.present.hearing.workbook import Workbook, levels_in_use
from samspil.present.html import render
from samspil.present.i18n import Row, Translator

ASKED = ("formal", "real")
"""The dimensions that associations are asked about: what a website shows, anybody can look up."""

STEPS = (1, 2, 3, 4, 5)


def asked_criteria(book: Codebook) -> tuple[Criterion, ...]:
    """The criteria that associations are asked about, in the order of the codebook."""
    return tuple(c for c in book.criteria if c.dimension in ASKED and c.weight > 0)


def form_sheets(t: Translator) -> tuple[Sheet, Sheet, Sheet]:
    """The three sheets with their names and columns, and no rows yet."""
    answer = Column(t("Svar"), 12, ANSWER)
    return (
        Sheet(t("1 Læs først"), (), (Column(t("Emne"), 24), Column(t("Sådan er det"), 90))),
        Sheet(
            t("2 Udsagn"),
            (STATEMENT,),
            (Column(t("Emne"), 34), Column(t("Udsagn"), 70), answer),
        ),
        Sheet(
            t("3 Kriterier"),
            (SEEN,),
            (
                Column(t("Kriterium"), 26),
                Column(t("Spørgsmål"), 40),
                Column(t("2 betyder"), 30),
                Column(t("1 betyder"), 30),
                Column(t("0 betyder"), 30),
                answer,
            ),
        ),
    )


def make_form(
    book: Codebook, statements: pd.DataFrame, place: Row, round_: str, t: Translator
) -> Workbook:
    """The form for the associations of one municipality; all of them get the same.

    Args:
        book: the codebook.
        statements: id, da and en, in order.
        place: code, name, official_da and official_en of the municipality.
        round_: the name of the round.
        t: the translator of the form.
    """
    about = Key(round_, place["code"], "", "")
    official = t.pick(place, "official")
    first, second, third = form_sheets(t)
    said = (Line(texts) for texts in instructions(official, t))
    agreed = (_statement(row, about, t) for row in statements.to_dict("records"))
    seen = (_criterion(criterion, about, t) for criterion in asked_criteria(book))
    sheets = (
        replace(first, lines=tuple(said)),
        replace(second, lines=tuple(agreed)),
        replace(third, lines=tuple(seen)),
    )
    title = t("Foreningernes svar {round}: {official}").format(round=round_, official=official)
    return Workbook(round_, place, title, sheets)


def instructions(official: str, t: Translator) -> Iterable[tuple[str, str]]:
    """What an association must know before it answers: topic and text."""
    yield (
        t("Hvem svarer?"),
        t("De frivillige sociale foreninger i {official}, ét skema fra hver forening.").format(
            official=official
        ),
    )
    yield (
        t("Hvad spørges der om?"),
        t("Otte udsagn om samarbejdet, som kommunen også får, og de formelle og reelle kriterier, "
          "som kommunen måles på, sådan som I ser dem. Spring over, hvad I ikke vil svare på."),
    )  # fmt: skip
    yield (
        t("Hvad bliver vist?"),
        t("Intet om et spørgsmål, før mindst fem foreninger i kommunen har svaret på det. Derefter "
          "det midterste svar, og hvor mange der mindst har svaret: 5, 10, 15 og så videre."),
    )  # fmt: skip
    yield (
        t("Hvad bliver svarene brugt til?"),
        t("De står ved siden af det, kommunen selv siger, og det, offentlige kilder dokumenterer. "
          "De giver aldrig point."),
    )  # fmt: skip
    yield (
        t("Er vi anonyme?"),
        t("Skemaet spørger ikke om navn. Skriv det heller ikke i skemaet eller i filens navn. "
          "Den, der samler skemaerne ind, kan se, hvem der har sendt et skema. Svarene gemmes uden "
          "navn og slettes, når runden er slut."),
    )  # fmt: skip
    yield (
        t("Hvor skal det hen?"),
        t("Gem skemaet, og send det tilbage til den, I har fået det af."),
    )


def _statement(row: Row, about: Key, t: Translator) -> Line:
    """A statement, word for word as the municipality gets it."""
    key = replace(about, kind=STATEMENT, about=row["id"])
    scale = t("Udsagn: 1 er slet ikke enig, 5 er helt enig")
    return line((scale, row[t.language]), key, choices(STATEMENT, t))


def _criterion(criterion: Criterion, about: Key, t: Translator) -> Line:
    """A criterion with its levels, as an association sees it.

    The codebook's wording of level 0 tells coders what a source must show; an association says no.
    """
    row: Row = asdict(criterion)
    levels = levels_in_use(row, t)
    offered = [shown for shown in choices(SEEN, t) if levels.get(shown, shown)]
    told = (
        (levels["2"], levels["1"], t("Ingen af delene."))
        if levels["1"]
        else (levels["2"], t("Bruges ikke."), t("Nej."))
    )
    return line(
        (t.pick(row, "name"), t.pick(row, "question"), *told),
        replace(about, kind=SEEN, about=criterion.id),
        offered,
    )


def as_html(form: Workbook, t: Translator) -> str:
    """The form as pages to be printed and filled in with a pen."""
    first, second, third = form.sheets
    levels = ("2", "1", "0")
    return render(
        "survey_form",
        language=t.language,
        title=form.title,
        lines=[line.tells for line in first.lines],
        statements={
            "title": t("Otte udsagn"),
            "scale": t("Sæt ét kryds i hver linje: 1 er slet ikke enig, 5 er helt enig."),
            "heading": t("Udsagn"),
            "steps": STEPS,
            "texts": [line.tells[1] for line in second.lines],
        },
        criteria={
            "title": t("Kriterierne, som I ser dem"),
            "scale": t("Sæt ét kryds ved hvert spørgsmål."),
            "questions": [
                {
                    "name": line.tells[0],
                    "asks": line.tells[1],
                    "levels": [
                        (level, says)
                        for level, says in zip(levels, line.tells[2:], strict=True)
                        if level in line.choices
                    ],
                }
                for line in third.lines
            ],
            "unknown": t("ved ikke"),
        },
    )
