"""Two builds compared: what has moved, and why."""

from collections.abc import Sequence

import pandas as pd

from samspil.present.figures.moves import Move
from samspil.present.i18n import Translator
from samspil.present.sentences.changes import reasons
from samspil.present.wording import level_name


def scores(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The moved scores, in points.

    Args:
        rows: the scores of an `analysis.changes.Difference`.
        t: the translator.
    """
    known = reasons(t)
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Dokumenteret før"): rows["before"].round(1),
            t("Dokumenteret nu"): rows["after"].round(1),
            t("Muligt før"): rows["before_possible"].round(1),
            t("Muligt nu"): rows["after_possible"].round(1),
            t("Hvorfor"): [
                t.listing(known[reason].term for reason in joined.split("+"))
                for joined in rows["reasons"]
            ],
        }
    )


def largest(rows: Sequence[Move], t: Translator) -> pd.DataFrame:
    """The largest changes of documented points.

    Args:
        rows: as `figures.moves.moves` gives them.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("Kommune"): [move.name for move in rows],
            t("Dokumenteret før"): [round(move.before, 1) for move in rows],
            t("Dokumenteret nu"): [round(move.after, 1) for move in rows],
        }
    )


def cells(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The moved assessments.

    Args:
        rows: the cells of an `analysis.changes.Difference`.
        t: the translator.
    """
    known = reasons(t)
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Kriterium"): t.texts(rows, "criterion"),
            t("Før"): [level_name(level, t) for level in rows["before"]],
            t("Nu"): [level_name(level, t) for level in rows["after"]],
            t("Hvorfor"): [known[reason].term for reason in rows["reason"]],
            t("Oplysning"): rows["evidence_id"],
        }
    )
