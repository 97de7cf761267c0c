"""How things move over the years: published figures, scores, the same cells, one criterion."""

from collections.abc import Mapping
from dataclasses import asdict

import pandas as pd

from samspil.present.figures.moved import Moved
from samspil.present.i18n import Translator
from samspil.present.vocabulary import MEASURE, POPULATION, UNIT, Vocabulary


def national(rows: pd.DataFrame, words: Vocabulary, t: Translator) -> pd.DataFrame:
    """Published figures with who was asked, and where they come from.

    Args:
        rows: as `trends.published` gives them.
        words: for measures, units and populations.
        t: the translator.
    """
    said = [
        ", ".join(filter(None, [t("kilderne er uenige") if row["disputed"] else "",
                                t("afledt") if row["derived"] else ""]))
        for row in rows.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(
        {
            t("Tal"): [words(MEASURE, term) for term in rows["measure"]],
            t("År"): rows["year"],
            t("Værdi"): rows["value"],
            t("Enhed"): [words(UNIT, term) for term in rows["unit"]],
            t("Hvem tallet gælder"): [words(POPULATION, term) for term in rows["population"]],
            t("Bemærk"): said,
            t("Note"): t.texts(rows, "note"),
            t("Kilde"): rows["source_url"],
        }
    )


def development(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Documented (points) and known (per cent) of a group, year by year.

    Args:
        rows: as `trends.development` gives them, and newest (the mean of the newest year with
            undated evidence; NA in other years).
        t: the translator.
    """
    drawn = [t("ja") if drawn else t("kan ikke afgøres") for drawn in rows["drawn"]]
    return pd.DataFrame(
        {
            t("År"): rows["year"],
            t("Dokumenteret"): rows["documented"].round(1),
            t("Kendt, %"): (100 * rows["coverage"]).round(1),
            t("Vurderinger kendt i begge år"): rows["shared"],
            t("Forbundet med året før"): drawn,
            t("Med kilder uden årstal"): rows["newest"].astype("Float64").round(1),
        }
    )


def developments(rows: pd.DataFrame, names: Mapping[str, str], t: Translator) -> pd.DataFrame:
    """Documented (points) and known (per cent) of several groups, year by year.

    Args:
        rows: as `trends.developments` gives them.
        names: what readers call each group.
        t: the translator.
    """
    table = development(rows.assign(newest=None), t).drop(columns=t("Med kilder uden årstal"))
    table.insert(0, t("Gruppe"), [names[group] for group in rows["group"]])
    return table


def moved(figure: Moved, about: str, t: Translator) -> pd.DataFrame:
    """What has moved, in the order of the figure; points only where it can be told.

    Args:
        figure: what is drawn.
        about: the heading of the first column.
        t: the translator.
    """
    rows = pd.DataFrame([asdict(row) for row in figure.rows])
    points = rows[["before", "after", "change"]].astype("Float64").round(1)
    return pd.DataFrame(
        {
            about: rows["name"],
            t("Vurderinger kendt i begge år"): rows["shared"],
            t("Point i {year}").format(year=figure.base): points["before"],
            t("Point i {year}").format(year=figure.newest): points["after"],
            t("Ændring"): points["change"],
            t("Steget"): rows["risen"],
            t("Faldet"): rows["fallen"],
            t("Bemærk"): rows["says"].where(rows["change"].isna(), ""),
        }
    )


def moved_since(
    rows: pd.DataFrame, names: Mapping[str, str], about: str, t: Translator
) -> pd.DataFrame:
    """What has moved since each earlier year; points only where it can be told.

    Args:
        rows: as `moved.moved` gives them.
        names: what readers call each group.
        about: the heading of the first column.
        t: the translator.
    """
    points = rows[["before", "after", "change"]].astype("Float64").round(1)
    return pd.DataFrame(
        {
            about: rows["group"].map(names),
            t("Sammenlignet med år"): rows["base"],
            t("Vurderinger kendt i begge år"): rows["shared"],
            t("Point dengang"): points["before"],
            t("Point nu"): points["after"],
            t("Ændring"): points["change"],
            t("Steget"): rows["risen"],
            t("Faldet"): rows["fallen"],
        }
    )


def same_cells(rows: pd.DataFrame, base: int, t: Translator) -> pd.DataFrame:
    """The same cells then and now, in points where it can be decided.

    Args:
        rows: as `trends.same_cells` gives them.
        base: the year that is compared with.
        t: the translator.
    """

    def points(means: pd.Series) -> list[str]:
        undecided = t("kan ikke afgøres")
        return [undecided if pd.isna(mean) else t.number(mean, 1) for mean in means]

    return pd.DataFrame(
        {
            t("År"): rows["year"],
            t("Vurderinger kendt i begge år"): rows["shared"],
            t("Point i {year}").format(year=base): points(rows["mean_before"]),
            t("Point i året"): points(rows["mean_after"]),
            t("Steget"): rows["risen"],
            t("Faldet"): rows["fallen"],
        }
    )


def criterion(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """How many municipalities are known and meet a criterion, year by year.

    Args:
        rows: as `trends.criterion_by_year` gives them.
        t: the translator.
    """
    table = rows[["year", "known", "met", "partly"]].copy()
    table.columns = [t("År"), t("Kendt"), t("Opfyldt"), t("Delvist opfyldt")]
    return table


def criteria(rows: pd.DataFrame, criteria: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """How many municipalities are known and meet each criterion, year by year.

    Args:
        rows: as `trends.criteria_by_year` gives them.
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    table = criterion(rows, t)
    table.insert(0, t("Kriterium"), rows["criterion"].map(names))
    return table
