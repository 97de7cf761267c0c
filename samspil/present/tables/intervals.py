"""The figures of intervals: of one municipality, or of several side by side."""

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.tables.ranks import midpoints


def of_one(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Intervals of one municipality: points and the share known.

    Args:
        rows: label, documented, midpoint, possible and coverage.
        t: the translator.
    """
    return _headed(rows, ["label"], [t("Dimension")], t)


def of_several(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Intervals of several municipalities, each part with a row for each of them.

    Args:
        rows: name, dimension (as readers see it), documented, midpoint, possible and coverage.
        t: the translator.
    """
    return _headed(rows, ["name", "dimension"], [t("Kommune"), t("Dimension")], t)


def _headed(rows: pd.DataFrame, keys: list[str], names: list[str], t: Translator) -> pd.DataFrame:
    table = rows.assign(midpoint=midpoints(rows))
    table = table[[*keys, "documented", "midpoint", "possible", "coverage"]].round(3)
    table.columns = [*names, t("Dokumenteret"), t("Midtpunkt"), t("Muligt"), t("Kendt (andel)")]
    return table
