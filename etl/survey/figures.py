"""From the answers of single associations to the figures that may be shown.

A figure rests on at least five answers. It changes only when at least five further answers to the
same question have come in, so that two figures of one question differ by none or by at least five
associations. Numbers are rounded down to a multiple of five, so that no difference of two numbers,
of whatever questions or builds, is one to four. Nothing is added up over municipalities.
docs/SURVEY.md gives the reasons.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from etl.sources.survey import CRITERION, FEWEST, STATEMENT
from etl.survey.answers import Item, Taken

Line = dict[str, str]
"""A row of survey.csv, its values as they stand there."""

MIDDLE = {STATEMENT: 3, CRITERION: 1}
"""The answer in the middle: neither agreed nor disagreed, partly met."""


@dataclass(frozen=True)
class Figure:
    """What may be shown of one question.

    respondents: how many answered, rounded down. median: the middle answer. split: how many
    answered below the middle of the scale, in it and above, rounded down; None where one of them
    is too few. released_on: day of the import with which it was reached.
    """

    respondents: int
    median: float
    split: tuple[int, int, int] | None
    released_on: str


def released(batches: Iterable[tuple[str, Sequence[int]]], middle: int) -> Figure | None:
    """The newest figure of one question; None as long as fewer than five have answered it.

    Args:
        batches: of each import the day and the answers to that question, in order.
        middle: the answer in the middle of the scale.
    """
    waiting: list[int] = []
    counted: list[int] = []
    split_before = (0, 0, 0)
    figure = None
    for day, answers in batches:
        waiting += answers
        if len(waiting) < FEWEST:
            continue
        counted, waiting = counted + waiting, []
        split = _split(counted, middle)
        gained = (now - before for now, before in zip(split, split_before, strict=True))
        shown = None
        if all(gain >= FEWEST for gain in gained):
            shown = (_down(split[0]), _down(split[1]), _down(split[2]))
            split_before = split
        figure = Figure(_down(len(counted)), float(median(counted)), shown, day)
    return figure


def figures_of(rows: Sequence[Taken], asked: Sequence[Item], round_: str, code: str) -> list[Line]:
    """The rows of survey.csv on one municipality in one round, in the order of the form.

    Args:
        rows: the forms of the round, in the order in which they came in.
        asked: the questions of the form.
        round_: the name of the round.
        code: the municipality.
    """
    imports = _imports(rows, code)
    found = []
    for item in asked:
        batches = [(own[0]["taken_on"], _given(own, str(item))) for own in imports]
        if figure := released(batches, MIDDLE[item.kind]):
            found.append(_line(round_, code, item, figure))
    return found


def ever_shown(
    rows: Sequence[Taken], asked: Sequence[Item], round_: str, code: str
) -> list[list[Line]]:
    """What `figures_of` gave after each import, beginning with none at all."""
    imports = _imports(rows, code)
    so_far = (
        [form for own in imports[:count] for form in own] for count in range(len(imports) + 1)
    )
    return [figures_of(part, asked, round_, code) for part in so_far]


def _imports(rows: Sequence[Taken], code: str) -> list[list[Taken]]:
    """The forms of one municipality, import by import."""
    own = [row for row in rows if row["code"] == code]
    return [list(part) for _, part in groupby(own, key=lambda row: row["batch"])]


def _given(forms: Sequence[Taken], heading: str) -> list[int]:
    """The answers to one question; who left it out or does not know is not counted."""
    return [int(form[heading]) for form in forms if form[heading].isdigit()]


def _split(answers: Sequence[int], middle: int) -> tuple[int, int, int]:
    """How many lie below the middle, in it and above."""
    below = sum(answer < middle for answer in answers)
    above = sum(answer > middle for answer in answers)
    return below, len(answers) - below - above, above


def _down(count: int) -> int:
    """A count, rounded down to a multiple of five."""
    return count - count % FEWEST


def _line(round_: str, code: str, item: Item, figure: Figure) -> Line:
    shares = figure.split or ("", "", "")
    return {
        "round": round_,
        "code": code,
        STATEMENT: item.id if item.kind == STATEMENT else "",
        CRITERION: item.id if item.kind == CRITERION else "",
        "respondents": str(figure.respondents),
        "median": f"{figure.median:g}",
        **dict(zip(("low", "middle", "high"), map(str, shares), strict=True)),
        "released_on": figure.released_on,
    }
