"""The rows that answer a question, with what has to be said of each."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pandas as pd

from samspil.model.ranking import TOTAL, default_terms, ranking
from samspil.present.api.questions import ALL_YEARS, Question
from samspil.present.api.shelf import Book, Shelf
from samspil.present.i18n import Row, Translator, translator
from samspil.warehouse.queries import resources as queries
from samspil.warehouse.queries.resources import Rows, Span

SORTED = {"scores": ["code", "dimension"], "changes": ["code", "criterion"]}


def rows(question: Question, book: Book, shelf: Shelf) -> Rows:
    """The rows of a question, in an order that stays; `book` is the one that it asks.

    Raises:
        WarehouseError: what it asks for cannot be read.
    """
    span = Span(question.limit, question.offset)
    if question.resource == "changes":
        return _part(_changes(question, book, shelf), question, "changes")
    if question.horizon is None:
        found = queries.rows(book.house, _query(question.resource), question.filters, span)
    elif question.resource == "scores":
        found = _part(_own_scores(question, book, shelf), question, "scores")
    else:
        found = queries.own_assessments(
            book.house, _years(question.horizon), question.year or 0, question.filters, span
        )
    return replace(found, frame=_told(found.frame, question, book, shelf))


def _query(resource: str) -> str:
    return resource.replace("-", "_")


def _years(horizon: str | None) -> int | None:
    return None if horizon in (None, ALL_YEARS) else int(horizon)


def _own_scores(question: Question, book: Book, shelf: Shelf) -> pd.DataFrame:
    """Every score of a year by another horizon, as Ranglisten computes it; once for each."""
    year, horizon = question.year or 0, _years(question.horizon)

    def make() -> pd.DataFrame:
        terms = replace(default_terms(book.house), horizon=horizon, year=year)
        found = ranking(book.house, terms).assign(year=year)
        return found.assign(ranked=found["ranked"].where(found["dimension"] == TOTAL))

    return shelf.keep(book.house, make, "own scores", year, horizon)


def _changes(question: Question, book: Book, shelf: Shelf) -> pd.DataFrame:
    """What moved from the release that is named, or from the build before, to the newest one."""
    newest = shelf.newest().house
    before = [book.release.database] if book.release else [p for p, _ in shelf.before(newest)]
    old = next(iter(before), None)
    if old is None:
        return pd.DataFrame(columns=["code", "name", "criterion", "criterion_da", "criterion_en",
                                     "before", "after", "reason", "evidence_id", "old_build",
                                     "new_build"])  # fmt: skip
    found = shelf.difference(old, newest.path, newest)
    return found.cells.assign(old_build=found.old, new_build=found.new)


def _part(frame: pd.DataFrame, question: Question, resource: str) -> Rows:
    """Those rows that a question asks for, of all that there are."""
    for name, value in question.filters.items():
        if value is not None and name in frame:
            frame = frame[frame[name] == value]
    frame = frame.sort_values(SORTED[resource], kind="stable", ignore_index=True)
    return Rows(frame.iloc[question.offset : question.offset + question.limit], len(frame))


def _told(frame: pd.DataFrame, question: Question, book: Book, shelf: Shelf) -> pd.DataFrame:
    """The rows with their reservation: how much is known, what was corrected since."""
    if question.resource == "scores":
        say = _caveats(book.house.build.minimum_coverage, translator(question.language))
        known = zip(frame["dimension"], frame["coverage"], strict=True)
        said = [say(part, share) for part, share in known]
        return frame.assign(caveat=said, corrected_on=_last_corrected(frame["code"], book, shelf))
    if question.resource in ("assessments", "evidence"):
        return _corrected(frame, shelf.corrected(book.release))
    return frame


def _last_corrected(codes: pd.Series, book: Book, shelf: Shelf) -> pd.Series:
    """The day of the last correction of a record on each municipality since; NA where none was."""
    corrections = shelf.corrected(book.release)
    return codes.map(corrections.groupby("code")["date"].max()).astype(object)


def _caveats(minimum: float, t: Translator) -> Callable[[str, float], str]:
    """What a score of a dimension has to be told with, by how much is known."""

    @cache
    def say(dimension: str, coverage: float) -> str:
        if coverage == 0:
            return t("Intet er kendt, så tallet siger intet om samarbejdet.")
        known = {"share": t.percent(coverage)}
        if dimension != TOTAL:
            return t("{share} kendt; det ukendte er ikke nul.").format(**known)
        said = t("{share} kendt i gennemsnit af de tre dimensioner; det ukendte er ikke nul.")
        if round(coverage, 9) < minimum:
            said += " " + t("For lidt belyst til en placering.")
        return said.format(**known)

    return say


def _corrected(frame: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """The rows with the latest correction of the reading that each is or rests on."""
    claim = "id" if "id" in frame else "evidence_id"
    latest = corrections.drop_duplicates(["evidence_id", "retrieved_on"], keep="last")
    known: dict[tuple, Row] = {
        (row["evidence_id"], pd.Timestamp(row["retrieved_on"])): row
        for row in latest.to_dict("records")
    }
    keys = zip(frame[claim], frame["retrieved_on"], strict=True)
    found = [known.get(key) for key in keys] if known else [None] * len(frame)
    told = pd.DataFrame(
        {
            "corrected_on": [row["date"] if row else None for row in found],
            "correction": [row["id"] if row else None for row in found],
        },
        index=frame.index,
        dtype=object,
    )
    return frame.join(told)
