"""What is different between two builds, in words."""

from dataclasses import dataclass

import pandas as pd

from samspil.analysis.changes import AGED, CORRECTED, ENDED, EXPIRED, METHOD, NEW, Difference
from samspil.present.figures.moves import signed
from samspil.present.i18n import Translator
from samspil.present.sentences import Fact
from samspil.present.wording import level_name

SHOWN = 5
"""Assessments that stand under a cause at once; the others are a click away."""


@dataclass(frozen=True)
class Line:
    """An assessment that changed: where, and from what to what."""

    name: str
    says: str


@dataclass(frozen=True)
class Cause:
    """Why some assessments changed: how many, what the cause means, and which they are."""

    title: str
    means: str
    count: str
    unit: str
    first: list[Line]
    rest: list[Line]
    more: str


def reasons(t: Translator) -> dict[str, Fact]:
    """Every cause in the order in which it is looked for: its name, and what it means."""
    return {
        CORRECTED: Fact(
            t("rettet oplysning"),
            t("En oplysning er rettet eller taget ud, for eksempel efter en indsigelse."),
        ),
        NEW: Fact(t("ny kilde"), t("En kilde, som den ældre dataversion ikke havde.")),
        ENDED: Fact(
            t("siden findes ikke længere"),
            t("Kilden er taget ned, så det, den viste, tæller ikke mere."),
        ),
        EXPIRED: Fact(
            t("kilden er blevet for gammel"),
            t("Kilden ligger nu længere tilbage end de år, en kilde tæller."),
        ),
        AGED: Fact(
            t("politikken er blevet ældre"),
            t("Oplysningerne er de samme, men politikken er nu for gammel til samme vurdering."),
        ),
        METHOD: Fact(
            t("ændret metode"),
            t("Oplysningerne er de samme, men et kriterium eller en regel er ændret."),
        ),
    }


def causes(cells: pd.DataFrame, t: Translator) -> list[Cause]:
    """The causes that occur, the most frequent first.

    Args:
        cells: those of an `analysis.changes.Difference`.
        t: the translator.
    """
    known = reasons(t)
    counts = cells["reason"].value_counts()
    occurring = sorted(
        counts.index, key=lambda reason: (-counts[reason], list(known).index(reason))
    )
    return [_cause(known[reason], cells[cells["reason"] == reason], t) for reason in occurring]


def _cause(fact: Fact, cells: pd.DataFrame, t: Translator) -> Cause:
    lines = [_line(row, t) for row in cells.to_dict("records")]
    title = fact.term[:1].upper() + fact.term[1:]
    count, rest = len(lines), lines[SHOWN:]
    return Cause(
        title,
        fact.says,
        t.number(count),
        t("vurdering") if count == 1 else t("vurderinger"),
        lines[:SHOWN],
        rest,
        t("Vis de {n} øvrige").format(n=len(rest)),
    )


def _line(row: dict, t: Translator) -> Line:
    before, after = level_name(row["before"], t), level_name(row["after"], t)
    return Line(row["name"], f"{t.pick(row, 'criterion')}, {before} → {after}")


def nothing_to_compare(release: str, t: Translator) -> str:
    """Why nothing is compared: the release of that name is the first, or there is one build."""
    if release:
        return t("Udgave {name} er den første: der er ingen tidligere at sammenligne med.").format(
            name=release
        )
    return t("Der er kun én dataversion endnu. Når data er opdateret, kan de to sammenlignes.")


def assessments(count: int, t: Translator) -> str:
    """So many assessments."""
    return t("én vurdering") if count == 1 else t("{n} vurderinger").format(n=t.number(count))


def _figures(count: int, t: Translator) -> str:
    """The figures of so many municipalities."""
    if count == 1:
        return t("én kommunes tal")
    return t("{n} kommuners tal").format(n=t.number(count))


def in_words(found: Difference, t: Translator) -> str:
    """How much is different, and where the most."""
    if found.scores.empty and found.cells.empty:
        return t("Ingen vurderinger og ingen kommuners tal har ændret sig.")
    said = t("{cells} og {scores} har ændret sig.").format(
        cells=assessments(len(found.cells), t), scores=_figures(len(found.scores), t)
    )
    said = said[:1].upper() + said[1:]
    if found.scores.empty:
        return said
    first = found.scores.iloc[0]
    most = t("Mest ændret er {name}: fra {before} til {after} dokumenterede point ({change}).")
    return (
        said
        + " "
        + most.format(
            name=first["name"],
            before=t.number(first["before"], 1),
            after=t.number(first["after"], 1),
            change=signed(first["after"] - first["before"], t),
        )
    )
