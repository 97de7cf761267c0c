"""The ranking by a reader's own weights."""

import pandas as pd

from samspil.present.figures.ranking import Driver
from samspil.present.i18n import Translator
from samspil.present.ranking import move_text
from samspil.present.tables.ranks import midpoints, rank_columns
from samspil.present.wording import stage_text


def ranking(
    rows: pd.DataFrame,
    scores: pd.DataFrame,
    equal: pd.DataFrame,
    t: Translator,
    *,
    dimensions: pd.DataFrame,
    stages: pd.DataFrame,
    own_terms: str,
) -> pd.DataFrame:
    """Every municipality with rank, scores (points) and coverage (per cent).

    Args:
        rows: the municipalities shown, in order: rows of `scores` on the total.
        scores: as `ranking.ranking` gives them.
        equal: the total of the ranking by equal weights, of every municipality.
        t: the translator.
        dimensions: as `queries.dimensions` gives them.
        stages: as `queries.stages` gives them.
        own_terms: what the reader changed, in words; a column tells it where anything was.
    """
    parts = scores.pivot(index="code", columns="dimension", values="documented")
    old = rows["code"].map(equal.set_index("code")["rank"])
    table = pd.DataFrame({t("Kode"): rows["code"], t("Kommune"): rows["name"]})
    table = table.join(rank_columns(rows, t))
    table[t("I forhold til lige vægte")] = [
        move_text(a, b, t) for a, b in zip(old, rows["rank"], strict=True)
    ]
    table[t("Dokumenteret i alt")] = rows["documented"].round(1)
    for dimension in dimensions.to_dict("records"):
        if dimension["id"] in parts:
            name = t("Dokumenteret: {name}").format(name=t.pick(dimension, "name").lower())
            table[name] = rows["code"].map(parts[dimension["id"]]).round(1)
    table[t("Midtpunkt")] = midpoints(rows).round(1)
    table[t("Muligt i alt")] = rows["possible"].round(1)
    table[t("Kendt, %")] = (100 * rows["coverage"]).round(1)
    table[t("Trin")] = [stage_text(row, stages, t) for row in rows.to_dict("records")]
    table[t("Beregninger med placering i øverste fjerdedel, %")] = (
        100 * rows["p_top"].astype(float)
    ).round(0)
    table[t("Beregninger med placering i nederste fjerdedel, %")] = (
        100 * rows["p_bottom"].astype(float)
    ).round(0)
    if own_terms:
        table[t("Egne valg")] = own_terms
    return table


def unranked(
    rows: pd.DataFrame, lacking: pd.Series, minimum_share: float, t: Translator
) -> pd.DataFrame:
    """The municipalities without a rank: documented (points), known (per cent), and what lacks.

    Args:
        rows: rows on the total; those with most documented come first.
        lacking: as `samspil.analysis.lacking` gives it.
        minimum_share: the coverage that a rank asks for.
        t: the translator.
    """
    without = rows[rows["rank"].isna()].sort_values("documented", ascending=False, kind="stable")
    lacks = t("Kriterier, der mangler til {share}").format(share=t.percent(minimum_share))
    return pd.DataFrame(
        {
            t("Kommune"): without["name"],
            t("Dokumenteret"): without["documented"].round(1),
            t("Kendt, %"): (100 * without["coverage"]).round(1),
            lacks: without["code"].map(lacking).astype("Int64"),
            t("Kode"): without["code"],
        }
    )


def drivers(found: tuple[Driver, ...], t: Translator) -> pd.DataFrame:
    """What moves the ranks, and by how many places on average."""
    return pd.DataFrame(
        {
            t("Ligger fast"): [row.name for row in found],
            t("Pladser i gennemsnit"): [round(row.places, 1) for row in found],
        }
    )
