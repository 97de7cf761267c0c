"""Whether a municipality was asked in a hearing, and what came of it."""

import pandas as pd

from samspil.present.i18n import Row, Translator


def asked(row: Row, t: Translator) -> str:
    """The newest round of one municipality in a sentence; `row` is one of `queries.hearings`."""
    if pd.isna(row["outcome"]):
        return t("ikke spurgt endnu")
    said = {
        "sent": t("spurgt {day} om {asked} kriterier, endnu intet svar"),
        "no_answer": t("spurgt {day} om {asked} kriterier, intet svar"),
        "declined": t("spurgt {day} om {asked} kriterier, ville ikke svare"),
        "answered": t("spurgt {day} om {asked} kriterier, {answered} besvaret"),
    }[row["outcome"]]
    return said.format(
        day=t.date(row["sent_on"].date()),
        asked=t.number(row["asked"]),
        answered=t.number(row["answered"]),
    )
