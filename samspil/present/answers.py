"""Short answers that stand on several pages, in words and as marks."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from samspil.present.html import part
from samspil.present.i18n import Row, Translator
from samspil.present.layers import Layer, classed
from samspil.present.palette import BLUE, FEWER
from samspil.present.wording import band, interval_text, rank_text, stage_text

TWO = 2
"""So many must be ranked before one can be first."""


def best_title(total: pd.DataFrame, t: Translator) -> str:
    """Whether a municipality can be named the best, in short, with the band of the first.

    Args:
        total: the total rows of `queries.scores` or of `ranking.ranking`.
        t: the translator.
    """
    ranked = total[total["rank"].notna()]
    first = ranked[ranked["rank"] == 1]
    if len(ranked) < TWO:
        reasons = (
            t("Ingen kommune kan kåres: ingen er kendt godt nok til en placering"),
            t("Ingen kommune kan kåres: kun én er kendt godt nok til en placering"),
        )
        return reasons[len(ranked)]
    low, high = band(first["band_low"].min(), first["band_high"].max())
    if high > len(first):
        return t("Ingen kommune kan kåres: nr. 1 kan være nr. {low}–{high}").format(
            low=low, high=high
        )
    if len(ranked) < len(total):
        return t("Ingen kommune kan kåres: {n} af {m} er for lidt kendt til en placering").format(
            n=len(total) - len(ranked), m=len(total)
        )
    return t("Nr. 1 er {names}, uanset hvordan der vægtes").format(names=t.listing(first["name"]))


def best_reason(t: Translator) -> str:
    """What the order of the ranks rests on, and why "most documented" is another list."""
    return t(
        "Rækkefølgen følger midtpunktet, som tæller alt ukendt som halvt opfyldt. ”Mest "
        "dokumenteret” er en anden liste, fordi ukendt dér tæller som nul."
    )


def best_text(total: pd.DataFrame, t: Translator) -> str:
    """Both: whether a municipality can be named the best, and what the order rests on.

    Args:
        total: the total rows of `queries.scores`.
        t: the translator.
    """
    return f"{best_title(total, t)}. {best_reason(t)}"


def interval(
    row: Row,
    t: Translator,
    *,
    height: int = 18,
    colour: str = BLUE,
    median: float | None = None,
) -> Markup:
    """A score as an interval: filled documented, hatched not known, a tick at the midpoint.

    Where nothing is known there is no tick.

    Args:
        row: documented, possible, midpoint (points) and coverage (share).
        t: the translator.
        height: pixels.
        colour: of what is documented.
        median: the points at which a group's median is marked, if any.
    """
    return part(
        "interval",
        low=round(row["documented"], 2),
        high=round(row["possible"], 2),
        middle=round(row["midpoint"], 2) if row["coverage"] else None,
        median=None if median is None else round(median, 2),
        label=interval_text(row, t),
        height=height,
        colour=colour,
    )


def short_answer(row: Row, stages: pd.DataFrame, t: Translator) -> dict[str, Any]:
    """How one municipality stands, for its block on the front page: says, bar and more."""
    stage = stage_text(row, stages, t)
    says = t("{low} point dokumenteret, højst {high}, hvis alt ukendt er opfyldt. {known} kendt.")
    return {
        "says": says.format(
            low=t.number(row["documented"]),
            high=t.number(row["possible"]),
            known=t.percent(row["coverage"]),
        ),
        "bar": interval(row, t),
        "more": f"{_sentence(rank_text(row, t))} {t('Modenhed: {stage}').format(stage=stage)}.",
    }


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def legend(layer: Layer) -> list[dict[str, Any]]:
    """The classes of a map, the highest first, with how many municipalities each one has."""
    classes = classed(layer.values["value"], layer.classes)
    counts = [int((classes == number).sum()) for number in range(len(layer.classes))]
    unknown = int(classes.isna().sum())
    most = max([*counts, unknown, 1])
    shades = FEWER.get(len(counts), range(len(counts)))
    rows = [
        {"name": name, "number": shades[number], "count": counts[number], "hatched": False,
         "width": round(80 * counts[number] / most)}
        for number, (_, name) in enumerate(layer.classes)
    ]  # fmt: skip
    rows.reverse()
    hatched = {"name": layer.unknown, "number": 0, "count": unknown, "hatched": True}
    return [*rows, hatched | {"width": round(80 * unknown / most)}]
