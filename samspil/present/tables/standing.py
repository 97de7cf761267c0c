"""A municipality against others."""

from collections.abc import Mapping

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.wording import level_name, reason_text, share_text


def against_groups(
    name: str,
    rows: pd.DataFrame,
    titles: Mapping[str, str],
    dimensions: pd.DataFrame,
    t: Translator,
) -> pd.DataFrame:
    """What is documented (points) against each group, the total first, then every dimension.

    Args:
        name: of the municipality, which heads its column.
        rows: as `benchmark.standing` gives them.
        titles: what each group is called, by its id.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    names = {"total": t("I alt")}
    names |= dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    order = pd.Series(range(len(names)), index=list(names))
    rows = rows.sort_values("dimension", key=lambda ids: ids.map(order), kind="stable")
    return pd.DataFrame(
        {
            t("Dimension"): rows["dimension"].map(names),
            t("Sammenlignet med"): rows["group_id"].map(titles),
            t("Kommuner"): rows["members"],
            name: rows["documented"].round(1),
            t("Gruppens median"): rows["median"].astype(float).round(1),
            t("Nedre kvartil"): rows["q1"].astype(float).round(1),
            t("Øvre kvartil"): rows["q3"].astype(float).round(1),
            t("Kendt i gruppen, %"): (100 * rows["median_coverage"].astype(float)).round(0),
            t("Percentil"): rows["percentile"].astype(float).round(0),
            t("Bemærk"): [reason_text(reason, t) for reason in rows["reason"]],
        }
    )


def gaps(name: str, rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Every criterion, and how many in the group meet it.

    Args:
        name: of the municipality, which heads the column of its own levels.
        rows: as `benchmark.gaps` gives them.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("Kriterium"): t.texts(rows, "name"),
            name: [level_name(level, t) for level in rows["level"]],
            t("Opfyldt i gruppen"): [share_text(share, t) for share in rows["share_met"]],
            t("Kendt i gruppen"): rows["known"],
        }
    )
