"""All that a figure's table is a part of, for a reader who wants the whole of it in one file.

A figure on one municipality, group, year or criterion names one of these; each is made only when a
reader asks for it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from samspil.analysis import documentation, trends
from samspil.analysis.moved import CRITERION, moved
from samspil.present.corrected import noted, settled
from samspil.present.export import file_stem
from samspil.present.figures.cells import describe
from samspil.present.i18n import Translator
from samspil.present.tables import evidence, overview
from samspil.present.tables import trends as tables
from samspil.present.vocabulary import Vocabulary
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse


@dataclass(frozen=True)
class Whole:
    """A whole table.

    stem: its file name, without ending. title: what it holds. rows: gives it from a build, under
    the headings that readers see. terms: what else they depend on, such as a reader's weights.
    """

    stem: str
    title: str
    rows: Callable[[Warehouse], pd.DataFrame]
    terms: tuple = ()


def scores(t: Translator) -> Whole:
    """Every municipality in total and in every dimension, in the newest year."""

    def rows(house: Warehouse) -> pd.DataFrame:
        found = queries.scores(house, house.build.newest_year)
        return overview.every_dimension(found, queries.dimensions(house), t)

    return Whole(file_stem("point"), t("Alle kommuner, i alt og i hver dimension"), rows)


def cells(t: Translator) -> Whole:
    """Every municipality and criterion, in the newest year."""

    def rows(house: Warehouse) -> pd.DataFrame:
        year = house.build.newest_year
        found, places = documentation.cells(house, year), documentation.places(house, year)
        return evidence.cells(describe(found, places, queries.criteria(house), t, group=""), t)

    return Whole(file_stem("vurderinger"), t("Alle kommuner og alle kriterier"), rows)


def years(t: Translator) -> Whole:
    """Every municipality in every year, by dated evidence."""

    def rows(house: Warehouse) -> pd.DataFrame:
        found, places = trends.developments(house, "name"), queries.municipalities(house)
        codes = dict(zip(places["name"], places["code"], strict=True))
        order = {name: number for number, name in enumerate(codes)}
        found = found.sort_values("group", key=lambda names: names.map(order), kind="stable")
        table = tables.developments(found, {name: name for name in codes}, t)
        table = table.rename(columns={t("Gruppe"): t("Kommune")})
        table.insert(0, t("Kode"), found["group"].map(codes))
        return table

    return Whole(file_stem("alle-aar"), t("Alle kommuner, år for år"), rows)


def criteria_by_year(t: Translator) -> Whole:
    """Every criterion in every year, by dated evidence."""

    def rows(house: Warehouse) -> pd.DataFrame:
        return tables.criteria(trends.criteria_by_year(house), queries.criteria(house), t)

    return Whole(file_stem("kriterier-alle-aar"), t("Alle kriterier, år for år"), rows)


def criteria_moved(t: Translator) -> Whole:
    """Every criterion, compared with every earlier year."""

    def rows(house: Warehouse) -> pd.DataFrame:
        criteria = queries.criteria(house)
        names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
        return tables.moved_since(moved(house, CRITERION), names, t("Kriterium"), t)

    title = t("Alle kriterier, sammenlignet med hvert tidligere år")
    return Whole(file_stem("kriterier-siden-hvert-aar"), title, rows)


def regions_moved(t: Translator) -> Whole:
    """Every region, compared with every earlier year."""

    def rows(house: Warehouse) -> pd.DataFrame:
        words = Vocabulary(queries.vocabulary(house), t.language)
        found = moved(house, "region")
        names = {region: words.group(region) for region in found["group"]}
        return tables.moved_since(found, names, t("Region"), t)

    title = t("Alle regioner, sammenlignet med hvert tidligere år")
    return Whole(file_stem("regioner-siden-hvert-aar"), title, rows)


def published(t: Translator) -> Whole:
    """Every published national figure."""

    def rows(house: Warehouse) -> pd.DataFrame:
        words = Vocabulary(queries.vocabulary(house), t.language)
        return tables.national(trends.published(house), words, t)

    return Whole(file_stem("landstal"), t("Offentliggjorte landstal"), rows)


def records(corrected: pd.DataFrame, t: Translator) -> Whole:
    """Every reading, those of a release with what was corrected since.

    Args:
        corrected: as `corrected_since` gives it; may be empty.
        t: the translator.
    """

    def rows(house: Warehouse) -> pd.DataFrame:
        return evidence.records(noted(queries.records(house), corrected, t, name="id"), t)

    title = t("Alle oplysninger bag vurderingerne")
    return Whole(file_stem("oplysninger"), title, rows, settled(corrected))
