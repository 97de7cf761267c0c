"""Where the data come from."""

import pandas as pd

from samspil.present.i18n import Translator


def snapshots(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Every source with its date, terms and reservations.

    Args:
        rows: as `queries.snapshots` gives them.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("Fil"): rows["name"],
            t("Kilde"): rows["source"],
            t("Webadresse"): rows["address"].where(rows["address"] != ""),
            t("Hentet"): [t.date(day.date()) for day in rows["retrieved_at"]],
            t("Antal rækker"): rows["rows"],
            t("Licens"): rows["licence"],
            t("Krediteres som"): rows["attribution"],
            t("Forbehold"): t.texts(rows, "caveat"),
        }
    )
