"""One municipality in words."""

import pandas as pd

from samspil.present.figures.strip import Strip
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


def paper(name: str, t: Translator) -> str:
    """The title of what is on paper against what is practice."""
    return t("{name}: på papiret og i praksis").format(name=name)


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


def among(name: str, group: str, total: Strip, t: Translator) -> str:
    """How much is documented of a municipality against the median of a group, in a headline.

    Args:
        name: of the municipality.
        group: what the group is called inside a sentence.
        total: the strip of the total.
        t: the translator.
    """
    if total.median is None:
        said = t("{name} og {group}: for få kommuner til en median")
    elif not total.known:
        said = t("Om {name} er intet kendt; medianen er {median} point blandt {group}")
    else:
        said = t("{name} har {own} dokumenterede point mod en median på {median} blandt {group}")
    return said.format(
        name=name,
        group=group,
        own=t.number(total.documented),
        median=t.number(total.median if total.median is not None else 0),
    )


def above_and_below(total: Strip, t: Translator) -> str:
    """How many of the group have more documented, and how many less."""
    points = [dot.documented for dot in total.dots]
    more = sum(round(p - total.documented, 9) > 0 for p in points)
    less = sum(round(total.documented - p, 9) > 0 for p in points)
    return t("Af {all} kommuner har {more} mere dokumenteret og {less} mindre.").format(
        all=len(points), more=more, less=less
    )


def strip_key(name: str, t: Translator) -> dict[str, str]:
    """What the marks of a strip mean."""
    return {
        "dot": t("en kommune"),
        "nothing": t("intet kendt om den"),
        "median": t("median; lys flade: den midterste halvdel"),
        "own": t("{name}: dokumenteret, og det ukendte (streg: midtpunkt)").format(name=name),
    }


def gaps(name: str, group: str, t: Translator) -> str:
    """The title of a municipality against a group, criterion by criterion."""
    return t("{name} og {group}, kriterium for kriterium").format(name=name, group=group)


def gaps_key(name: str, t: Translator) -> str:
    """What the marks and bars of that figure say."""
    return t(
        "Mærket gælder {name}. Bjælken er gruppen: mørk opfyldt, lys kendt, men ikke helt "
        "opfyldt, skraveret ukendt."
    ).format(name=name)


def profile(name: str, t: Translator) -> str:
    """The title of a municipality's head where it stands alone."""
    return t("{name}: samarbejdet med de frivillige sociale foreninger").format(name=name)


def criterion_by_criterion(name: str, t: Translator) -> str:
    """The title of all criteria of a municipality."""
    return t("{name}, kriterium for kriterium").format(name=name)


def known_of(known: int, all_: int, t: Translator) -> str:
    """How many criteria are known of a municipality."""
    return t("{known} af {all} kriterier er kendt.").format(known=known, all=all_)
