"""What the data folder holds of the hearings: rounds, answers, and pages that wait to be read.

The files are neither data nor method, so they need no `accept`; what counts of the answers stands
in snapshots/answers.csv and snapshots/corrections.csv. A file that is missing holds nothing.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pandera.pandas as pa

from etl.fields import address, day, integer, once, round_name, rule, text
from etl.schemas import FIRST_YEAR
from etl.sources.source import Known
from etl.tables import checked, read_table

ROUNDS, LOG, TO_READ = "hearing.csv", "hearing_log.csv", "to_read.csv"
STATEMENTS, STATEMENT_ANSWERS = "statements.csv", "statement_answers.csv"

SENT, ANSWERED, DECLINED, NO_ANSWER = "sent", "answered", "declined", "no_answer"
OUTCOMES = (SENT, ANSWERED, DECLINED, NO_ANSWER)
"""What came of asking one municipality in one round; the last two are written by hand."""

RIGHT, WRONG, OUTDATED, DONT_KNOW = "right", "wrong", "outdated", "dont_know"
"""Answers that are no level and no figure."""

OPEN, CLOSED = "open", "closed"
"""A page that waits for a reader, or that somebody took off the list by hand."""

AGREEMENT = (1, 5)
"""From not at all to fully, in five steps."""


@dataclass(frozen=True)
class Books:
    """The files of the hearings, a row of each as its schema below describes it."""

    rounds: pd.DataFrame
    log: pd.DataFrame
    to_read: pd.DataFrame
    statements: pd.DataFrame
    statement_answers: pd.DataFrame


def read_books(folder: Path, known: Known) -> Books:
    """The files of the hearings in a data folder; raises DataError."""
    frames = {
        name: _read(folder / name, schema)
        for name, schema in schemas(known).items()
        if name != STATEMENTS
    }
    return Books(
        frames[ROUNDS],
        frames[LOG],
        frames[TO_READ],
        read_statements(folder, known),
        frames[STATEMENT_ANSWERS],
    )


def read_statements(folder: Path, known: Known) -> pd.DataFrame:
    """The statements of a data folder in their order: id, da, en, position; raises DataError."""
    frame = _read(folder / STATEMENTS, schemas(known)[STATEMENTS])
    return frame.assign(position=range(1, len(frame) + 1))


def _read(path: Path, schema: pa.DataFrameSchema) -> pd.DataFrame:
    if path.exists():
        return read_table(path, schema, may_be_empty=True)
    return checked(pd.DataFrame(columns=list(schema.columns), dtype=str), schema, str)


def schemas(known: Known) -> dict[str, pa.DataFrameSchema]:
    """What each file holds, by its name."""
    about = {"round": round_name(), "code": text(known.codes)}
    criterion = text({c.id for c in known.book.criteria})
    answered = day(known.release)
    said = {
        "year": integer(FIRST_YEAR, known.release.year, nullable=True),
        "source_url": address(nullable=True),
        "remark": text(nullable=True),
        "answered_on": answered,
    }
    return {
        ROUNDS: pa.DataFrameSchema(
            about
            | {
                "sent_on": day(),
                "asked": _criteria(known),
                "answered_on": day(known.release, nullable=True),
                "outcome": text(OUTCOMES),
            },
            checks=[
                once("round", "code"),
                rule(
                    "answered_on",
                    "is given where somebody answered, and nowhere else",
                    lambda f: (f["outcome"] == ANSWERED) == f["answered_on"].notna(),
                ),
            ],
        ),
        LOG: pa.DataFrameSchema(
            about
            | {"criterion": criterion, "evidence_id": text(nullable=True), "answer": text()}
            | said
        ),
        TO_READ: pa.DataFrameSchema(
            about
            | {"criterion": criterion, "claimed": text()}
            | said
            | {"source_url": address(), "status": text((OPEN, CLOSED))},
            checks=[once("round", "code", "criterion", "source_url")],
        ),
        STATEMENTS: pa.DataFrameSchema(
            {"id": text(), "da": text(), "en": text()}, checks=[once("id")]
        ),
        STATEMENT_ANSWERS: pa.DataFrameSchema(
            about | {"statement": text(), "answer": integer(*AGREEMENT), "answered_on": answered},
            checks=[once("round", "code", "statement")],
        ),
    }


def _criteria(known: Known) -> pa.Column:
    ids = {c.id for c in known.book.criteria}
    listed = pa.Check(
        lambda asked: set(asked.split(" ")) <= ids,
        element_wise=True,
        error="names a criterion that the codebook has not",
    )
    return pa.Column(str, listed)


def newest_rounds(rounds: pd.DataFrame) -> pd.DataFrame:
    """Of each municipality that was asked the round that was sent last."""
    order = rounds.sort_values(["sent_on", "round"], kind="stable")
    return order.drop_duplicates("code", keep="last")


def as_text(frame: pd.DataFrame) -> list[dict[str, str]]:
    """The rows of a file as they stand there."""
    return [{str(name): _cell(value) for name, value in row.items()}
            for row in frame.to_dict("records")]  # fmt: skip


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Rows under their headings, as the data folder holds them; NA is empty."""
    columns = list(columns)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(row.get(name)) for name in columns} for row in rows)
    return out.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return f"{value:.10g}" if isinstance(value, float) else str(value)
