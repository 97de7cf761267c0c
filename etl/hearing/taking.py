"""What becomes of each answer: an objection, a reading, a page to read, or a line of the log."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from etl.hearing.books import CLOSED, DONT_KNOW, OPEN, OUTDATED, RIGHT, WRONG, as_text
from etl.hearing.reading import Answer
from etl.register.add import Stated
from etl.snapshots import Snapshots
from etl.sources.answers import METHOD, RESPONDENT
from samspil.model.codebook import ADOPTION_YEAR, STATEMENT
from samspil.present.hearing.answers import (
    note_of_figure,
    note_of_groups,
    note_of_level,
    objection,
)
from samspil.present.hearing.sheets import ADOPTED, FIGURE, GROUP, HELD, UNKNOWN, YES
from samspil.present.hearing.sheets import STATEMENT as STATED
from samspil.present.i18n import translator

BY_ROLE = "kommunen"

LOGGED = ("evidence_id", "answer", "year", "source_url", "remark")
"""What of an answer makes it another one."""

Line = dict[str, str]
"""A row of a file, its values as they stand there."""


@dataclass
class Effects:
    """What the answers of one import make: new rows of each file, with where each comes from.

    said: what else is to be told.
    """

    log: list[Line] = field(default_factory=list)
    objections: list[Stated] = field(default_factory=list)
    readings: list[tuple[Line, str]] = field(default_factory=list)
    to_read: list[Line] = field(default_factory=list)
    statements: list[Line] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether any row is new."""
        return bool(self.log or self.statements)


