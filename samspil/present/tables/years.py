"""One municipality year by year."""

import pandas as pd

from samspil.present.i18n import Translator


def years(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """What dated sources document each year.

    Args:
        rows: as `trends.development` gives them.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("År"): rows["year"],
            t("Dokumenteret"): rows["documented"].round(1),
            t("Kendt, %"): (100 * rows["coverage"]).round(0),
            t("Kendt også året før"): rows["shared"],
            t("Kan sammenlignes med året før"): [
                t("ja") if drawn else t("nej") for drawn in rows["drawn"]
            ],
        }
    )
