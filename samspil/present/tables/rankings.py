"""The ranking by a reader's own weights."""

import pandas as pd

from samspil.model.ranking import UNKNOWNS, WEIGHTS
from samspil.present.i18n import Translator
from samspil.present.wording import rank_text, stage_text


def ranking(
    rows: pd.DataFrame,
    scores: pd.DataFrame,
    equal: pd.DataFrame,
    t: Translator,
    *,
    dimensions: pd.DataFrame,
    stages: pd.DataFrame,
) -> pd.DataFrame:
    """Every municipality with rank, scores (points) and coverage (per cent).

    Args:
        rows: the municipalities shown, in order: rows of `scores` on the total.
        scores: as `ranking.ranking` gives them.
        equal: the total of the ranking by equal weights, of every municipality.
        t: the translator.
        dimensions: as `queries.dimensions` gives them.
        stages: as `queries.stages` gives them.
    """
    records = rows.to_dict("records")
    parts = scores.pivot(index="code", columns="dimension", values="documented")
    old = rows["code"].map(equal.set_index("code")["rank"])
    table = pd.DataFrame({t("Kode"): rows["code"], t("Kommune"): rows["name"]})
    table[t("Placering")] = [rank_text(row, t) for row in records]
    table[t("I forhold til lige vægte")] = [
        _move(a, b, t) for a, b in zip(old, rows["rank"], strict=True)
    ]
    table[t("Dokumenteret i alt")] = rows["documented"].round(1)
    for dimension in dimensions.to_dict("records"):
        if dimension["id"] in parts:
            name = t("Dokumenteret: {name}").format(name=t.pick(dimension, "name").lower())
            table[name] = rows["code"].map(parts[dimension["id"]]).round(1)
    table[t("Midtpunkt")] = rows["midpoint"].round(1)
    table[t("Muligt i alt")] = rows["possible"].round(1)
    table[t("Kendt, %")] = (100 * rows["coverage"]).round(1)
    table[t("Trin")] = [stage_text(row, stages, t) for row in records]
    table[t("Beregninger med placering i øverste fjerdedel, %")] = (
        100 * rows["p_top"].astype(float)
    ).round(0)
    table[t("Beregninger med placering i nederste fjerdedel, %")] = (
        100 * rows["p_bottom"].astype(float)
    ).round(0)
    return table


def _move(before: float, after: float, t: Translator) -> str:
    """How a rank differs from that by equal weights, all else being the same."""
    if pd.isna(before) and pd.isna(after):
        return ""
    if pd.isna(before):
        return t("ny på listen")
    if pd.isna(after):
        return t("ikke længere på listen")
    if before == after:
        return t("samme")
    places = int(abs(before - after))
    return (t("{n} op") if after < before else t("{n} ned")).format(n=places)


def drivers(rows: pd.DataFrame, criteria: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """What moves the ranks, and by how many places on average.

    Args:
        rows: as `ranking.ranking_drivers` gives them.
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    names |= {WEIGHTS: t("Alle vægte samtidig"), UNKNOWNS: t("Alt ukendt samtidig")}
    return pd.DataFrame(
        {
            t("Ligger fast"): rows["driver"].map(names),
            t("Pladser i gennemsnit"): rows["places"].round(2),
        }
    )
