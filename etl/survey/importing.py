"""Taking forms that came back: all of them or none, and of that only what may be shown."""

import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.errors import DataError, shown
from etl.fields import ROUND, after_release
from etl.files import sole_writer
from etl.hearing.books import as_csv
from etl.hearing.importing import unused_levels
from etl.hearing.reading import Answers, read_answers
from etl.say import Say
from etl.snapshots import SNAPSHOTS
from etl.sources.survey import COLUMNS, FEWEST, FILE
from etl.survey.answers import (
    PRIVATE_FOLDER,
    Item,
    Taken,
    check_place,
    form_id,
    read_taken,
    write_taken,
)
from etl.survey.asked import Asked, read_asked
from etl.survey.figures import Line, ever_shown, figures_of
from samspil.files import replace_file
from samspil.model.codebook import Codebook
from samspil.present.hearing.sheets import STATEMENT as STATED
from samspil.present.i18n import translator
from samspil.present.survey.form import form_sheets


@dataclass(frozen=True)
class Form:
    """A form that came back.

    id: its checksum. asked: how many questions it has. answers: by the heading of their column.
    """

    file: str
    id: str
    round: str
    code: str
    asked: int
    answers: dict[str, str]


def import_forms(
    data: Path, folder: Path, files: Sequence[Path], day: date, say: Say, *, alike: bool = False
) -> None:
    """Keep the answers of forms in a folder, and write what may be shown of them to survey.csv.

    Args:
        data: the data folder.
        folder: where answers of single associations are kept; outside the data and the project.
        files: forms of one round as `survey write` made them, filled in.
        day: of the answers.
        say: is told what came in.
        alike: whether forms with the same answers are of different associations.

    Raises:
        DataError: a line for everything that is wrong with any of them; two have the same answers
            and `alike` is not said; the day is after that of the release; the folder may be
            published; or survey.csv holds figures that the answers
            in it do not give. Nothing is taken in then.
        CodebookError: the codebook is wrong.
    """
    check_place(folder, data)
    try:
        with sole_writer(data / SNAPSHOTS, (FILE,)), ExitStack() as locks:
            asked = read_asked(data)
            release = asked.known.release
            if day > release.date:
                raise DataError(f"the answers of {day.isoformat()} {after_release(release)}")
            forms = _read_all(files, asked)
            round_ = forms[0].round
            if folder.is_dir():
                locks.enter_context(sole_writer(folder, (round_,)))
            before = read_taken(folder, round_, asked.items())
            new, said = _only_new(forms, before)
            if not alike:
                _check_unlike(new, before, asked.items())
            rows = _with(before, new, asked.items(), day)
            figures, told = _figures(asked, rows, before, forms)
            if new:
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
                write_taken(folder, round_, asked.items(), rows)
            path = data / SNAPSHOTS / FILE
            if path.read_bytes() != figures:
                replace_file(path, figures)
                told.append("To use it: python -m etl accept --note …")
    except OSError as error:
        raise DataError(f"the answers cannot be written ({error.strerror})") from error
    for line in [*said, *told]:
        say(line)


def _read_all(files: Sequence[Path], asked: Asked) -> list[Form]:
    """All forms; raises DataError with all that is wrong with any."""
    forms, wrong = [], []
    for file in files:
        try:
            answers = read_answers(file, asked.known.release.year, form_sheets)
            wrong += _not_as_asked(answers, asked)
            forms.append(_form(file, answers, asked.known.book))
        except DataError as error:
            wrong.append(str(error))
        except OSError as error:
            wrong.append(f"{file.name}: cannot be read ({error.strerror})")
    rounds = sorted({form.round for form in forms})
    if len(rounds) > 1:
        wrong.append(f"these are forms of several rounds: {', '.join(rounds)}; take in one a time")
    if wrong:
        raise DataError("\n".join(wrong))
    return forms


def _form(file: Path, answers: Answers, book: Codebook) -> Form:
    versions = {c.id: c.version for c in book.criteria}
    said = {}
    for answer in answers.given:
        kind = "statement" if answer.key.kind == STATED else "criterion"
        said[str(Item(kind, answer.key.about, versions.get(answer.key.about, 1)))] = answer.answer
    first = answers.keys[0]
    id_ = form_id(file.read_bytes())
    return Form(file.name, id_, first.round, first.code, len(answers.keys), said)


