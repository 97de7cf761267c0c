"""The criteria: one across the country, and all with their wording."""

from collections.abc import Sequence

import pandas as pd

from samspil.present.figures.criteria import Bar
from samspil.present.i18n import Row, Translator
from samspil.present.sentences.criteria import counted
from samspil.present.vocabulary import Vocabulary
from samspil.present.wording import age_text, level_name, origin_name, share_text


def overview(
    bars: list[Bar], dimensions: pd.DataFrame, published: pd.DataFrame, t: Translator
) -> pd.DataFrame:
    """How many municipalities stand at each level of every criterion, and what others counted.

    Args:
        bars: as `figures.criteria.bars` gives them; their order is kept.
        dimensions: as `queries.dimensions` gives them.
        published: as `queries.national_counts` gives them.
        t: the translator.
    """
    parts = dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    counts = published.to_dict("records")
    return pd.DataFrame(
        {
            t("Dimension"): [parts[bar.dimension] for bar in bars],
            t("Kriterium"): [bar.name for bar in bars],
            t("Opfyldt"): [bar.met for bar in bars],
            t("Delvist opfyldt"): [bar.partly for bar in bars],
            t("Ikke opfyldt"): [bar.not_met for bar in bars],
            t("Ikke kendt"): [bar.unknown for bar in bars],
            t("Offentliggjort tal"): [_published(bar.id, counts, t) for bar in bars],
        }
    )


def _published(criterion: str, counts: Sequence[Row], t: Translator) -> str:
    """The figures that others published on one criterion; empty where there is none."""
    said = t("{n} af {answered} ({year})")
    return "; ".join(
        said.format(n=counted(row, t), answered=row["answered"], year=row["year"])
        for row in counts
        if row["criterion"] == criterion
    )


def municipalities(levels: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Every municipality with its level on one criterion and the source of it.

    Args:
        levels: as `analysis.criteria.levels_of` gives them.
        t: the translator.
    """
    known = levels["level"].notna()
    records = levels.to_dict("records")
    return pd.DataFrame(
        {
            t("Kode"): levels["code"],
            t("Kommune"): levels["name"],
            t("Vurdering"): [level_name(row["level"], t) for row in records],
            t("År"): [age_text(row, t) if is_known else ""
                      for row, is_known in zip(records, known, strict=True)],
            t("Bemærk"): [t("følger af et andet kriterium") if row["implied"] is True else ""
                          for row in records],
            t("Note"): t.texts(levels, "note"),
            t("Kilde"): levels["source_url"],
        }
    )  # fmt: skip


def groups(rows: pd.DataFrame, words: Vocabulary, t: Translator) -> pd.DataFrame:
    """How common a criterion is by region, landsdel and kommunegruppe.

    Args:
        rows: as `analysis.criteria.by_group` gives them.
        words: name the groups.
        t: the translator.
    """
    kinds = {"country": t("Hele landet"), "region": t("Region"), "landsdel": t("Landsdel"),
             "kommunegruppe": t("Kommunegruppe")}  # fmt: skip
    return pd.DataFrame(
        {
            t("Gruppe"): rows["grouping"].map(kinds),
            t("Navn"): [words.group(name) for name in rows["name"]],
            t("Kommuner"): rows["members"],
            t("Kendt"): rows["known"],
            t("Opfyldt"): rows["met"],
            t("Opfyldt, andel af de kendte"): [share_text(share, t) for share in rows["share_met"]],
        }
    )


def codebook(criteria: pd.DataFrame, dimensions: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Every criterion with its question, levels, origin and weight.

    Args:
        criteria: as `queries.criteria` gives them.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    names = dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    return pd.DataFrame(
        {
            t("Dimension"): criteria["dimension"].map(names),
            t("Kriterium"): t.texts(criteria, "name"),
            t("Spørgsmål"): t.texts(criteria, "question"),
            t("Opfyldt"): t.texts(criteria, "level2"),
            t("Delvist opfyldt"): t.texts(criteria, "level1"),
            t("Ikke opfyldt"): t.texts(criteria, "level0"),
            t("Hvor kriteriet kommer fra"): [
                origin_name(origin, t) for origin in criteria["origin"]
            ],
            t("Vægt"): criteria["weight"],
        }
    )
