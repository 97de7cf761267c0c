"""The readers' words for terms that sources state in words of their own: data/vocabulary.csv."""

import pandas as pd

MEASURE, UNIT, POPULATION, KOMMUNEGRUPPE = "measure", "unit", "population", "kommunegruppe"
KINDS = (MEASURE, UNIT, POPULATION, KOMMUNEGRUPPE)
"""What is worded: the first three for the columns of national_series.csv, the last for places."""


class Vocabulary:
    """The words of one language; a term that is not listed keeps the source's own word."""

    def __init__(self, rows: pd.DataFrame, language: str) -> None:
        """`rows` as `queries.vocabulary` gives them; `language` is "da" or "en"."""
        self._words = {(row["kind"], row["term"]): row[language] for row in rows.to_dict("records")}

    def __call__(self, kind: str, term: str) -> str:
        """The word for a term of that kind."""
        return self._words.get((kind, term), term)

    def group(self, name: str) -> str:
        """A region, landsdel or kommunegruppe as a title: its word, beginning with a capital."""
        word = self(KOMMUNEGRUPPE, name)
        return word[:1].upper() + word[1:]
