"""The evidence: every reading, what is not known, how old it is, where it disagrees."""

import pandas as pd

from samspil.present.corrected import NOTICE
from samspil.present.figures.cells import Cells, mark_text, said
from samspil.present.i18n import Translator
from samspil.present.links import state_name
from samspil.present.wording import level_name, level_symbol, source_kind_name, year_name


def records(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Readings with their sources.

    Args:
        rows: as `queries.records` gives them, and NOTICE where `noted` added it; a column tells of
            it where there is any, and of the addresses where one of them was ever asked.
        t: the translator.
    """
    notices = rows.get(NOTICE, pd.Series(dtype=str))
    states = [state_name(state, t) for state in rows["link_state"]]
    return pd.DataFrame(
        {
            t("Kode"): rows["code"],
            t("Kommune"): rows["name"],
            t("Kriterium"): t.texts(rows, "criterion"),
            t("Vurdering"): [level_name(level, t) for level in rows["level"]],
            **({t("Rettet siden"): notices} if notices.any() else {}),
            t("År"): [year_name(year, t) for year in rows["year"]],
            t("Note"): t.texts(rows, "note"),
            t("Kilde"): rows["source_url"],
            t("Kildetype"): [source_kind_name(kind, t) for kind in rows["source_kind"]],
            t("Afgør vurderingen"): [t("ja") if counts else t("nej") for counts in rows["counts"]],
            t("Usikkert"): t.texts(rows, "caveat"),
            **({t("Adressen"): states} if rows["link_state"].notna().any() else {}),
            t("Læst"): rows["retrieved_on"].dt.strftime("%Y-%m-%d"),
            "id": rows["id"],
        }
    )


def cells(figure: Cells, t: Translator) -> pd.DataFrame:
    """Every cell of the picture, one a row, in its order.

    Args:
        figure: as `samspil.present.figures.cells` describes it.
        t: the translator.
    """
    meanings = said(t)
    pairs = [
        (place, criterion, mark)
        for place, marks in zip(figure.places, figure.marks, strict=True)
        for criterion, mark in zip(figure.criteria, marks, strict=True)
    ]
    return pd.DataFrame(
        {
            t("Kode"): [place.code for place, _, _ in pairs],
            t("Kommune"): [place.name for place, _, _ in pairs],
            t("Kriterium"): [criterion.name for _, criterion, _ in pairs],
            t("Vurdering"): [level_name(mark.level if mark else pd.NA, t) for *_, mark in pairs],
            t("År"): pd.array([mark.year if mark else pd.NA for *_, mark in pairs], "Int64"),
            t("Cellen i ord"): [mark_text(mark, meanings) for *_, mark in pairs],
        }
    )


def matrix(cells: pd.DataFrame, criteria: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Municipality by criterion, each cell by its sign, with how many are not known.

    Args:
        cells: as `documentation.matrix` gives them.
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    levels = cells[list(names)]
    table = levels.map(level_symbol).rename(columns=names)
    table.insert(0, t("Kommune"), cells["name"])
    table.insert(1, t("Ikke kendt"), levels.isna().sum(axis=1))
    return table


def ages(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """How many readings speak of each year.

    Args:
        rows: as `documentation.ages` gives them.
        t: the translator.
    """
    labels = [year_name(year, t) for year in rows["year"]]
    return pd.DataFrame({t("År"): labels, t("Oplysninger"): rows["records"]})


def conflicts(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Cells whose sources disagree, and what the rules made of them.

    Args:
        rows: as `documentation.conflicts` gives them.
        t: the translator.
    """
    return pd.DataFrame(
        {
            t("Kommune"): rows["name"],
            t("Kriterium"): t.texts(rows, "criterion"),
            t("Oplysninger"): rows["records"],
            t("Laveste"): [level_name(level, t) for level in rows["lowest"]],
            t("Højeste"): [level_name(level, t) for level in rows["highest"]],
            t("Nyeste år"): [year_name(year, t) for year in rows["newest"]],
            t("Afgørelse"): [level_name(level, t) for level in rows["mark"]],
        }
    )
