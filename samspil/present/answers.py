"""Short answers that stand on several pages, in words and as marks."""

from typing import Any

import pandas as pd
from markupsafe import Markup

from samspil.present.html import part
from samspil.present.i18n import Row, Translator
from samspil.present.layers import Layer, classed
from samspil.present.palette import BLUE
from samspil.present.wording import band, interval_text, rank_text, stage_text


def best_text(total: pd.DataFrame, t: Translator) -> str:
    """Why no municipality can be named the best.

    Args:
        total: the total rows of `queries.scores`.
        t: the translator.
    """
    first = total[total["rank"] == 1]
    if first.empty:
        return t("Det kan ikke afgøres: Ingen kommune er kendt godt nok til en placering.")
    low, high = band(first["band_low"].min(), first["band_high"].max())
    return t(
        "Det kan ikke afgøres: nr. 1 af de {n} kommuner med en placering kan være "
        "nr. {low}–{high}. Rækkefølgen hviler på midtpunktet, hvor det ukendte tæller halvt."
    ).format(n=int(total["rank"].count()), low=low, high=high)


def interval(
    row: Row,
    t: Translator,
    *,
    height: int = 18,
    colour: str = BLUE,
    median: float | None = None,
) -> Markup:
    """A score as an interval: filled documented, hatched not known, a tick at the midpoint.

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
        middle=round(row["midpoint"], 2),
        median=None if median is None else round(median, 2),
        label=interval_text(row, t),
        height=height,
        colour=colour,
    )


def short_answer(row: Row, stages: pd.DataFrame, t: Translator) -> dict[str, Any]:
    """How one municipality stands, for its block on the front page: says, bar and more."""
    says = t("{low} point dokumenteret, højst {high}, hvis alt ukendt er opfyldt. {known} kendt.")
    return {
        "says": says.format(
            low=t.number(row["documented"]),
            high=t.number(row["possible"]),
            known=t.percent(row["coverage"]),
        ),
        "bar": interval(row, t),
        "more": f"{_sentence(rank_text(row, t))} {_sentence(stage_text(row, stages, t))}",
    }


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def legend(layer: Layer) -> list[dict[str, Any]]:
    """The classes of a map, the highest first, with how many municipalities each one has."""
    classes = classed(layer.values["value"], layer.classes)
    counts = [int((classes == number).sum()) for number in range(len(layer.classes))]
    unknown = int(classes.isna().sum())
    most = max([*counts, unknown, 1])
    rows = [
        {"name": name, "number": number, "count": counts[number], "hatched": False,
         "width": round(80 * counts[number] / most)}
        for number, (_, name) in enumerate(layer.classes)
    ]  # fmt: skip
    rows.reverse()
    hatched = {"name": layer.unknown, "number": 0, "count": unknown, "hatched": True}
    return [*rows, hatched | {"width": round(80 * unknown / most)}]
