"""The interval, the stage and the rank explained on one municipality's own figures."""

from typing import Any

import pandas as pd

from samspil.model.robustness import DRAWS
from samspil.present.i18n import Row, Translator
from samspil.present.palette import DIMENSIONS, INK, LETTERS
from samspil.present.wording import band, share_known, stage_text, whose


def example(scores: pd.DataFrame, chosen: str | None) -> str:
    """The code of the municipality that serves as an example.

    The chosen one where something is known of it, else the one of which most is known.

    Args:
        scores: as `queries.scores` gives them.
        chosen: a code, or None.
    """
    total = scores[scores["dimension"] == "total"].set_index("code")
    if chosen is not None and total["coverage"].get(chosen, 0) > 0:
        return chosen
    return str(total.sort_values(["coverage", "name"], ascending=[False, True]).index[0])


def parts(
    own: pd.DataFrame, marks: pd.DataFrame, dimensions: pd.DataFrame, t: Translator
) -> list[dict[str, Any]]:
    """Each dimension of one municipality, from its criteria to its points.

    Args:
        own: the scores of one municipality, indexed by dimension.
        marks: the rows of `queries.marks`.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    return [_part(own, marks, d, t) for d in dimensions.to_dict("records")]


def _part(own: pd.DataFrame, marks: pd.DataFrame, dimension: Row, t: Translator) -> dict[str, Any]:
    id_, name = dimension["id"], t.pick(dimension, "name")
    row: Row = own.to_dict("index")[id_]
    asked = marks[marks["dimension"] == id_]
    known = asked[asked["level"].notna()]
    points = float((known["weight"] * known["level"].astype(float) / 2).sum())
    return _numbers(row, t) | {
        "name": name,
        "letter": name[:1],
        "colour": DIMENSIONS.get(id_, INK),
        "on": LETTERS.get(id_, "white"),
        "points": t("{points} af {count}").format(
            points=t.number(points, 1), count=t.number(float(asked["weight"].sum()))
        ),
        "unknown": t.number(len(asked) - len(known)),
        "low": round(float(row["documented"]), 2),
        "high": round(float(row["possible"]), 2),
    }


def _numbers(row: Row, t: Translator) -> dict[str, str]:
    return {
        "documented": t.number(row["documented"], 1),
        "possible": t.number(row["possible"], 1),
        "known": t.percent(row["coverage"]),
    }


def interval(own: pd.DataFrame, place: Row, t: Translator) -> dict[str, Any]:
    """The interval of the total with its three points named.

    Args:
        own: the scores of one municipality, indexed by dimension.
        place: its row of `queries.municipalities`.
        t: the translator.
    """
    total: Row = own.to_dict("index")["total"]
    low, middle, high = (float(total[name]) for name in ("documented", "midpoint", "possible"))
    return {
        "low": round(low, 2),
        "middle": round(middle, 2),
        "high": round(high, 2),
        "labels": [
            (t("Dokumenteret"), t.number(low, 1),
             t("det, offentlige kilder viser. Det ukendte tæller som ikke dokumenteret.")),
            (t("Midtpunkt"), t.number(middle, 1),
             t("hvert ukendt kriterium regnet for halvt opfyldt. Kun placeringen bruger det.")),
            (t("Højst muligt"), t.number(high, 1),
             t("det højeste, tallet kan blive, hvis alt ukendt viser sig at være opfyldt.")),
        ],
        "total": _numbers(total, t),
        "says": t("Det skraverede er det, ingen har fundet. {whose} rigtige tal ligger et sted "
                  "mellem {low} og {high}; her er {known} kendt, i gennemsnit af de tre "
                  "dimensioner.").format(whose=whose(place, t), low=t.number(low, 1),
                                         high=t.number(high, 1),
                                         known=t.percent(total["coverage"])),
    }  # fmt: skip


def stage(
    own: pd.DataFrame, dimensions: pd.DataFrame, stages: pd.DataFrame, t: Translator
) -> dict[str, Any]:
    """The stages as columns behind the dimensions, and how the weakest decides.

    Args:
        own: the scores of one municipality, indexed by dimension.
        dimensions: as `queries.dimensions` gives them.
        stages: as `queries.stages` gives them.
        t: the translator.
    """
    rows: dict[Any, Any] = own.loc[dimensions["id"]].to_dict("index")
    names = dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    total: Row = own.to_dict("index")["total"]
    limits = [*stages["threshold"], 100.0]
    weakest = min(rows, key=lambda id_: rows[id_]["documented"])
    lowest = min(rows, key=lambda id_: rows[id_]["possible"])
    return {
        "steps": [
            {"number": row["stage"], "name": t.pick(row, "name"), "left": float(start),
             "width": float(end - start)}
            for row, start, end in zip(stages.to_dict("records"), limits, limits[1:], strict=False)
        ],
        "says": t("Den svagest dokumenterede dimension er {low_name} med {low} point, altså trin "
                  "{low_stage}. Var alt ukendt opfyldt, ville {high_name} være lavest med {high} "
                  "point, altså trin {high_stage}. Derfor står der: {said}.").format(
            low_name=names[weakest], low=t.number(rows[weakest]["documented"], 1),
            low_stage=int(total["stage_low"]), high_name=names[lowest],
            high=t.number(rows[lowest]["possible"], 1), high_stage=int(total["stage_high"]),
            said=stage_text(total, stages, t)),
    }  # fmt: skip


def rank(own: pd.DataFrame, place: Row, minimum_share: float, t: Translator) -> dict[str, Any]:
    """The rank with its band as numbered cells, or why there is none.

    Args:
        own: the scores of one municipality, indexed by dimension.
        place: its row of `queries.municipalities`.
        minimum_share: the coverage that a rank needs.
        t: the translator.
    """
    total: Row = own.to_dict("index")["total"]
    if pd.isna(total["rank"]):
        none = t("{name} har ingen placering: {known} er kendt i gennemsnit af de tre dimensioner, "
                 "og det skal være mindst {share}.")  # fmt: skip
        return {"cells": [], "says": none.format(
            name=place["name"], known=share_known(total["coverage"], minimum_share, t),
            share=t.percent(minimum_share))}  # fmt: skip
    low, high = band(total["band_low"], total["band_high"])
    number, ranked = int(total["rank"]), int(total["ranked"])
    said = t("{whose} midtpunkt på {middle} er nr. {rank} af de {ranked} kommuner, der er kendt "
             "nok (orange). Det er regnet ud {draws} gange med tilfældige vægte og tilfældige "
             "svar på det ukendte, og i ni ud af ti af dem ligger kommunen mellem nr. {low} og "
             "nr. {high} (blå).")  # fmt: skip
    return {
        "cells": [
            {"number": n, "kind": "own" if n == number else "band" if low <= n <= high else ""}
            for n in range(1, ranked + 1)
        ],
        "says": said.format(whose=whose(place, t), middle=t.number(total["midpoint"], 1),
                            rank=number, ranked=ranked, draws=t.number(DRAWS), low=low,
                            high=high),
    }  # fmt: skip
