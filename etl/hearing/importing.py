"""Taking workbooks that came back into the data folder: whole, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from etl.errors import DataError, shown
from etl.fields import after_release
from etl.files import sole_writer
from etl.hearing.books import (
    ANSWERED,
    LOG,
    ROUNDS,
    STATEMENT_ANSWERS,
    TO_READ,
    as_csv,
    as_text,
    newest_rounds,
    schemas,
)
from etl.hearing.reading import Answers, read_answers
from etl.hearing.taking import Effects, Line, Taker, still_to_read
from etl.register.add import FILE as REGISTER
from etl.register.add import taken_in
from etl.register.apply import apply_corrections
from etl.say import Say
from etl.snapshots import SNAPSHOTS, Snapshots, read_snapshots
from etl.sources import answers as own
from etl.sources import evidence
from etl.tables import checked, read_rows
from samspil.files import replace_file
from samspil.model.codebook import UNUSED, Codebook
from samspil.present.hearing.sheets import GROUP, SEEN, UNKNOWN


@dataclass(frozen=True)
class Files:
    """What the data folder will hold, in the order of writing: path and content.

    The log and the rounds come last. What is written before them is taken in again without harm,
    should the writing be broken off.
    """

    contents: list[tuple[Path, bytes]]
    said: list[str]


def import_workbooks(
    data: Path, files: Sequence[Path], answered_on: date | None, say: Say, today: date
) -> None:
    """Take in the answers of workbooks: all of them, or none.

    Args:
        data: the data folder.
        files: workbooks as `hearing write` made them, filled in.
        answered_on: the day of the answers; today (UTC) where it is None.
        say: is told what came in.
        today: the day it is.

    Raises:
        DataError: a line for everything that is wrong with any of them, or the day is after that
            of the release. Nothing is taken in then.
        CodebookError: the codebook is wrong.
    """
    day = answered_on or today
    try:
        with sole_writer(data, (LOG, ROUNDS, TO_READ, STATEMENT_ANSWERS)):
            at = data / SNAPSHOTS
            with sole_writer(at, (REGISTER, own.FILE)):
                content = read_snapshots(data)
                release = content.known.release
                if day > release.date:
                    raise DataError(f"the answer of {day.isoformat()} {after_release(release)}")
                result = _taken(content, _read_all(files, content, day), day)
                for path, written in result.contents:
                    if not path.exists() or path.read_bytes() != written:
                        replace_file(path, written)
    except OSError as error:
        raise DataError(f"the answers cannot be written ({error.strerror})") from error
    for line in result.said:
        say(line)


def _read_all(files: Sequence[Path], content: Snapshots, day: date) -> list[Answers]:
    """All workbooks; raises DataError with all that is wrong with any."""
    found, wrong = [], []
    for file in files:
        try:
            answers = read_answers(file, content.known.release.year)
        except DataError as error:
            wrong.append(str(error))
            continue
        found.append(answers)
        wrong += _not_as_asked(answers, content, day)
    codes = [answers.keys[0].code for answers in found]
    wrong += [
        f"{answers.file}: is the second workbook of {code}"
        for number, (answers, code) in enumerate(zip(found, codes, strict=True))
        if code in codes[:number]
    ]
    if wrong:
        raise DataError("\n".join(wrong))
    return found


def _not_as_asked(answers: Answers, content: Snapshots, day: date) -> list[str]:
    """What does not fit the round that was sent, or the codebook."""
    round_, code = answers.keys[0].round, answers.keys[0].code
    rounds = content.hearing.rounds
    sent = rounds[(rounds["round"] == round_) & (rounds["code"] == code)]
    if sent.empty:
        return [f"{answers.file}: the round {round_} has never asked the municipality {code}"]
    newest = str(newest_rounds(rounds).set_index("code")["round"][code])
    if newest != round_:
        return [f"{answers.file}: belongs to the round {round_}, but {newest} was sent since"]
    if not answers.given:
        return [f"{answers.file}: holds no answer"]
    wrong = []
    asked = list(dict.fromkeys(key.criterion for key in answers.keys if key.criterion))
    if asked != sent["asked"].iloc[0].split(" "):
        wrong.append(f"{answers.file}: its rows are not those that were sent, or in another order")
    if day < sent["sent_on"].iloc[0].date():
        wrong.append(f"{answers.file}: the answer of {day.isoformat()} is older than the question")
    return wrong + unused_levels(answers, content.known.book) + _half_counted(answers)


def unused_levels(answers: Answers, book: Codebook) -> list[str]:
    """Answers that are a level which their criterion has not."""
    unused = {
        (c.id, str(level))
        for c in book.criteria
        for level in (0, 1, 2)
        if getattr(c, f"level{level}_da").startswith(UNUSED)
    }
    return [
        f"{answer.where}: {shown(answer.answer)} is no level of {answer.key.criterion}"
        for answer in answers.given
        if answer.key.kind in (UNKNOWN, SEEN) and (answer.key.criterion, answer.answer) in unused
    ]


def _half_counted(answers: Answers) -> list[str]:
    """Groups of which some are answered and others not, or that state several years."""
    wrong = []
    asked = [key for key in answers.keys if key.kind == GROUP]
    for criterion in dict.fromkeys(key.criterion for key in asked):
        members = [key for key in asked if key.criterion == criterion]
        given = [a for a in answers.given if a.key in members]
        if given and len(given) < len(members):
            wrong.append(
                f"{given[0].where}: {len(given)} of the {len(members)} groups of {criterion} are "
                "answered; answer all of them, or none"
            )
        if len({a.year for a in given if a.year is not None}) > 1:
            wrong.append(f"{given[0].where}: the groups of {criterion} state several years")
    return wrong


def _taken(content: Snapshots, books: list[Answers], day: date) -> Files:
    """What the data folder holds once the answers are in; raises DataError."""
    held = apply_corrections(content)
    taker = Taker(content, held, day)
    for answers in books:
        taker.take(answers.given)
    made, folder = taker.effects, content.folder
    objections = taken_in(content, made.objections, day)
    rows, clashes = _own_answers(content, made, day)
    if wrong := [*objections.wrong, *clashes]:
        raise DataError("\n".join(wrong))
    kept = content.hearing
    waiting = still_to_read([*as_text(kept.to_read), *made.to_read], content[evidence.SOURCE])
    agreed = {tuple(row.values())[:3]: row for row in
              [*as_text(kept.statement_answers), *made.statements]}  # fmt: skip
    new = {(row["round"], row["code"]) for row in [*made.log, *made.statements]}
    rounds = [
        row | {"answered_on": day.isoformat(), "outcome": ANSWERED}
        if (row["round"], row["code"]) in new
        else row
        for row in as_text(kept.rounds)
    ]
    lists: dict[str, list[Line]] = {
        TO_READ: waiting,
        STATEMENT_ANSWERS: list(agreed.values()),
        LOG: [*as_text(kept.log), *made.log],
        ROUNDS: rounds,
    }
    headings = {name: schema.columns for name, schema in schemas(content.known).items()}
    contents = [(folder / SNAPSHOTS / REGISTER, objections.register)] if objections.added else []
    if made.readings:
        contents.append((folder / SNAPSHOTS / own.FILE, as_csv(own.COLUMNS, rows)))
    if made:
        contents += [(folder / name, as_csv(headings[name], rows)) for name, rows in lists.items()]
    return Files(contents, [*made.said, *objections.said, *_summary(made, objections.added)])


def _own_answers(content: Snapshots, made: Effects, day: date) -> tuple[list[Line], list[str]]:
    """The rows of answers.csv with the new ones, and what is wrong with those."""
    path = content.folder / SNAPSHOTS / own.FILE
    schema = own.SOURCE.schema_for(content.known)
    before = read_rows(path, schema)
    lines: list[Line] = [{str(k): v for k, v in row.items()} for row in before.to_dict("records")]
    today = {(x["code"], x["criterion"]): x for x in lines if x["retrieved_on"] == day.isoformat()}
    wrong: list[str] = []
    places: dict[object, str] = {}
    for row, where in made.readings:
        whole: Line = dict.fromkeys(own.COLUMNS, "") | row
        there = today.get((row["code"], row["criterion"]))
        if there and all(there.get(name, "") == whole[name] for name in own.COLUMNS):
            continue  # the import before this one was broken off
        if there:
            wrong.append(
                f"{where}: another answer of {day.isoformat()} on {row['criterion']} is there "
                "already; give the later one its day with --answered-on"
            )
        lines.append(whole)
        places[len(lines) + 1] = where
    frame = pd.DataFrame(lines, index=range(2, len(lines) + 2), columns=own.COLUMNS, dtype=str)
    if not wrong:
        checked(frame, schema, lambda row: places.get(row, f"{own.FILE}: row {row}"))
    return lines, wrong


def _summary(made: Effects, objections: int) -> list[str]:
    """What came in, in one line, and what is to be done then."""
    if not made:
        return ["Nothing was added: all of it was taken in before."]
    counts = {
        "answers": len(made.log),
        "statements": len(made.statements),
        "own answers": len(made.readings),
        "objections": objections,
        "pages to read": len(made.to_read),
    }
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    lines = [f"Taken in: {said}"]
    if made.readings or objections:
        lines.append("To use it: python -m etl accept --note …")
    return lines
