"""The rules of the lists that are kept by hand beside the snapshots, as pandera schemas."""

from collections.abc import Collection

import pandas as pd
import pandera.pandas as pa

from etl.fields import integer, once, rule, text
from etl.schemas import FIRST_YEAR
from samspil.present.vocabulary import KINDS

QUESTIONS = 6
"""So many at most can be talked over at one meeting."""


def vocabulary() -> pa.DataFrameSchema:
    """The readers' words for terms of the snapshots."""
    words = {name: text() for name in ("term", "da", "en")}
    return pa.DataFrameSchema({"kind": text(KINDS), **words}, checks=[once("kind", "term")])


def names(codes: Collection[str]) -> pa.DataFrameSchema:
    """What the municipalities are called officially."""
    official = {f"official_{language}": text() for language in ("da", "en")}
    return pa.DataFrameSchema(
        {"code": text(codes), **official, "genitive_da": text()},
        checks=[
            once("code"),
            *(once(name) for name in official),
            rule(
                "official_da",
                "does not end in Kommune or Regionskommune",
                lambda f: f["official_da"].str.contains(r" (?:Kommune|Regionskommune)$"),
            ),
            rule(
                "genitive_da",
                "does not end in s or ’",
                lambda f: f["genitive_da"].str.contains("[s’]$"),
            ),
        ],
    )


def examples(claims: Collection[str], met: Collection[str]) -> pa.DataFrameSchema:
    """Good examples: a claim of `claims` that some reading finds met, and what can be copied."""
    return pa.DataFrameSchema(
        {name: text() for name in ("evidence_id", "copy_da", "copy_en")},
        checks=[
            rule(
                "evidence_id",
                "names no record of evidence.csv",
                lambda f: f["evidence_id"].isin(claims),
            ),
            rule(
                "evidence_id",
                "names a record that was never at level 2",
                lambda f: f["evidence_id"].isin(met),
            ),
            once("evidence_id"),
        ],
    )


def dialogue(dimensions: Collection[str]) -> pa.DataFrameSchema:
    """What municipality and associations can talk over: at most six questions."""
    return pa.DataFrameSchema(
        {"id": text(), "dimension": text(dimensions), "da": text(), "en": text()},
        checks=[
            once("id"),
            rule(
                "id",
                f"is one question too many; there are at most {QUESTIONS}",
                lambda f: pd.Series(range(len(f)), f.index) < QUESTIONS,
            ),
        ],
    )


def national_counts(criteria: Collection[str], published: pd.DataFrame) -> pa.DataFrameSchema:
    """Which published figure, named by measure and year, asks the same as a criterion.

    Args:
        criteria: the ids that a figure can be held against.
        published: as national_series.csv gives them.
    """
    columns = ["measure", "year"]

    def figures(frame: pd.DataFrame) -> pd.DataFrame:
        """Each row beside the figures that it names; `row` is its index."""
        return frame.assign(row=frame.index).merge(published.dropna(subset="year"), on=columns)

    def none(frame: pd.DataFrame, wrong: pd.DataFrame) -> pd.Series:
        return ~frame.index.to_series().isin(wrong["row"])

    def shares_or_counts(frame: pd.DataFrame) -> pd.Series:
        return none(frame, figures(frame).query("unit not in ('municipalities', 'percent')"))

    def of_whom(frame: pd.DataFrame) -> pd.Series:
        found = figures(frame)
        said = found["population"].str.extract(r"^(\d+) ", expand=False).astype("Int64")
        return none(frame, found[(said != found["answered"]).fillna(True)])

    def not_above_all(frame: pd.DataFrame) -> pd.Series:
        found = figures(frame)
        most = found["answered"].where(found["unit"] == "municipalities", 100)
        return none(frame, found[found["value"] > most])

    return pa.DataFrameSchema(
        {
            "criterion": text(criteria),
            "measure": text(),
            "year": integer(low=FIRST_YEAR),
            "answered": integer(low=1),
            "says_da": text(),
            "says_en": text(),
            "differs_da": text(nullable=True),
            "differs_en": text(nullable=True),
        },
        checks=[
            once("criterion", *columns),
            rule(
                "measure+year",
                "is no figure of national_series.csv",
                lambda f: f.index.to_series().isin(figures(f)["row"]),
            ),
            rule("measure", "counts no municipalities in national_series.csv", shares_or_counts),
            rule("answered", "is not how many national_series.csv says it is of", of_whom),
            rule("answered", "is less than the figure in national_series.csv", not_above_all),
        ],
    )
