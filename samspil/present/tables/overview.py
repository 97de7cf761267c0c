"""The country: every municipality with its scores."""

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.tables.ranks import midpoints, rank_columns
from samspil.present.wording import stage_text


def municipalities(
    scores: pd.DataFrame, dimensions: pd.DataFrame, stages: pd.DataFrame, t: Translator
) -> pd.DataFrame:
    """Every municipality with its scores (points), coverage (per cent), stage and rank.

    Args:
        scores: as `queries.scores` gives them.
        dimensions: as `queries.dimensions` gives them.
        stages: as `queries.stages` gives them.
        t: the translator.
    """
    wide = scores.pivot(index="code", columns="dimension", values="documented")
    total = scores[scores["dimension"] == "total"].set_index("code")
    table = pd.DataFrame({t("Kode"): total.index, t("Kommune"): total["name"]}, index=total.index)
    table[t("Dokumenteret i alt")] = total["documented"].round(1)
    for dimension in dimensions.to_dict("records"):
        name = t("Dokumenteret: {name}").format(name=t.pick(dimension, "name").lower())
        table[name] = wide[dimension["id"]].round(1)
    table[t("Muligt i alt")] = total["possible"].round(1)
    table[t("Midtpunkt")] = midpoints(total).round(1)
    table[t("Kendt, %")] = (100 * total["coverage"]).round(1)
    table[t("Trin")] = [stage_text(row, stages, t) for row in total.to_dict("records")]
    return table.join(rank_columns(total, t))


def every_dimension(scores: pd.DataFrame, dimensions: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Every municipality in total and in every dimension, a row each: points and per cent known.

    Args:
        scores: as `queries.scores` gives them.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    names = {"total": t("I alt")}
    names |= dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    order = pd.Series(range(len(names)), index=list(names))
    places = pd.Series(range(scores["code"].nunique()), index=scores["code"].unique())
    rows = scores[scores["dimension"].isin(names)]
    rows = rows.assign(place=rows["code"].map(places), part=rows["dimension"].map(order))
    rows = rows.sort_values(["place", "part"])
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Dimension"): rows["dimension"].map(names),
            t("Dokumenteret"): rows["documented"].round(1),
            t("Midtpunkt"): midpoints(rows).round(1),
            t("Muligt"): rows["possible"].round(1),
            t("Kendt, %"): (100 * rows["coverage"]).round(1),
        }
    )


def distribution(total: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """How much is documented (points) and known (share) in each municipality.

    Args:
        total: the rows of `queries.scores` on the total.
        t: the translator.
    """
    table = total[["code", "name", "documented", "coverage"]].round(3)
    table.columns = [t("Kode"), t("Kommune"), t("Dokumenteret i alt"), t("Kendt (andel)")]
    return table
