"""Assessments, scores, ranks and stages in words, the same on every page."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from samspil.analysis.stage import DimensionGap, NextStage
from samspil.model.codebook import STATEMENT
from samspil.present.i18n import Row, Translator

SYMBOLS = {2: "✓", 1: "◐", 0: "✕", None: "?"}
"""The sign of each level, to be told apart without colour."""

UNDECIDED_SPAN = 2
"""A stage is shown as a range only when it spans at most this many steps."""


def level_name(level: Any, t: Translator) -> str:
    """What a level is called; NA is "not known"."""
    names = {2: t("opfyldt"), 1: t("delvist opfyldt"), 0: t("ikke opfyldt")}
    return t("ikke kendt") if pd.isna(level) else names[int(level)]


def level_symbol(level: Any) -> str:
    """The sign of a level; NA is a question mark."""
    return SYMBOLS[None if pd.isna(level) else int(level)]


def source_kind_name(kind: str, t: Translator) -> str:
    """What kind of source a reading comes from, in words."""
    names = {
        "municipality_site": t("kommunens hjemmeside"),
        "municipal_document": t("kommunalt dokument"),
        "council_minutes": t("politisk dagsorden eller referat"),
        "organisation_site": t("en forenings hjemmeside"),
        "report": t("rapport"),
        "press": t("presseomtale"),
        "other": t("anden kilde"),
        "municipality_statement": t("oplyst af kommunen, ikke offentliggjort"),
    }
    return names[kind]


def year_name(year: Any, t: Translator) -> str:
    """A year, or "undated" where the source shows none."""
    return t("uden årstal") if pd.isna(year) else str(int(year))


def age_text(row: Row, t: Translator) -> str:
    """How old the source of an assessment is: its year, "not reconfirmed" where it is not fresh."""
    if pd.isna(row["evidence_year"]):
        return t("uden årstal")
    if row["fresh"]:
        return str(int(row["evidence_year"]))
    return t("set i {year}, ikke genbekræftet").format(year=int(row["evidence_year"]))


def implied_text(row: Row, t: Translator) -> str:
    """Which criterion an implied assessment follows from; empty where it is not implied."""
    if not row["implied"]:
        return ""
    return t("følger af: {name} er ikke opfyldt").format(name=t.pick(row, "requires"))


def unknown_text(row: Row, t: Translator) -> str:
    """Why a cell is not known, as far as hearings, look-ups and older readings tell.

    Args:
        row: as `queries.marks` gives it.
        t: the translator.
    """
    reasons = [_older_text(row, t), heard_text(row, t)]
    told = [reason for reason in reasons if reason]
    return "; ".join(told) if told else _looked_text(row, t)


def heard_text(row: Row, t: Translator) -> str:
    """How a hearing asked about a cell that is not known; empty where none did."""
    if row["said_in_vain"]:
        return t("kommunen har svaret; det tæller, når det kan ses på en hjemmeside")
    if pd.isna(row["heard"]):
        return ""
    answers = {
        "sent": t("spurgt {day}, endnu intet svar"),
        "no_answer": t("spurgt {day}, intet svar"),
        "declined": t("spurgt {day}, kommunen ville ikke svare"),
        "dont_know": t("spurgt {day}, kommunen ved det ikke"),
    }
    said = answers.get(row["heard"], t("spurgt {day}; svaret venter på at blive læst"))
    return said.format(day=t.date(row["asked_on"].date()))


def confirmed_text(row: Row, t: Translator) -> str:
    """That the municipality called the record of a mark right, and when; empty where it did not."""
    if pd.isna(row["confirmed_on"]):
        return ""
    return t("bekræftet af kommunen {year}").format(year=row["confirmed_on"].year)


def vouching_text(row: Row, t: Translator) -> str:
    """Whose word a mark rests on: the kind of its source, or the municipality's alone."""
    if row["source_kind"] == STATEMENT and not row["only_said"]:
        return t("oplyst af kommunen, og en offentlig kilde siger det samme")
    return source_kind_name(row["source_kind"], t)


def _older_text(row: Row, t: Translator) -> str:
    """That there are readings, but none that counts; empty where there are none."""
    if row["records"] and pd.notna(row["last_year"]):
        return t("kun kilder, der er for gamle til at tælle med; den nyeste er fra {year}").format(
            year=int(row["last_year"])
        )
    if row["records"]:
        return t("kun kilder uden årstal, der er læst for længe siden")
    return ""


def _looked_text(row: Row, t: Translator) -> str:
    """What came of looking."""
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


def share_known(coverage: float, minimum: float, t: Translator) -> str:
    """How much is known, never rounded up to what a rank takes: 49,7 % in place of 50 %."""
    exact = round(coverage, 9) < minimum and t.percent(coverage) == t.percent(minimum)
    return t.percent(coverage, 1 if exact else 0)


