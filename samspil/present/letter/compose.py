"""What a letter says: who asks, on which footing, and every question with what would answer it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from samspil.analysis.asking import OLDER, UNCONFIRMED
from samspil.model.codebook import UNUSED
from samspil.present.i18n import LANGUAGES, Row, Translator
from samspil.present.wording import source_kind_name

COUNCIL, ASSOCIATION, CITIZEN = "raadsmedlem", "forening", "borger"
SENDERS = (COUNCIL, ASSOCIATION, CITIZEN)
"""Who can send it, as the address says it; journalists ask as citizens do."""


_READ = [
    "criterion", "kind", "derived", "evidence_year", "source_url", "source_kind", "note", "note_da",
    "told_year", "told_note", "told_note_da", "told_url", "told_kind", "told_gone_on",
    "address_state", "address_checked_on",
    *(f"{field}_{language}" for field in ("name", "question", "publish", "level1", "level2")
      for language in LANGUAGES),
]  # fmt: skip
"""What is read of the many columns of a question."""


@dataclass(frozen=True)
class Question:
    """One criterion that is asked about.

    Attributes:
        criterion: its id.
        name: what it is about.
        asks: the question itself.
        told: what an older source said, and whether that still holds; empty without one.
        answers: what would count as an answer.
        publish: where the municipality could show it to all.
    """

    criterion: str
    name: str
    asks: str
    told: str
    answers: str
    publish: str


@dataclass(frozen=True)
class Part:
    """Questions of one kind under a heading, with a line on what they have in common."""

    title: str
    intro: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Letter:
    """A letter, ready to send.

    Attributes:
        subject: also its title.
        to: whom it is for.
        opening: paragraphs before the questions, the law among them where the sender has one.
        parts: the questions, what is not known before what is not reconfirmed.
        closing: paragraphs after them.
        agenda: a short item for the council's agenda as heading and paragraphs, or nothing.
    """

    subject: str
    to: str
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    agenda: tuple[str, ...] = ()

    @property
    def criteria(self) -> tuple[str, ...]:
        """The ids of all that is asked."""
        return tuple(q.criterion for part in self.parts for q in part.questions)


def compose(
    rows: pd.DataFrame, names: Mapping[str, str], sender: str, t: Translator, address: str
) -> Letter:
    """The letter that asks about these criteria.

    Args:
        rows: the chosen ones of `asking.questions`.
        names: official (of the municipality, such as "Lejre Kommune") and release.
        sender: one of SENDERS.
        t: the translator of the letter, not of the page.
        address: where the municipality's page stands; empty where that is not known.

    Raises:
        ValueError: there is nothing to ask.
    """
    if rows.empty:
        raise ValueError("a letter needs a question")
    asked = [
        (row["kind"] == UNCONFIRMED, _question(row, t)) for row in rows[_READ].to_dict("records")
    ]
    parts = (
        Part(
            t("Det ved vi ikke"),
            t("Om dette er der ikke fundet en offentlig kilde, der gælder i dag:"),
            tuple(question for still, question in asked if not still),
        ),
        Part(
            t("Er det stadig sådan?"),
            t("Om dette er kilden så gammel, at svaret bør bekræftes:"),
            tuple(question for still, question in asked if still),
        ),
    )
    official, release = names["official"], names["release"]
    where = f"Samspil {release}: {address}" if address else f"Samspil {release}."
    return Letter(
        _subject(official, sender, t),
        _addressee(official, sender, t),
        _opening(official, sender, t),
        tuple(part for part in parts if part.questions),
        (*_closing(sender, t), t("Grundlaget for spørgsmålene: {where}").format(where=where)),
        _agenda(official, len(rows), t) if sender == COUNCIL else (),
    )


def _subject(official: str, sender: str, t: Translator) -> str:
    return {
        COUNCIL: t("Spørgsmål om samarbejdet med de frivillige sociale foreninger i {official}"),
        ASSOCIATION: t("Et venligt spørgsmål om samarbejdet med foreningerne i {official}"),
        CITIZEN: t("Anmodning om aktindsigt: samarbejdet med foreningerne i {official}"),
    }[sender].format(official=official)


def _addressee(official: str, sender: str, t: Translator) -> str:
    if sender == COUNCIL:
        return t("Til kommunalbestyrelsen i {official}").format(official=official)
    return t("Til {official}").format(official=official)


def _opening(official: str, sender: str, t: Translator) -> tuple[str, ...]:
    """Why the sender writes; the law stands where the sender can rest on it, and nowhere else."""
    if sender == COUNCIL:
        return (
            t("Efter § 11, stk. 1, i kommunestyrelsesloven kan ethvert medlem af "
              "kommunalbestyrelsen indbringe ethvert spørgsmål om kommunens anliggender og "
              "fremsætte forslag til beslutninger. På det grundlag beder jeg om, at "
              "spørgsmålene herunder sættes på dagsordenen."),
            t("Jeg beder om at få at vide, hvad der findes i dag, og hvor det er offentliggjort. "
              "Jeg beder ikke om, at nyt materiale bliver udarbejdet."),
        )  # fmt: skip
    if sender == ASSOCIATION:
        return (
            t("Vi er en forening, der gerne vil forstå, hvordan {official} samarbejder med de "
              "frivillige sociale foreninger. Noget af det har vi ikke kunnet finde, og vi håber, "
              "at I vil hjælpe os med et svar og gerne et link.").format(official=official),
        )  # fmt: skip
    return (
        t("Efter offentlighedslovens § 7 beder jeg om aktindsigt i de dokumenter, der viser "
          "svarene på spørgsmålene herunder. Temaet er {official}s samarbejde med de frivillige "
          "sociale foreninger, og hvert spørgsmål nævner det forhold, som dokumenterne handler "
          "om (§ 9)."
          ).format(official=official),
        t("Er et dokument allerede offentliggjort, er et link nok."),
        t("Anmodningen skal afgøres snarest, og som regel inden for syv arbejdsdage efter "
          "modtagelsen (§ 36, stk. 2)."),
    )  # fmt: skip


def _closing(sender: str, t: Translator) -> tuple[str, ...]:
    asked = t("Et svar er mest værd, hvis det kan læses af alle: et link til en side er nok. "
              "Findes noget ikke, er det også et svar.")  # fmt: skip
    return (asked,) if sender == CITIZEN else (asked, t("På forhånd tak for hjælpen."))


def _agenda(official: str, count: int, t: Translator) -> tuple[str, ...]:
    """A short item for the agenda: heading, presentation of the case, recommendation."""
    return (
        t("Punkt til dagsordenen: samarbejdet med de frivillige sociale foreninger"),
        t("Sagsfremstilling: Om {n} forhold i {official}s samarbejde med de frivillige sociale "
          "foreninger er der ikke fundet en offentlig kilde, der gælder i dag, eller kilden er for "
          "gammel. Spørgsmålene er vedlagt.").format(n=t.number(count), official=official),
        t("Indstilling: at forvaltningen oplyser, hvad der findes, og hvor det er offentliggjort, "
          "og at det, der mangler på hjemmesiden, lægges dér."),
    )  # fmt: skip


def _question(row: Row, t: Translator) -> Question:
    return Question(
        row["criterion"],
        t.pick(row, "name"),
        t.pick(row, "question"),
        _told(row, t),
        _answers(row, t),
        t.pick(row, "publish"),
    )


def _answers(row: Row, t: Translator) -> str:
    """What would count as an answer: a year for what is computed from one, else the levels."""
    if row["derived"]:
        return t("Et årstal, og gerne et link.")
    full = t("Ja: {level}").format(level=t.pick(row, "level2"))
    level = t.pick(row, "level1")
    if level.startswith(UNUSED):
        return full
    return f"{full} {t('Delvis: {level}').format(level=level)}"


def _told(row: Row, t: Translator) -> str:
    """What an older source said, with its address; and the day it was gone is said."""
    if row["kind"] == OLDER:
        names = ("told_year", "told_note", "told_url", "told_kind")
        told = {name.removeprefix("told_"): row[name] for name in names}
        told["note_da"] = row["told_note_da"]
        gone_on = row["told_gone_on"]
    elif row["kind"] == UNCONFIRMED:
        told = {"year": row["evidence_year"], "url": row["source_url"], "kind": row["source_kind"],
                "note": row["note"], "note_da": row["note_da"]}  # fmt: skip
        gone_on = None
    else:
        return ""
    kind = source_kind_name(told["kind"], t)
    note = t.pick(told, "note").rstrip(".")
    said = (
        t("En kilde uden årstal ({kind}) sagde: {note}.")
        if pd.isna(told["year"])
        else t("I {year} sagde en kilde ({kind}): {note}.")
    ).format(year=told["year"], kind=kind, note=note)
    if pd.notna(told["url"]):
        said += f" {told['url']}"
    return " ".join([said, *_lost(row, gone_on, t), t("Gælder det stadig?")])


def _lost(row: Row, gone_on: Any, t: Translator) -> list[str]:
    """That the address no longer led to its page, as somebody (`gone_on`) or a machine found."""
    state, day = row["address_state"], row["address_checked_on"]
    if pd.notna(gone_on):
        state, day = "gone", gone_on
    says = {
        "gone": t("Siden fandtes ikke mere {day}."),
        "moved": t("Adressen førte {day} til en anden side."),
    }
    if pd.isna(state) or state not in says:
        return []
    return [says[state].format(day=t.date(day.date()))]
