"""One municipality in words."""

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.sentences import Fact
from samspil.present.wording import (
    interval_text,
    rank_text,
    stage_text,
)


def nothing_known(name: str, t: Translator) -> str:
    """What is said of a municipality about which nothing is known."""
    return t(
        "Om {name} er der ikke fundet en kilde, der er ny nok til at tælle med. Alt er "
        "derfor ukendt – det siger intet om, hvor godt samarbejdet er."
    ).format(name=name)


def in_short(total: pd.DataFrame, stages: pd.DataFrame, t: Translator) -> list[Fact]:
    """Interval, stage and rank of several municipalities, a line for each.

    Args:
        total: rows of `queries.scores` on the total, in the order to be told.
        stages: as `queries.stages` gives them.
        t: the translator.
    """
    return [
        Fact(row["name"], " · ".join([interval_text(row, t), stage_text(row, stages, t),
                                      rank_text(row, t)]))
        for row in total.to_dict("records")
    ]  # fmt: skip


def best_documented(rows: pd.DataFrame, t: Translator) -> list[Fact]:
    """Of whom in a group most is documented, a line for each.

    Args:
        rows: as `benchmark.best_documented` gives them.
        t: the translator.
    """
    return [Fact(row["name"], interval_text(row, t)) for row in rows.to_dict("records")]


def influence(marks: pd.DataFrame, t: Translator) -> str:
    """Which criteria make up influence in practice.

    Args:
        marks: the rows of `queries.marks` of that facet.
        t: the translator.
    """
    named = ", ".join(name.lower() for name in t.texts(marks, "name"))
    return t(
        "Indflydelse måles på: {names}. En vedtaget politik er ikke i sig selv samarbejde."
    ).format(names=named)


def how_common(step: Row, t: Translator) -> str:
    """How many of the known municipalities meet a criterion.

    Args:
        step: share_met (0-1, NA where too few are known) and known (municipalities).
        t: the translator.
    """
    if pd.isna(step["share_met"]):
        return t("For få kommuner er kendt her til, at man kan sige, hvor almindeligt det er.")
    return t("{share} af de {n} kommuner, hvor det er kendt, opfylder det helt.").format(
        share=t.percent(step["share_met"]), n=int(step["known"])
    )


def not_found(missing: pd.DataFrame, t: Translator) -> str:
    """On how many criteria nothing is known, and what that means.

    Args:
        missing: as `next_step.not_found` gives them.
        t: the translator.
    """
    if missing.empty:
        return t("Alle kriterier er kendt.")
    return t(
        "Antal kriterier, hvor der ikke er fundet en kilde, der er ny nok: {n}. Det "
        "betyder ikke, at kravet ikke er opfyldt. Læg oplysningen på kommunens "
        "hjemmeside med dato, så kan den komme til at tælle med."
    ).format(n=len(missing))


def to_document(missing: pd.DataFrame, t: Translator) -> list[Fact]:
    """What would document each criterion on which nothing is known.

    Args:
        missing: as `next_step.not_found` gives them.
        t: the translator.
    """
    counts = t("Tæller helt med:")
    return [
        Fact(t.pick(row, "name"), f"{t.pick(row, 'question')} {counts} {t.pick(row, 'level2')}")
        for row in missing.to_dict("records")
    ]


def standing_rules(minimum_share: float, t: Translator) -> str:
    """Whom a municipality is compared with, and when a percentile is given."""
    return t(
        "Gruppens tal omfatter ikke kommunen selv. Lignende kommuner er fundet ud fra "
        "indbyggertal, befolkningstæthed og befolkningsudvikling siden 2007. "
        "Percentilen viser, hvor stor en del af gruppen kommunen ligger over. Den "
        "gives kun, når kommunen og mindst fem andre har mindst {share} kendt i "
        "gennemsnit af de tre dimensioner."
    ).format(share=t.percent(minimum_share))
