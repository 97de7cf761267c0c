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
            t("Tjeksum"): rows["sha256"],
            t("Licens"): rows["licence"],
            t("Krediteres som"): rows["attribution"],
            t("Forbehold"): t.texts(rows, "caveat"),
        }
    )


def retrievals(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The answers that fetched files were made of, with address, question, time and checksum.

    Args:
        rows: as `queries.retrievals` gives them.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("Fil"): rows["snapshot"],
            t("Svar nr."): rows["position"],
            t("Webadresse"): rows["address"],
            t("Spørgsmål til kilden"): rows["asked"].where(rows["asked"] != ""),
            t("Hentet kl. (UTC)"): rows["retrieved_at"].dt.strftime("%Y-%m-%d %H:%M:%S"),
            t("Tjeksum"): rows["sha256"],
            t("Størrelse (byte)"): rows["bytes"],
        }
    )
