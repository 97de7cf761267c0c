"""Municipalities side by side: their scores, and their criteria by where they differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from samspil.analysis.side_by_side import grouped
from samspil.present.answers import interval
from samspil.present.corrected import NOTICE
from samspil.present.i18n import Row, Translator
from samspil.present.items import source_link
from samspil.present.palette import BLUE, DIMENSIONS
from samspil.present.profile import KINDS, SIGNS
from samspil.present.wording import (
    age_text,
    band,
    level_name,
    source_kind_name,
    stage_text,
    unknown_text,
)

TOTAL = "total"


@dataclass(frozen=True)
class Line:
    """A criterion: what can be said of it, and the mark of each municipality in their order.

    group: one of `analysis.side_by_side.GROUPS`. marks: rows of `queries.marks`.
    """

    id: str
    name: str
    dimension: str
    letter: str
    group: str
    marks: tuple[Row, ...]


def lines(marks: Mapping[str, pd.DataFrame], dimensions: pd.DataFrame, t: Translator) -> list[Line]:
    """Every criterion with the mark of each municipality, in the order of the codebook.

    Args:
        marks: by the name of the municipality, as `queries.marks` gives them.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    letters = {d["id"]: t.pick(d, "name")[:1] for d in dimensions.to_dict("records")}
    levels = pd.DataFrame({name: rows["level"].to_numpy() for name, rows in marks.items()})
    rows = zip(*(own.to_dict("records") for own in marks.values()), strict=True)
    return [
        Line(
            own[0]["criterion"],
            t.pick(own[0], "name"),
            own[0]["dimension"],
            letters[own[0]["dimension"]],
            group,
            own,
        )
        for own, group in zip(rows, grouped(levels), strict=True)
    ]


def kind(mark: Row) -> str:
    """How a mark is drawn: met, partly, not or unknown."""
    return "unknown" if pd.isna(mark["level"]) else KINDS[int(mark["level"])]


def year(mark: Row, t: Translator) -> str:
    """The year under a mark; nothing where nothing is known."""
    if pd.isna(mark["level"]):
        return ""
    return t("uden årstal") if pd.isna(mark["evidence_year"]) else str(int(mark["evidence_year"]))


def row(line: Line, names: list[str], t: Translator) -> dict[str, Any]:
    """A line for the template `compare_blocks`: its marks, and what lies behind each."""
    return {
        "name": line.name,
        "dimension": line.dimension,
        "letter": line.letter,
        "marks": [_mark(name, mark, t) for name, mark in zip(names, line.marks, strict=True)],
    }


def _mark(name: str, mark: Row, t: Translator) -> dict[str, Any]:
    """A mark with its year; for whom opens it the wording of the level, the note, the source."""
    known = pd.notna(mark["level"])
    shown, level = kind(mark), level_name(mark["level"], t)
    facts: list[str] = (
        [age_text(mark, t), source_kind_name(mark["source_kind"], t)] if known else []
    )
    facts += filter(None, [mark.get(NOTICE)])
    return {
        "municipality": name,
        "kind": shown,
        "sign": SIGNS[shown],
        "stale": bool(known and not mark["fresh"] and pd.notna(mark["evidence_year"])),
        "level": level,
        "year": year(mark, t),
        "says": ", ".join([f"{name}: {level}", *facts[:1]]),
        "facts": [level, *facts] if known else [level, unknown_text(mark, t)],
        "wording": t.pick(mark, "level_text") if known else "",
        "note": t.pick(mark, "note") if known else "",
        "source": source_link(mark["source_url"], t) if known else None,
    }


def heads(
    scores: pd.DataFrame,
    dimensions: pd.DataFrame,
    stages: pd.DataFrame,
    minimum_share: float,
    t: Translator,
) -> list[dict[str, Any]]:
    """What the template `compare_head` shows of each municipality.

    Args:
        scores: as `in_order` gives them.
        dimensions: as `queries.dimensions` gives them.
        stages: as `queries.stages` gives them.
        minimum_share: the coverage that a rank needs.
        t: the translator.
    """
    labels = _part_names(dimensions, t)
    found = []
    for code, rows in scores.groupby("code", sort=False):
        own = rows.set_index("dimension").to_dict("index")
        total: Row = own[TOTAL]
        found.append(
            {
                "code": code,
                "name": total["name"],
                "parts": [_part(own[id_], id_, label, t) for id_, label in labels.items()],
                "stage": stage_text(total, stages, t),
                "rank": _rank(total, minimum_share, t),
            }
        )
    return found


def _part(row: Row, id_: str, label: str, t: Translator) -> dict[str, Any]:
    """One score as an interval with its two ends in numbers."""
    height, colour = (18, BLUE) if id_ == TOTAL else (12, DIMENSIONS.get(id_, BLUE))
    return {
        "id": id_,
        "label": label,
        "letter": "" if id_ == TOTAL else label[:1],
        "low": t.number(row["documented"]),
        "high": t.number(row["possible"]),
        "bar": interval(row, t, height=height, colour=colour),
    }


def _rank(total: Row, minimum_share: float, t: Translator) -> str:
    """The rank with its band, or why there is none."""
    if pd.isna(total["rank"]):
        return t("Ingen: {share} er kendt, og der kræves {minimum}").format(
            share=t.percent(total["coverage"]), minimum=t.percent(minimum_share)
        )
    low, high = band(total["band_low"], total["band_high"])
    return t("Nr. {rank} af {all}, kan være nr. {low}–{high}").format(
        rank=int(total["rank"]), all=int(total["ranked"]), low=low, high=high
    )


def in_order(scores: pd.DataFrame, codes: list[str], dimensions: pd.DataFrame) -> pd.DataFrame:
    """The scores of these municipalities in their order, the total before the dimensions."""
    parts = [TOTAL, *dimensions["id"]]
    rows = scores[scores["code"].isin(codes) & scores["dimension"].isin(parts)]
    place = rows["code"].map(codes.index) * len(parts) + rows["dimension"].map(parts.index)
    return rows.assign(place=place).sort_values("place").drop(columns="place")


def by_part(scores: pd.DataFrame, dimensions: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The scores part by part, within each the municipalities in their order.

    Args:
        scores: as `in_order` gives them.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.

    Returns:
        The columns of `scores`, in which dimension is what readers see, and label, which names
        part and municipality.
    """
    names = _part_names(dimensions, t)
    place = scores["dimension"].map(list(names).index)
    rows = scores.assign(place=place, dimension=scores["dimension"].map(names))
    rows = rows.sort_values("place", kind="stable").drop(columns="place")
    return rows.assign(label=rows["dimension"] + ": " + rows["name"])


def _part_names(dimensions: pd.DataFrame, t: Translator) -> dict[str, str]:
    """What the total and the dimensions are called, by id, in order."""
    return {TOTAL: t("I alt")} | dict(
        zip(dimensions["id"], t.texts(dimensions, "name"), strict=True)
    )
