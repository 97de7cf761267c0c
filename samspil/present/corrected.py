"""Records of a release with what was corrected of them since."""

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.sentences.releases import notice

NOTICE = "corrected"
"""The column that holds the notice, empty where there is none."""


def settled(corrected: pd.DataFrame) -> tuple[str, ...]:
    """What was settled, as a part of the key of what says so; `corrected` may be empty."""
    return () if corrected.empty else tuple(corrected["id"] + corrected["outcome"])


def noted(
    rows: pd.DataFrame, corrected: pd.DataFrame, t: Translator, *, name: str = "evidence_id"
) -> pd.DataFrame:
    """The rows with NOTICE added: "rettet den 3. december 2026: …", joined where there are more.

    Args:
        rows: retrieved_on, and `name`.
        corrected: as `corrected_since` gives it; may be empty.
        t: the translator.
        name: the column that holds the id of the record.
    """
    said: dict[tuple, list[str]] = {}
    for row in corrected.to_dict("records"):
        said.setdefault((row["evidence_id"], row["retrieved_on"]), []).append(notice(row, t))
    keys = zip(rows[name], rows["retrieved_on"], strict=True)
    return rows.assign(**{NOTICE: ["; ".join(said.get(key, [])) for key in keys]})
