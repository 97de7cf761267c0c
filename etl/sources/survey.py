"""What at least five associations of a municipality answered, as figures alone (own survey).

`python -m etl survey import` writes it. Answers of single associations are not in the data folder.
"""

from collections.abc import Callable, Collection

import pandas as pd
import pandera.pandas as pa

from etl.fields import day, integer, number, once, round_name, rule, text
from etl.release import Release
from etl.sources.source import Source
from etl.tables import refuse
from samspil.model.codebook import Codebook

FILE = "survey.csv"
STATEMENT, CRITERION = "statement", "criterion"
"""What a figure is about: one of the two columns names it."""

FEWEST = 5
"""Associations that a figure rests on at least, and by which two figures differ at least."""

SPLIT = ("low", "middle", "high")
COLUMNS = ("round", "code", STATEMENT, CRITERION, "respondents", "median", *SPLIT, "released_on")

HIGHEST = {STATEMENT: (1, 5), CRITERION: (0, 2)}
"""The ends of the scale."""


def _schema(codes: Collection[str], book: Codebook, release: Release) -> pa.DataFrameSchema:
    """The columns, and that no number is of fewer than five or not a multiple of it."""
    scored = {c.id for c in book.criteria if c.weight > 0}
    few = integer(low=FEWEST, nullable=True)
    return pa.DataFrameSchema(
        {
            "round": round_name(),
            "code": text(codes),
            STATEMENT: text(nullable=True),
            CRITERION: text(scored, nullable=True),
            "respondents": integer(low=FEWEST),
            "median": number("Float64"),
            **dict.fromkeys(SPLIT, few),
            "released_on": day(release),
        },
        checks=[
            rule("+".join((STATEMENT, CRITERION)), "must name one of the two",
                 lambda f: f[STATEMENT].isna() != f[CRITERION].isna()),
            once("round", "code", STATEMENT, CRITERION),
            *(rule(name, f"is no multiple of {FEWEST}", _multiple(name))
              for name in ("respondents", *SPLIT)),
            rule("median", "is no middle answer on its scale", _on_the_scale),
            rule("+".join(SPLIT), "are given all or not at all, and are no more than respondents",
                 _whole_split),
        ],
    )  # fmt: skip


def _multiple(name: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda frame: (frame[name] % FEWEST == 0).fillna(value=True)


def _on_the_scale(frame: pd.DataFrame) -> pd.Series:
    about = [STATEMENT if named else CRITERION for named in frame[STATEMENT].notna()]
    ends = [HIGHEST[kind] for kind in about]
    low, high = ([end[n] for end in ends] for n in (0, 1))
    return (frame["median"] >= low) & (frame["median"] <= high) & (2 * frame["median"] % 1 == 0)


def _whole_split(frame: pd.DataFrame) -> pd.Series:
    given = frame[list(SPLIT)].notna().sum(axis=1)
    fits = frame[list(SPLIT)].sum(axis=1) <= frame["respondents"]
    return (given == 0) | ((given == len(SPLIT)) & fits)


def check_statements(frame: pd.DataFrame, ids: Collection[str]) -> None:
    """Raise DataError where a row names a statement that was put to nobody."""
    named = frame[STATEMENT]
    wrong = named.notna() & ~named.isin(list(ids))
    refuse(named, wrong, "is no statement of statements.csv", lambda row: f"{FILE}: row {row}")


SOURCE = Source(
    FILE,
    needs=("codes", "book", "release"),
    schema=_schema,
    may_be_empty=True,
    table="association_answer",
)
"""One question in one municipality and round a row."""