def _not_as_asked(answers: Answers, asked: Asked) -> list[str]:
    """What does not fit the form as it is sent today."""
    first, file = answers.keys[0], answers.file
    places = {place["code"]: place for place in asked.places.to_dict("records")}
    if not re.fullmatch(ROUND, first.round) or first.code not in places:
        return [f"{file}: {shown(f'{first.round} {first.code}')} is no round and municipality"]
    form = asked.form(places[first.code], first.round, translator(answers.language))
    if answers.keys != [line.key for sheet in form.sheets for line in sheet.lines if line.key]:
        return [
            f"{file}: its rows are not those of the form today, or in another order; codebook and "
            "statements must stay as they are while a round is out"
        ]
    if not answers.given:
        return [f"{file}: holds no answer"]
    return unused_levels(answers, asked.known.book)


def _only_new(forms: list[Form], before: list[Taken]) -> tuple[list[Form], list[str]]:
    """The forms that were not taken in yet, each once, and a line on every form."""
    there = {row["form"]: "" for row in before}
    new, said = [], []
    for form in forms:
        same = there.setdefault(form.id, form.file)
        if same == "":
            said.append(f"{form.file}: was taken in before")
        elif same != form.file or form in new:
            said.append(f"{form.file}: is the same file as {same}; it counts once")
        else:
            new.append(form)
            said.append(f"{form.file}: {len(form.answers)} of {form.asked} questions answered")
    return new, said


def _check_unlike(new: list[Form], before: list[Taken], asked: list[Item]) -> None:
    """Raise DataError where a form answers as another of its municipality does: it may be the same.

    Saved anew, a form has another checksum; counted twice, its answers would be the median.
    """
    there: dict[tuple[str, ...], str] = {}
    for row in before:
        answers = (row["code"], *(row[str(item)] for item in asked))
        there.setdefault(answers, f"a form that was taken in on {row['taken_on']}")
    wrong = []
    for form in new:
        answers = (form.code, *(form.answers.get(str(item), "") for item in asked))
        if answers in there:
            wrong.append(
                f"{form.file}: has the same answers as {there[answers]}; if two associations "
                "answered alike, say so with --alike"
            )
        there.setdefault(answers, form.file)
    if wrong:
        raise DataError("\n".join(wrong))


def _with(before: list[Taken], new: list[Form], asked: list[Item], day: date) -> list[Taken]:
    """The forms of the round with the new ones, which are one import."""
    batch = int(before[-1]["batch"]) + 1 if before else 1
    own = {"batch": str(batch), "taken_on": day.isoformat()}
    added = (
        own
        | {"code": form.code, "form": form.id}
        | {str(item): form.answers.get(str(item), "") for item in asked}
        for form in new
    )
    return [*before, *added]


def _figures(
    asked: Asked, rows: list[Taken], before: list[Taken], forms: list[Form]
) -> tuple[bytes, list[str]]:
    """The content of survey.csv with the figures of those who answered, and what to say of it.

    Args:
        asked: the data folder.
        rows: the forms of the round, the new ones included.
        before: the forms without them.
        forms: all that came back, also those that had been taken in before: should the writing
            have been broken off then, it is made good now.

    Raises:
        DataError: a figure that was shown does not follow from the answers that are kept.
    """
    lines, round_, every = asked.figures, forms[0].round, asked.items()
    added = len(rows) - len(before)
    told = [f"Taken in: {added} forms" if added else "Nothing was added."]
    for code in sorted({form.code for form in forms}):
        own = [line for line in lines if (line["round"], line["code"]) == (round_, code)]
        if _content(own) not in map(_content, ever_shown(before, every, round_, code)):
            raise DataError(
                f"{FILE}: holds figures of {round_} on {code} that the answers in the folder do "
                "not give; a round goes on only with all the answers that its figures rest on, "
                "so give the new round a new name"
            )
        mine = figures_of(rows, every, round_, code)
        lines = [*(line for line in lines if line not in own), *mine]
        count = sum(row["code"] == code for row in rows)
        told.append(f"  {code}: {count} forms so far, {_shown(mine)}")
    lines = sorted(lines, key=lambda line: (line["round"], line["code"]))
    return as_csv(COLUMNS, lines), told


def _content(lines: list[Line]) -> frozenset[tuple[str, ...]]:
    """The rows, in whatever order."""
    return frozenset(tuple(line[name] for name in COLUMNS) for line in lines)


def _shown(lines: list[Line]) -> str:
    """How much may be shown of a municipality."""
    if not lines:
        return f"nothing is shown before {FEWEST} have answered the same question"
    return f"figures on {len(lines)} questions"
