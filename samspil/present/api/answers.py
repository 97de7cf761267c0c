"""An answer as bytes: rows as JSON, with their terms beside, or as CSV."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from samspil.harmless import harmless
from samspil.present.api.columns import CORRECTED_ON, Column, Kind
from samspil.present.api.questions import Question
from samspil.present.api.resources import Resource, resources
from samspil.present.api.rows import rows
from samspil.present.api.shelf import Book, Shelf, reading
from samspil.present.citation import EVIDENCE, Citation, source_line
from samspil.present.i18n import Translator, translator
from samspil.warehouse import queries


@dataclass(frozen=True)
class Answer:
    """What is sent: the bytes, how many rows there are in all, and the address of the next ones."""

    body: bytes
    total: int
    next: str | None


def answer(question: Question, ending: str, book: Book, shelf: Shelf, site: str) -> Answer:
    """The answer to a question.

    Args:
        question: as `questions.question` checked it.
        ending: "json" or "csv".
        book: the build or release that is asked.
        shelf: where all of them stand.
        site: where the site is, such as https://www.example.org, for the citation.

    Raises:
        WarehouseError: what is asked for cannot be read.
    """
    t = translator(question.language)
    resource = resources(t)[question.resource]
    with reading():
        found = rows(question, book, shelf)
        after = question.next(found.total)
        following = after.address(ending) if after else None
        values = [_values(found.frame, column) for column in resource.columns]
        if ending == "csv":
            return Answer(_csv(resource, values), found.total, following)
        # What moved is told of the newest build; `release` names the one it is compared with.
        told_of = shelf.newest() if question.resource == "changes" else book
        about = _about(question, told_of, shelf, site, t)
    counts = {"total": found.total, "limit": question.limit, "offset": question.offset}
    names = [column.name for column in resource.columns]
    listed = [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]
    content = about | counts | {"next": following, "rows": listed}
    return Answer(_json(content), found.total, following)


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _csv(resource: Resource, values: list[list]) -> bytes:
    """UTF-8 without a mark in front, comma and point, lines as RFC 4180 has them, nothing for null.

    A text that a spreadsheet would take for a formula has an apostrophe in front.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in resource.columns])
    writer.writerows(zip(*([_cell(value) for value in column] for column in values), strict=True))
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return harmless(value) if isinstance(value, str) else value


_CONVERT: dict[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: str,
    Kind.WHOLE: int,
    Kind.NUMBER: float,
    Kind.TRUTH: bool,
    Kind.DAY: lambda day: str(day)[:10],
}


def _values(frame: pd.DataFrame, column: Column) -> list[Any]:
    """The values of a column as JSON has them, with every decimal; None for what is not known."""
    convert, values = _CONVERT[column.kind], frame[column.name]
    known = values.astype(object).where(values.notna(), None)
    return [None if value is None else convert(value) for value in known]


def _about(
    question: Question, book: Book, shelf: Shelf, site: str, t: Translator
) -> dict[str, Any]:
    """What stands beside the rows: of which build they are, and on which terms."""
    resource = resources(t)[question.resource]
    build = book.house.build
    licence, source = shelf.keep(
        book.house, lambda: _terms(resource, book, t), "terms", resource.name, t.language
    )
    title = f"Samspil: {resource.title[:1].lower()}{resource.title[1:]}"
    address = site + _lasting(question, book).address("json")
    cited = Citation(title, source, licence, build.id, address, book.edition)
    return {
        "resource": resource.name,
        "release": build.release,
        "frozen": book.release is not None,
        "draft": book.edition.draft,
        "build": build.id,
        "licence": licence,
        "citation": cited.text(t),
        "notice": " ".join([resource.notice, *_corrections(resource, book, shelf, t)]),
    }


def _lasting(question: Question, book: Book) -> Question:
    """What gives the same rows next year too, where they are those of a release."""
    named = question.release or book.edition.draft or question.resource == "changes"
    return question if named else replace(question, release=book.edition.name)


def _terms(resource: Resource, book: Book, t: Translator) -> tuple[str, str]:
    """On which terms the sources of a resource may be used, and how they are named."""
    snapshots = queries.snapshots(book.house)
    own = snapshots[snapshots["name"].isin(resource.sources) & (snapshots["rows"] > 0)]
    licence = "; ".join(own["licence"].drop_duplicates())
    if EVIDENCE in resource.sources:
        return licence, source_line(book.house.build, snapshots, t)
    return licence, "; ".join(own["attribution"].drop_duplicates())


def _corrections(resource: Resource, book: Book, shelf: Shelf, t: Translator) -> list[str]:
    """What has to be said of a release of which something was corrected since.

    Only where it touches the rows: they then have a column for it.
    """
    count = shelf.corrected(book.release)["id"].nunique()
    if not count or CORRECTED_ON not in [column.name for column in resource.columns]:
        return []
    said = t("én rettelse") if count == 1 else t("{n} rettelser").format(n=t.number(count))
    told = t("Siden udgaven blev frosset, er der kommet {n}; correction i evidence siger hvor.")
    return [told.format(n=said)]
