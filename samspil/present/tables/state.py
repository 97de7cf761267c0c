"""How the sources and the addresses are: when they were fetched and asked, and what came of it."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.links import state_name


def sources(rows: pd.DataFrame, today: date, t: Translator) -> pd.DataFrame:
    """Every source with its age and what came of the last refresh.

    Args:
        rows: as `queries.refreshes` gives them.
        today: from which ages are counted (days).
        t: the translator.
    """
    outcomes = {
        "replaced": t("fornyet"),
        "unchanged": t("uændret"),
        "held_back": t("afventer et blik; den gamle fil gælder"),
        "failed": t("mislykkedes; den gamle fil gælder"),
        "waiting": t("afventer, at nogen bekræfter tabellen"),
    }
    retrieved = [moment.date() for moment in rows["retrieved_at"]]
    return pd.DataFrame(
        {
            t("Fil"): rows["name"],
            t("Kilde"): rows["source"],
            t("Hentet"): [t.date(day) for day in retrieved],
            t("Alder, dage"): [max(0, (today - day).days) for day in retrieved],
            t("Sidst forsøgt"): [
                t("aldrig") if pd.isna(day) else t.date(day.date()) for day in rows["tried_on"]
            ],
            t("Hvad der skete"): [outcomes.get(each, "") for each in rows["outcome"]],
        }
    )


def addresses(counts: Mapping[str, int], t: Translator) -> str:
    """How many of the addresses behind the records still answer, in a sentence.

    Args:
        counts: as `queries.link_counts` gives them.
        t: the translator.
    """
    never = counts.get("", 0)
    every = sum(counts.values())
    if never == every:
        return t("Ingen af de {n} adresser bag oplysningerne er spurgt endnu.").format(
            n=t.number(every)
        )
    parts = [
        f"{t.number(counts[state])} {state_name(state or None, t)}"
        for state in ("reachable", "moved", "gone", "blocked", "no_answer", "")
        if counts.get(state)
    ]
    return t("Af de {n} adresser bag oplysningerne: {parts}.").format(
        n=t.number(every), parts=", ".join(parts)
    )
