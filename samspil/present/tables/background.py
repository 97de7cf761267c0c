"""Public statistics on a municipality, year by year."""

import pandas as pd

from samspil.present.i18n import Translator


def by_year(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """A row a year, the newest first, and a column for each statistic that there is.

    Args:
        rows: as `queries.context` gives them.
        t: the translator.
    """
    names = {indicator: heading for heading, indicator in _headings(t).items()}
    known = rows[rows["indicator"].isin(names)]
    table = known.pivot(index="year", columns="indicator", values="value")
    table = table.reindex(columns=[name for name in names if name in table])
    table = table.sort_index(ascending=False).rename(columns=names).rename_axis(columns=None)
    return table.rename_axis(t("År")).reset_index()


def publishers(rows: pd.DataFrame, snapshots: pd.DataFrame, t: Translator) -> str:
    """Who publishes these statistics, and when each was retrieved.

    Args:
        rows: as `queries.context` gives them.
        snapshots: as `queries.snapshots` gives them.
        t: the translator.
    """
    held = set(rows.loc[rows["indicator"].isin(_headings(t).values()), "snapshot"])
    return t.listing(
        t("{source} (hentet {day})").format(
            source=row["attribution"], day=t.date(row["retrieved_at"].date())
        )
        for row in snapshots.to_dict("records")
        if row["name"] in held
    )


def _headings(t: Translator) -> dict[str, str]:
    """The statistics in the order in which they stand, by what is written over them."""
    return {
        t("Indbyggere 1. januar"): "population",
        t("Foreningsarbejde efter folkeoplysningsloven, kr. pr. indbygger"): (
            "accounts_folkeoplysning"
        ),
        t("Lokaletilskud, kr. pr. indbygger"): "accounts_3.38.74",
        t("Fritid uden for folkeoplysningsloven, kr. pr. indbygger"): "accounts_3.38.75",
        t("Frivilligt socialt arbejde (§ 18) i regnskabet, kr. pr. indbygger"): "accounts_s18",
    }
