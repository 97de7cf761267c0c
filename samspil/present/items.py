"""Evidence as the templates of samspil.present.html list it: our own words, then its own."""

from typing import Any

import pandas as pd

from samspil.present import html
from samspil.present.corrected import NOTICE
from samspil.present.html import Item
from samspil.present.i18n import Row, Translator
from samspil.present.wording import age_text, level_name, outcome_name, source_kind_name

AMOUNT = "s18_amount"
"""The context value that states a municipality's § 18 grants."""


def source_link(url: Any, t: Translator) -> html.Link | None:
    """The link to a source, named after its host; None where the source has no address."""
    return None if pd.isna(url) else html.source_link(url, t("kilde"))


def examples(rows: pd.DataFrame, t: Translator, *, with_kind: bool = False) -> list[Item]:
    """Municipalities with the evidence that their level rests on, and what can be copied.

    Only a record that was chosen by hand is called a good example.

    Args:
        rows: name, level, evidence_year, fresh, note, source_url, source_kind, copy_da and copy_en,
            and NOTICE where `noted` added it.
        t: the translator.
        with_kind: whether the kind of source is told too.
    """

    def about(row: Row) -> str:
        kind = f", {source_kind_name(row['source_kind'], t)}" if with_kind else ""
        notice = f" · {row[NOTICE]}" if row.get(NOTICE) else ""
        return f" ({age_text(row, t)}{kind}){notice}, {_found(row, t)}"

    return [
        Item(row["name"], about(row), t.pick(row, "note"), source_link(row["source_url"], t))
        for row in rows.to_dict("records")
    ]


def _found(row: Row, t: Translator) -> str:
    """What a record is taken for: a good example with what can be copied, or what it shows."""
    if pd.notna(row["copy_da"]):
        return t("et godt eksempel: {copy} Oplysningen siger:").format(copy=t.pick(row, "copy"))
    level = t("fundet opfyldt") if row["level"] == 2 else level_name(row["level"], t)
    return f"{level}:"


def amounts(rows: pd.DataFrame, t: Translator) -> list[Item]:
    """The § 18 amounts of a municipality, each with the page that states it.

    Args:
        rows: as `queries.context` gives them, and NOTICE where `noted` added it.
        t: the translator.
    """
    found = rows[rows["indicator"] == AMOUNT].to_dict("records")
    return [_amount(row, t) for row in found]


def _amount(row: Row, t: Translator) -> Item:
    """A § 18 amount with its year and page, per inhabitant where that year's number is known."""
    year: str = t("uden årstal") if pd.isna(row["year"]) else str(row["year"])
    says = t("{year}: {value} kr.").format(year=year, value=t.number(row["value"]))
    if pd.notna(row["per_inhabitant"]):
        says += t(", {value} kr. pr. indbygger").format(value=t.number(row["per_inhabitant"], 1))
    says += f" · {row[NOTICE]}" if row.get(NOTICE) else ""
    return Item(
        t("§ 18-pulje"), f" {says} –", t.pick(row, "note"), source_link(row["source_url"], t)
    )


def objections(rows: pd.DataFrame, t: Translator) -> list[dict[str, str]]:
    """Objections with their outcome, for the template of that name.

    Args:
        rows: as `queries.corrections` gives them.
        t: the translator.
    """
    return [
        {
            "date": t.date(row["date"].date()),
            "criterion": t.pick(row, "criterion"),
            "objection": row["objection"],
            "outcome": outcome_name(row["outcome"], t),
            "reason": row["reason"] if pd.notna(row["reason"]) else "",
        }
        for row in rows.to_dict("records")
    ]
