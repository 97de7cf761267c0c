"""The ranking in words."""

import pandas as pd

from samspil.model.ranking import UNKNOWNS, WEIGHTS
from samspil.present.i18n import Translator


def how_many(shown: int, all_: int, ranked: int, t: Translator) -> str:
    """How many municipalities are shown, of how many, and how many of all have a rank."""
    return t(
        "{n} af {m} kommuner vises. For {ranked} af de 98 er der nok viden til en placering."
    ).format(n=shown, m=all_, ranked=ranked)


def first_driver(rows: pd.DataFrame, criteria: pd.DataFrame, t: Translator) -> str:
    """Which criterion moves the ranks most.

    Args:
        rows: as `ranking.ranking_drivers` gives them.
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    first = rows[~rows["driver"].isin([WEIGHTS, UNKNOWNS])].iloc[0]
    criterion = criteria[criteria["id"] == first["driver"]].iloc[0]
    return t(
        "Blandt kriterierne betyder \"{name}\" mest: Ligger kriteriet fast, ændrer en "
        "placering sig i gennemsnit {n} pladser. Tallet måler usikkerhed, ikke hvor "
        "vigtigt kriteriet er."
    ).format(name=t.pick(criterion, "name"), n=t.number(first["places"], 1))  # fmt: skip
