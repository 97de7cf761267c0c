"""The ranking as its templates show it: positions in per cent, numbers in the reader's language."""

from typing import Any

import pandas as pd

from samspil.present.address import link
from samspil.present.figures.ranking import Driver, Place, Ranking
from samspil.present.i18n import Translator
from samspil.present.pages import PATHS
from samspil.present.palette import DIMENSIONS, INK, LETTERS


def markup(figure: Ranking, label: str, t: Translator) -> dict[str, Any]:
    """What the template `ranking` needs.

    Args:
        figure: at least one row.
        label: what the figure shows, for a reader who does not see it.
        t: the translator.
    """
    return {
        "label": label,
        "rows": [_row(place, figure, t) for place in figure.rows],
        "ticks": [{"place": n, "at": _centre(n, figure.count)} for n in figure.ticks],
        "heads": {
            "rank": t("Nr."),
            "name": t("Kommune"),
            "band": t("Spænd"),
            "span": t("Spænd"),
            "midpoint": t("Midt\u00adpunkt"),
            "documented": t("Doku\u00admen\u00adteret"),
            "known": t("Kendt"),
        },
        "keys": {
            "dot": t("placeringen"),
            "band": t("spændet: ni ud af ti tilfælde"),
            "was": t("placeringen med lige vægte"),
        },
    }


def _centre(place: float, count: int) -> float:
    """Where a place stands on the axis, in per cent; every place has a field of its own."""
    return round(100 * (place - 0.5) / count, 2)


def _row(place: Place, figure: Ranking, t: Translator) -> dict[str, Any]:
    move = _move(place, t) if figure.moved else None
    return {
        "rank": place.rank,
        "name": place.name,
        "address": link(PATHS["municipality"], kommune=place.code, lang=t.language),
        "left": round(100 * (place.low - 1) / figure.count, 2),
        "width": round(100 * (place.high - place.low + 1) / figure.count, 2),
        "at": _centre(place.rank, figure.count),
        "was": _centre(place.before, figure.count) if move and place.before else None,
        "span": f"{place.low}–{place.high}" if place.low < place.high else str(place.low),
        "says": t("nr. {rank} af {n}, kan være nr. {low}–{high}").format(
            rank=place.rank, n=figure.count, low=place.low, high=place.high
        ),
        "midpoint": t.number(place.midpoint, 1),
        "documented": t.number(place.documented, 1),
        "known": t.percent(place.coverage),
        "chosen": place.chosen,
        "move": move,
        "moves": move_text(place.before, place.rank, t),
    }


def _move(place: Place, t: Translator) -> str:
    """How far a place moved, as a sign and a number; empty where it did not."""
    if place.before is None:
        return t("ny")
    gained = place.before - place.rank
    return f"{'▲' if gained > 0 else '▼'}{abs(gained)}" if gained else ""


def move_text(before: float | None, after: float | None, t: Translator) -> str:
    """How a rank differs from that by equal weights, all else being the same."""
    if pd.isna(before) and pd.isna(after):
        return ""
    if before is None or pd.isna(before):
        return t("ny på listen")
    if after is None or pd.isna(after):
        return t("ikke længere på listen")
    if before == after:
        return t("samme")
    places = int(abs(before - after))
    return (t("{n} op") if after < before else t("{n} ned")).format(n=places)


def driver_markup(found: tuple[Driver, ...], names: dict[str, str], t: Translator) -> list[dict]:
    """The rows of the template `drivers`; `names` are those of the dimensions by id."""
    most = max([row.places for row in found] + [1e-9])
    return [
        {
            "name": row.name,
            "places": t.number(row.places, 1),
            "width": round(100 * row.places / most, 2),
            "dimension": names.get(row.dimension, ""),
            "letter": names.get(row.dimension, "")[:1],
            "colour": DIMENSIONS.get(row.dimension, INK),
            "on": LETTERS.get(row.dimension, "white"),
        }
        for row in found
    ]
