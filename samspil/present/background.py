"""Public statistics on a municipality as key figures: shown, never scored."""

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.items import AMOUNT


def key_figures(rows: pd.DataFrame, t: Translator) -> list[dict[str, str]]:
    """Inhabitants, how their number has changed, spending, and the newest § 18 amount.

    Args:
        rows: as `queries.context` gives them, the newest first.
        t: the translator.
    """
    return [
        *_population(rows[rows["indicator"] == "population"], t),
        *_accounts(rows[rows["indicator"] == "accounts_folkeoplysning"].head(1), t),
        _amount(rows[rows["indicator"] == AMOUNT], t),
    ]


def _figure(value: str, unit: str, says: str) -> dict[str, str]:
    return {"value": value, "unit": unit, "says": says}


def _population(rows: pd.DataFrame, t: Translator) -> list[dict[str, str]]:
    if rows.empty:
        return []
    newest: Row = rows.iloc[0].to_dict()
    oldest: Row = rows.iloc[-1].to_dict()
    found = [
        _figure(t.number(newest["value"]), t("indbyggere"),
                t("1. januar {year}").format(year=newest["year"]))
    ]  # fmt: skip
    if oldest["year"] < newest["year"]:
        change = 100 * (newest["value"] / oldest["value"] - 1)
        sign = "+" if change > 0 else "−" if change < 0 else ""
        found.append(
            _figure(
                f"{sign}{t.number(abs(change), 1)}",
                t("procent"),
                t("ændring i indbyggertallet siden {year}").format(year=oldest["year"]),
            )
        )
    return found


def _accounts(rows: pd.DataFrame, t: Translator) -> list[dict[str, str]]:
    says = t(
        "til frivilligt folkeoplysende foreningsarbejde i {year} (netto, løbende priser; gælder "
        "ikke frivilligt socialt arbejde)"
    )
    return [
        _figure(t.number(row["value"]), t("kr. pr. indbygger"), says.format(year=row["year"]))
        for row in rows.to_dict("records")
    ]


def _amount(rows: pd.DataFrame, t: Translator) -> dict[str, str]:
    """The § 18 amount of the newest year; where no page states one, that is said."""
    if rows.empty:
        return _figure("?", "", t("§ 18-pulje: ikke fundet"))
    row: Row = rows.iloc[0].to_dict()
    year: str = t("uden årstal") if pd.isna(row["year"]) else str(row["year"])
    says = t("§ 18-pulje, {year}").format(year=year)
    if pd.notna(row["per_inhabitant"]):
        says += t(", {value} kr. pr. indbygger").format(value=t.number(row["per_inhabitant"], 1))
    return _figure(t.number(row["value"]), t("kr."), says)
