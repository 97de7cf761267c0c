"""Two builds compared: what has moved, and why."""

import pandas as pd

from samspil.analysis.changes import AGED, CORRECTED, ENDED, EXPIRED, METHOD, NEW
from samspil.present.i18n import Translator
from samspil.present.wording import level_name


def scores(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The moved scores, in points.

    Args:
        rows: the scores of an `analysis.changes.Difference`.
        t: the translator.
    """
    reasons = _reasons(t)
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Dokumenteret før"): rows["before"].round(1),
            t("Dokumenteret nu"): rows["after"].round(1),
            t("Muligt før"): rows["before_possible"].round(1),
            t("Muligt nu"): rows["after_possible"].round(1),
            t("Hvorfor"): [
                t.listing(reasons[reason] for reason in joined.split("+"))
                for joined in rows["reasons"]
            ],
        }
    )


def cells(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The moved assessments.

    Args:
        rows: the cells of an `analysis.changes.Difference`.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Kriterium"): t.texts(rows, "criterion"),
            t("Før"): [level_name(level, t) for level in rows["before"]],
            t("Nu"): [level_name(level, t) for level in rows["after"]],
            t("Hvorfor"): rows["reason"].map(_reasons(t)),
            t("Oplysning"): rows["evidence_id"],
        }
    )


def _reasons(t: Translator) -> dict[str, str]:
    """Why an assessment moved, in plain words."""
    return {
        NEW: t("ny kilde"),
        EXPIRED: t("kilden er blevet for gammel"),
        CORRECTED: t("rettet oplysning"),
        ENDED: t("siden findes ikke længere"),
        AGED: t("politikken er blevet ældre"),
        METHOD: t("ændret metode"),
    }