def origin_name(origin: str, t: Translator) -> str:
    """Where a criterion comes from."""
    names = {
        "recommendation_2007": t("anbefalingerne fra 2007"),
        "frames_2013": t("rammerne for godt samarbejde fra 2013"),
        "competence_study": t("en senere undersøgelse af kompetenceudvikling"),
        "own_reading": t("Samspils egen læsning af anbefalingerne"),
        "own_addition": t("Samspils egen tilføjelse"),
    }
    return names[origin]


def interval_text(row: Row, t: Translator) -> str:
    """A score as an interval: "41 til 83 point (62 % kendt)"."""
    return t("{low} point; højst {high}, hvis alt ukendt er opfyldt ({share} kendt)").format(
        low=t.number(row["documented"]),
        high=t.number(row["possible"]),
        share=t.percent(row["coverage"]),
    )


def stage_text(row: Row, stages: pd.DataFrame, t: Translator) -> str:
    """The stage of maturity as far as it can be stated.

    One step or two: those. More: "at least step n", and where that is the first step, that it
    cannot be decided yet. The first two steps are told as "at most step 2": what is unknown gives
    no municipality the name of the lowest step.
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
        return t("trin {low}–{high}: {first} til {last}").format(
            low=low, high=high, first=names[low], last=names[high]
        )
    if low > min(names):
        return t("mindst trin {n}: {name}").format(n=low, name=names[low])
    return t("kan ikke afgøres endnu")


def next_stage_text(found: NextStage, names: Mapping[str, str], t: Translator) -> str:
    """What would decide the next stage: which of the unknown criteria, and how many of them.

    Args:
        found: as `samspil.analysis.stage` gives it.
        names: of criteria and dimensions by id, in the language of `t`.
        t: the translator.
    """
    if found.stage is None:
        return t("Det højeste trin er dokumenteret.")
    lacking = t.listing(names[dimension] for dimension in found.out_of_reach)
    if lacking and not found.unknown:
        return t("Alt er kendt: Trin {n} kræver, at mere bliver opfyldt ({dimensions}).").format(
            n=found.stage, dimensions=lacking
        )
    if lacking:
        return t(
            "Trin {n} kræver mere end at dokumentere det ukendte: Var det hele opfyldt, "
            "ville der stadig mangle noget ({dimensions})."
        ).format(n=found.stage, dimensions=lacking)
    choices = "; ".join(_choice(gap, names, t) for gap in found.gaps if gap.needed)
    return t("For at nå mindst trin {n}: Dokumentér {choices}.").format(
        n=found.stage, choices=choices
    )


def _choice(gap: DimensionGap, names: Mapping[str, str], t: Translator) -> str:
    """So many of these: "to af disse fem: …", or the names alone where it takes all of them."""
    candidates = [names[criterion] for criterion in gap.candidates]
    if gap.needed == len(candidates):
        return t.listing(candidates)
    return t("{few} af disse {many}: {names}").format(
        few=count_word(gap.needed or 0, t),
        many=count_word(len(candidates), t),
        names=t.listing(candidates),
    )


def count_word(count: int, t: Translator) -> str:
    """A count of criteria as a word up to ten, in figures above."""
    words = {1: t("ét"), 2: t("to"), 3: t("tre"), 4: t("fire"), 5: t("fem"), 6: t("seks"),
             7: t("syv"), 8: t("otte"), 9: t("ni"), 10: t("ti")}  # fmt: skip
    return words.get(count) or t.number(count)


def band(low: float, high: float) -> tuple[int, int]:
    """The first and the last rank of a band, rounded outwards."""
    return math.floor(low), math.ceil(high)


def rank_text(row: Row, t: Translator) -> str:
    """The rank with its band, or why there is none."""
    if pd.isna(row["rank"]):
        return t("for lidt belyst til en placering")
    low, high = band(row["band_low"], row["band_high"])
    return t(
        "nr. {rank} af {all} – mellem nr. {low} og nr. {high} i ni ud af ti beregninger"
    ).format(
        rank=int(row["rank"]),
        all=int(row["ranked"]),
        low=low,
        high=high,
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
    return t("for få kendte") if pd.isna(share) else t.percent(share)


def outcome_name(outcome: str, t: Translator) -> str:
    """How an objection was settled."""
    names = {"open": t("åben"), "accepted": t("taget til følge"), "rejected": t("afvist")}
    return names[outcome]


def level_text(level: Any, t: Translator) -> str:
    """A level with its sign: "✓ opfyldt"."""
    return f"{level_symbol(level)} {level_name(level, t)}"


def whose(place: Row, t: Translator) -> str:
    """A municipality's name in the genitive: "Aarhus’", in English "Aarhus’s".

    Args:
        place: name and genitive_da, as `queries.municipalities` gives them.
        t: the translator.
    """
    return str(place["genitive_da"]) if t.language == "da" else f"{place['name']}’s"
