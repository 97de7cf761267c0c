"""What is said of the figures, in plain sentences, one module a subject.

Every function takes frames as the warehouse queries and the analysis give them, and a translator.
The text is neither Markdown nor HTML: whoever shows it escapes it for its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.wording import interval_text


@dataclass(frozen=True)
class Fact:
    """A line of an answer in short: what it is about, and what is said of it."""

    term: str
    says: str


def intervals(rows: pd.DataFrame, names: Iterable[str], t: Translator) -> str:
    """Intervals in words, for whoever does not see them drawn.

    Args:
        rows: documented, possible and coverage.
        names: what each row is about.
        t: the translator.
    """
    return ". ".join(
        f"{name}: {interval_text(row, t)}"
        for name, row in zip(names, rows.to_dict("records"), strict=True)
    )
