"""A rank in columns of its own, for every table and file that tells it."""

from typing import Any

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.wording import band


def rank_columns(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Rank, the two ends of its band (rounded outwards) and of how many; empty without a rank.

    Args:
        rows: rank, band_low, band_high and ranked, as `queries.scores` gives them; the index is
            kept.
        t: the translator.
    """
    columns = [t("Placering"), t("Spænd fra nr."), t("Spænd til nr."), t("Ud af")]
    values = [_of_one(row) for row in rows.to_dict("records")]
    return pd.DataFrame(values, index=rows.index, columns=columns).astype("Int64")


def _of_one(row: dict[Any, Any]) -> tuple:
    if pd.isna(row["rank"]):
        return (pd.NA,) * 4
    low, high = band(row["band_low"], row["band_high"])
    return int(row["rank"]), low, high, int(row["ranked"])


def midpoints(rows: pd.DataFrame) -> pd.Series:
    """The midpoints (points), none where nothing is known: it would be half of all by itself."""
    return rows["midpoint"].where(rows["coverage"] > 0)
