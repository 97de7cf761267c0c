"""What became of the addresses of the evidence, in words; it marks a source and ends nothing."""

from typing import Any

import pandas as pd

from samspil.present.i18n import Row, Translator


def state_name(state: Any, t: Translator) -> str:
    """What became of an address; that nobody asked is said too.

    Args:
        state: as `link.state` has it; NA where the address was never asked, or there is none.
        t: the translator.
    """
    if pd.isna(state):
        return t("ikke spurgt")
    return {
        "reachable": t("svarer"),
        "moved": t("fører nu til en anden side"),
        "gone": t("findes ikke mere"),
        "blocked": t("lukket for maskiner"),
        "no_answer": t("kunne ikke åbnes"),
    }[state]


def said(row: Row, t: Translator) -> list[str]:
    """What a reader of a record needs to know of its address, with the day; nothing if it answers.

    Args:
        row: link_state and checked_on, NA where the address was never asked.
        t: the translator.
    """
    says = {
        "gone": t("siden fandtes ikke mere {day}"),
        "moved": t("adressen førte {day} til en anden side"),
        "no_answer": t("vores kontrol kunne ikke åbne siden {day}"),
    }
    if pd.isna(row["link_state"]) or row["link_state"] not in says:
        return []
    return [says[row["link_state"]].format(day=t.date(row["checked_on"].date()))]


def lost(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The table of records whose address is gone or leads elsewhere, the gone ones first.

    Args:
        rows: as `documentation.lost` gives them.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("Kommune"): rows["name"],
            t("Kriterium"): t.texts(rows, "criterion"),
            t("Kilde"): rows["source_url"],
            t("Adressen"): [state_name(state, t) for state in rows["link_state"]],
            t("Fører nu til"): rows["moved_to"],
            t("Spurgt"): rows["checked_on"].dt.strftime("%Y-%m-%d"),
            t("Afgør vurderingen"): [t("ja") if counts else t("nej") for counts in rows["counts"]],
        }
    )