class Taker:
    """Takes answers one by one; it knows what was held before and the day of the answers."""

    def __init__(self, content: Snapshots, evidence: pd.DataFrame, answered_on: date) -> None:
        """`evidence` is that of `content` with its corrections applied."""
        self._content, self._day = content, answered_on
        latest = evidence.sort_values("retrieved_on").drop_duplicates("id", keep="last")
        self._records = {row["id"]: row for row in latest.to_dict("records")}
        self._versions = {c.id: str(c.version) for c in content.known.book.criteria}
        self._before = {
            (row["round"], row["code"], row["criterion"]): {name: row[name] for name in LOGGED}
            for row in as_text(content.hearing.log)
        }
        self._agreed = {
            (row["round"], row["code"], row["statement"]): row["answer"]
            for row in as_text(content.hearing.statement_answers)
        }
        self.effects = Effects()

    def take(self, answers: Iterable[Answer]) -> None:
        """Take all answers of one workbook."""
        groups: dict[str, list[Answer]] = {}
        for answer in answers:
            if answer.key.kind == STATED:
                self._statement(answer)
            elif answer.key.kind == GROUP:
                groups.setdefault(answer.key.criterion, []).append(answer)
            elif self._is_new(answer):
                self._one(answer)
        for criterion, members in groups.items():
            self._groups(criterion, members)

    def _one(self, answer: Answer) -> None:
        """An answer on a criterion, told by its kind and by whether it names a page."""
        if answer.key.kind == HELD:
            self._held(answer)
        elif answer.answer == DONT_KNOW:
            return
        elif answer.address:
            adopted = answer.key.kind == ADOPTED
            self._page(answer, ADOPTION_YEAR if adopted else answer.key.criterion, answer.answer)
        elif answer.key.kind == UNKNOWN:
            notes = self._both(note_of_level, int(answer.answer), answer.remark, answer=answer)
            self._reading(answer, answer.key.criterion, answer.answer, "", notes)
        elif answer.key.kind in (ADOPTED, FIGURE):
            about = ADOPTION_YEAR if answer.key.kind == ADOPTED else answer.key.criterion
            notes = self._both(note_of_figure, answer.answer, answer.remark, answer=answer)
            self._reading(answer, about, "2", answer.answer, notes)

    def _held(self, answer: Answer) -> None:
        """What we hold is right (and perhaps stands on another page too), or is objected to."""
        id_ = answer.key.evidence_id
        if id_ not in self._records:
            self.effects.said.append(f"{answer.where}: the record {id_} is no longer held")
            return
        record = self._records[id_]
        if answer.answer == RIGHT:
            if answer.address:
                claimed = record["level"] if pd.isna(record["value"]) else record["value"]
                self._page(answer, record["criterion"], f"{claimed:g}")
        elif answer.answer in (WRONG, OUTDATED):
            said = objection(
                answer.key.round, answer.answer, answer.year, answer.remark, translator("da")
            )
            values = {
                "evidence_id": id_,
                "code": answer.key.code,
                "criterion": record["criterion"],
                "by_role": BY_ROLE,
                "objection": said,
                "source_url": answer.address,
                "date": self._day.isoformat(),
            }
            self.effects.objections.append(Stated(values, answer.where))

    def _groups(self, criterion: str, members: list[Answer]) -> None:
        """The groups that are spoken for, counted; their names stand in the note."""
        named = {group.id: group for group in self._content.known.book.groups
                 if group.criterion == criterion}  # fmt: skip
        ids = [a.key.about.partition("/")[2] for a in members if a.answer == YES]
        first, years = members[0], [a.year for a in members if a.year is not None]
        whole = Answer(
            first.key, str(len(ids)), years[0] if years else None, "", " ".join(ids), first.where
        )
        if not self._is_new(whole):
            return
        spoken = [named[id_] for id_ in ids if id_ in named]
        notes = {
            language: note_of_groups(
                first.key.round,
                [getattr(group, f"name_{language}").lower() for group in spoken],
                translator(language),
            )
            for language in ("da", "en")
        }
        self._reading(whole, criterion, "2", whole.answer, notes)

    def _both(self, note, *about, answer: Answer) -> dict[str, str]:
        """A note in both languages."""
        return {
            language: note(answer.key.round, *about, translator(language))
            for language in ("da", "en")
        }

    def _reading(
        self, answer: Answer, criterion: str, level: str, value: str, notes: dict[str, str]
    ) -> None:
        """A row of answers.csv: nobody but the municipality vouches for it."""
        row = {
            "code": answer.key.code,
            "criterion": criterion,
            "level": level,
            "value": value,
            "year": str(answer.year or self._day.year),
            "source_kind": STATEMENT,
            "note": notes["en"],
            "note_da": notes["da"],
            "retrieved_on": self._day.isoformat(),
            "method": METHOD,
            "criterion_version": self._versions[criterion],
            "source_ref": RESPONDENT,
        }
        self.effects.readings.append((row, answer.where))

    def _page(self, answer: Answer, criterion: str, claimed: str) -> None:
        """A row of to_read.csv: it counts once a coder has read the page."""
        self.effects.to_read.append(
            {
                "round": answer.key.round,
                "code": answer.key.code,
                "criterion": criterion,
                "claimed": claimed,
                "year": str(answer.year or ""),
                "source_url": answer.address,
                "remark": answer.remark,
                "answered_on": self._day.isoformat(),
                "status": OPEN,
            }
        )

    def _statement(self, answer: Answer) -> None:
        """A statement, if it was not answered so before."""
        key = (answer.key.round, answer.key.code, answer.key.about)
        if self._agreed.get(key) == answer.answer:
            return
        names = dict(zip(("round", "code", "statement"), key, strict=True))
        given = {"answer": answer.answer, "answered_on": self._day.isoformat()}
        self.effects.statements.append(names | given)

    def _is_new(self, answer: Answer) -> bool:
        """Whether this was not the last that was answered; if it is new, it is logged."""
        key = (answer.key.round, answer.key.code, answer.key.criterion)
        said = {
            "evidence_id": answer.key.evidence_id,
            "answer": answer.answer,
            "year": "" if answer.year is None else str(answer.year),
            "source_url": answer.address,
            "remark": answer.remark,
        }
        if self._before.get(key) == said:
            return False
        names = dict(zip(("round", "code", "criterion"), key, strict=True))
        self.effects.log.append(names | said | {"answered_on": self._day.isoformat()})
        return True


def still_to_read(rows: Iterable[Line], evidence: pd.DataFrame) -> list[Line]:
    """The pages that nobody has read since they were named, and those closed by hand.

    Args:
        rows: of to_read.csv; of one page and cell the last counts, unless one is closed.
        evidence: code, criterion, source_url and retrieved_on.
    """
    read: dict[tuple[str, ...], str] = {}
    with_page = evidence[evidence["source_url"].notna()]
    columns = ["code", "criterion", "source_url", "retrieved_on"]
    for code, criterion, url, day in with_page[columns].itertuples(index=False, name=None):
        page = (code, criterion, url)
        read[page] = max(read.get(page, ""), day.date().isoformat())
    kept: dict[tuple[str, ...], Line] = {}
    for row in rows:
        key = (row["round"], row["code"], row["criterion"], row["source_url"])
        if key in kept and kept[key]["status"] == CLOSED:
            continue
        seen = read.get((row["code"], row["criterion"], row["source_url"]), "")
        if row["status"] == CLOSED or seen < row["answered_on"]:
            kept[key] = row
    return list(kept.values())
