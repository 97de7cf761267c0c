"""Municipalities side by side in words."""

from collections.abc import Sequence

import pandas as pd

from samspil.analysis.side_by_side import DIFFER, SAME, SOME, UNKNOWN
from samspil.present.figures.compare import Line
from samspil.present.i18n import Translator

PAIR = 2


def most_documented(total: pd.DataFrame, t: Translator) -> str:
    """In which of them most is documented; all of them where several tie as shown.

    Args:
        total: the rows of `queries.scores` on the total, in the order to be told.
        t: the translator.
    """
    points = [t.number(value) for value in total["documented"]]
    most = t.number(total["documented"].max())
    first = [name for name, own in zip(total["name"], points, strict=True) if own == most]
    return t("{names}: mest er dokumenteret i {first}, {points} point").format(
        names=t.listing(total["name"]), first=t.listing(first), points=most
    )


def finding(lines: Sequence[Line], names: Sequence[str], t: Translator) -> str:
    """On how many criteria they differ, and how many are known of some of them only."""
    counts = {group: sum(line.group == group for line in lines) for group in (DIFFER, SOME)}
    if not counts[DIFFER]:
        says = t("Ingen kendte forskelle mellem {names}; {some} er kun kendt hos nogle af dem")
        if len(names) == PAIR:
            says = t("Ingen kendte forskelle mellem {names}; {some} er kun kendt hos den ene")
    elif len(names) == PAIR:
        says = t("{names} er forskellige på {differ}; {some} er kun kendt hos den ene")
    else:
        says = t("{names} er forskellige på {differ}; {some} er kun kendt hos nogle af dem")
    return says.format(
        names=t.listing(names),
        differ=_criteria(counts[DIFFER], t),
        some=_criteria(counts[SOME], t),
    )


def _criteria(count: int, t: Translator) -> str:
    return t("ét kriterium") if count == 1 else t("{n} kriterier").format(n=count)


def block_names(several: int, t: Translator) -> dict[str, str]:
    """What the groups of criteria are called, in the order in which they are told.

    Args:
        several: how many municipalities stand side by side.
        t: the translator.
    """
    some = t("Kun kendt hos den ene") if several == PAIR else t("Kun kendt hos nogle")
    return {
        DIFFER: t("Her er de forskellige"),
        SOME: some,
        SAME: t("Ens"),
        UNKNOWN: t("Ukendt hos alle"),
    }


def heads_key(t: Translator) -> str:
    """How the scores of several are read."""
    return t("Point: først det dokumenterede, så det højst mulige. Fyldt: dokumenteret. "
             "Skraveret: ukendt. Streg: midtpunktet, hvor ukendt tæller halvt.")  # fmt: skip


def criteria_rule(t: Translator) -> str:
    """What counts as a difference between several."""
    return t("Kun det, der er kendt hos mindst to, kan være en forskel: ukendt er ikke nul.")


def marks_key(t: Translator) -> str:
    """What the marks of several say."""
    return t("✓ opfyldt, halvt fyldt delvist, ✕ ikke opfyldt, ? ukendt; prik: ikke "
             "genbekræftet. Årstallet er kildens.")  # fmt: skip
