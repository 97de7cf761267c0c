"""How marks, scores, ranks and stages are put into words, the same way everywhere."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from samspil.present.i18n import Translator

SYMBOLS = {2: "✓", 1: "◐", 0: "✕", None: "?"}
"""Marks that can be told apart without colour."""

UNDECIDED_SPAN = 2
"""A stage is shown as a range only when it spans at most this many steps."""


def level_name(level: Any, t: Translator) -> str:
    """What a mark is called; NA is "not known"."""
    names = {2: t("opfyldt"), 1: t("delvist opfyldt"), 0: t("ikke opfyldt")}
    return t("ikke kendt") if pd.isna(level) else names[int(level)]


def level_symbol(level: Any) -> str:
    """The sign of a mark; NA is a question mark."""
    return SYMBOLS[None if pd.isna(level) else int(level)]


def source_kind_name(kind: str, t: Translator) -> str:
    """What kind of source a record comes from, in plain words."""
    names = {
        "municipality_site": t("kommunens hjemmeside"),
        "municipal_document": t("kommunalt dokument"),
        "council_minutes": t("politisk dagsorden eller referat"),
        "organisation_site": t("forenings hjemmeside"),
        "report": t("rapport"),
        "press": t("presseomtale"),
        "other": t("anden kilde"),
        "municipality_statement": t("oplyst af kommunen, ikke offentliggjort"),
    }
    return names[kind]


def year_name(year: Any, t: Translator) -> str:
    """A year, or "undated" where the source shows none."""
    return t("uden årstal") if pd.isna(year) else str(int(year))


def age_text(row: Mapping[str, Any], t: Translator) -> str:
    """How old the source of a mark is: its year, "not reconfirmed" where it is not fresh."""
    if pd.isna(row["evidence_year"]):
        return t("uden årstal")
    if row["fresh"]:
        return str(int(row["evidence_year"]))
    return t("set i {year}, ikke genbekræftet").format(year=int(row["evidence_year"]))


def implied_text(row: Mapping[str, Any], t: Translator) -> str:
    """Which other criterion a mark follows from; empty where it stands on its own."""
    if not row["implied"]:
        return ""
    return t("følger af: {name} er ikke opfyldt").format(name=t.pick(row, "requires"))


def unknown_text(row: Mapping[str, Any], t: Translator) -> str:
    """Why a cell is not known, as far as the look-ups and the older readings tell.

    Args:
        row: records, last_year, outcome and looked_on, as `queries.marks` gives them.
        t: the translator.
    """
    if row["records"] and pd.notna(row["last_year"]):
        return t("kun kilder, der er for gamle til at tælle med; den nyeste er fra {year}").format(
            year=int(row["last_year"])
        )
    if row["records"]:
        return t("kun kilder uden årstal, der er læst for længe siden")
    if pd.isna(row["outcome"]):
        return t("der er ikke ledt efter det endnu")
    reasons = {
        "found": t("fundet, men endnu ikke læst"),
        "not_found": t("ledt efter og ikke fundet"),
        "gone": t("siden findes ikke længere"),
        "blocked": t("kunne ikke undersøges, fordi siden spærrer for det"),
        "incomplete": t("ikke fundet i det, der er læst; gennemgangen er ikke fuldstændig"),
    }
    return t("{reason} ({day})").format(
        reason=reasons[row["outcome"]], day=t.date(row["looked_on"].date())
    )


def known_text(row: Mapping[str, Any], t: Translator) -> str:
    """How much is known, and how much of that is reconfirmed."""
    return t("{share} kendt, heraf {fresh} genbekræftet").format(
        share=t.percent(row["coverage"]), fresh=t.percent(row["fresh_share"])
    )


def origin_name(origin: str, t: Translator) -> str:
    """Where a criterion comes from."""
    names = {
        "recommendation_2007": t("anbefalingerne fra 2007"),
        "frames_2013": t("rammerne fra 2013"),
        "competence_study": t("senere studie af kompetenceudvikling"),
        "own_reading": t("Samspils egen læsning af anbefalingerne"),
        "own_addition": t("Samspils egen tilføjelse"),
    }
    return names[origin]


def interval_text(row: Mapping[str, Any], t: Translator) -> str:
    """A score as the interval it is: "41 til 83 point (62 % kendt)"."""
    return t("{low} til {high} point ({share} kendt)").format(
        low=t.number(row["documented"]),
        high=t.number(row["possible"]),
        share=t.percent(row["coverage"]),
    )


def stage_text(row: Mapping[str, Any], stages: pd.DataFrame, t: Translator) -> str:
    """The stage of maturity as far as it can be stated.

    One step or two: those. More: "at least step n", and where that is the first step, that it
    cannot be decided yet. Ignorance never gives a municipality the name of the lowest step, so the
    first two steps are told as "at most step 2".
    """
    if pd.isna(row["stage_low"]):
        return t("kan ikke afgøres endnu")
    low, high = int(row["stage_low"]), int(row["stage_high"])
    names = dict(zip(stages["stage"], stages[f"name_{t.language}"], strict=True))
    if low == high:
        return t("trin {n}: {name}").format(n=low, name=names[low])
    if high - low < UNDECIDED_SPAN and low == min(names):
        return t("højst trin {n}: {name}").format(n=high, name=names[high])
    if high - low < UNDECIDED_SPAN:
        return t("trin {low}-{high}: {first} til {last}").format(
            low=low, high=high, first=names[low], last=names[high]
        )
    if low > min(names):
        return t("mindst trin {n}: {name}").format(n=low, name=names[low])
    return t("kan ikke afgøres endnu")


def rank_text(row: Mapping[str, Any], t: Translator) -> str:
    """The rank with its band, or why there is none."""
    if pd.isna(row["rank"]):
        return t("for lidt belyst til en placering")
    return t("nr. {rank} af {all} – mellem nr. {low} og nr. {high} i ni ud af ti tilfælde").format(
        rank=int(row["rank"]),
        all=int(row["ranked"]),
        low=math.floor(row["band_low"]),
        high=math.ceil(row["band_high"]),
    )


def reason_text(reason: str, t: Translator) -> str:
    """Why a comparison gives no figure; empty where it gives all."""
    reasons = {
        "": "",
        "few_members": t("for få kommuner til et tal"),
        "little_known": t("for lidt belyst til en placering"),
    }
    return reasons[reason]


def share_text(share: Any, t: Translator) -> str:
    """A share (0-1) of the known municipalities as per cent; too few of them give none."""
    return t("for få belyst") if pd.isna(share) else t.percent(share)


def outcome_name(outcome: str, t: Translator) -> str:
    """How an objection was settled."""
    names = {"open": t("åben"), "accepted": t("godtaget"), "rejected": t("afvist")}
    return names[outcome]


def level_text(level: Any, t: Translator) -> str:
    """A level with its sign: "✓ opfyldt"."""
    return f"{level_symbol(level)} {level_name(level, t)}"
