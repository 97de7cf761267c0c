"""Udvikling: what has moved since a year, and where the data cannot say."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components import address
from components.figure import canvas, figure, footer, markup, table, words
from components.state import ask, chosen_municipality, once, translate, vocabulary, warehouse
from components.text import plain, show
from samspil.analysis import moved, trends
from samspil.present import whole
from samspil.present.address import PARAMETERS
from samspil.present.citation import Words
from samspil.present.export import file_stem
from samspil.present.figures.moved import Change, Moved, criteria_moved, parts_moved
from samspil.present.figures.panels import panels
from samspil.present.groups import COUNTRY, Part, parts_of_country
from samspil.present.i18n import Translator
from samspil.present.plot.lines import count_lines, development_lines, series_line
from samspil.present.plot.moved import moved_rows
from samspil.present.plot.panels import small_multiples
from samspil.present.sentences import trends as sentences
from samspil.present.tables import trends as tables
from samspil.present.vocabulary import UNIT
from samspil.present.whole import Whole
from samspil.warehouse import queries

OWN = "kommunen"


def stem(*parts: str) -> str:
    """A file name with the date of the build."""
    return file_stem("udvikling", *parts, warehouse().build.built_at.date())


def chosen_year(t: Translator) -> int:
    """The earlier year that everything is compared with."""
    newest = warehouse().build.newest_year
    years = {str(year): str(year) for year in range(moved.FIRST_BASE, newest)}
    label = t("Sammenlign {year} med").format(year=newest)
    return int(address.segments(label, years, "fra", usual=str(ask(moved.usual_base))))


def of_base(by: str, base: int) -> pd.DataFrame:
    """What has moved since the year, by criterion or part of the country."""
    rows = ask(moved.moved, by)
    return rows[rows["base"] == base]


def moved_figure(
    shown: Moved,
    wording: Words,
    columns: Sequence[Sequence[Change]],
    about: str,
    *,
    key: str,
    stem: str,
    t: Translator,
    everything: Whole,
) -> None:
    """What has moved, a row for each of what `about` names, side by side in so many columns."""
    markup(
        "moved",
        wording,
        tables.moved(shown, about, t),
        key=key,
        stem=stem,
        drawn=lambda: moved_rows(shown, wording, t),
        whole=everything,
        figure=shown,
        columns=columns,
        about=about,
        change=t("Ændring"),
        label=wording.title,
    )


def which_criteria(base: int, t: Translator) -> None:
    """All criteria in one figure: the same cells then and now, or why that cannot be told."""
    newest, dimensions = warehouse().build.newest_year, ask(queries.dimensions)
    rows, criteria = of_base(moved.CRITERION, base), ask(queries.criteria)
    shown = criteria_moved(rows, criteria, dimensions, (base, newest), t)
    rule = sentences.criteria_rule(shown, trends.COUNTRY_CELLS, t)
    wording = words(sentences.criteria_moved(shown, t), rule, dated=True)
    moved_figure(
        shown, wording, shown.halves, t("Kriterium"), key="kriterier_flyttet",
        stem=stem("kriterier", f"siden-{base}"), t=t, everything=whole.criteria_moved(t),
    )  # fmt: skip


def which_regions(base: int, t: Translator) -> None:
    """The regions in one figure, under the country."""
    rows, newest = of_base("region", base), warehouse().build.newest_year
    country = of_base(moved.COUNTRY, base).iloc[0].to_dict()
    names = {region: vocabulary().group(region) for region in rows["group"]}
    shown = parts_moved(rows, country, names, (base, newest), t)
    rule = sentences.parts_rule(shown, trends.GROUP_CELLS, trends.COUNTRY_CELLS, t)
    wording = words(sentences.parts_moved(shown, t), rule, dated=True)
    moved_figure(
        shown, wording, [shown.rows], t("Region"), key="regioner_flyttet",
        stem=stem("regioner", f"siden-{base}"), t=t, everything=whole.regions_moved(t),
    )  # fmt: skip


def year_by_year(t: Translator) -> None:
    """Small pictures of the regions or kommunegrupper, the chosen municipality in one of its own."""
    st.header(t("År for år"), anchor=False)
    field = address.segments(
        t("Vis"), {"region": t("Regioner"), "kommunegruppe": t("Kommunegrupper")}, "dele"
    )
    rows, places = ask(trends.developments, field), ask(queries.municipalities)
    names = {group: vocabulary().group(group) for group in rows["group"].unique()}
    country = ask(trends.development, tuple(places["code"]))
    last, own = (t("Hele landet"), country, False), chosen_municipality()
    if own:
        name = places.set_index("code").loc[own, "name"]
        last = name, ask(trends.development, (own,)), True
    shown = once(lambda _: panels(rows, country, names, last), "described", field, own, t.language)
    wording = words(
        sentences.spread(rows, names, t),
        sentences.panels_rule(trends.GROUP_CELLS, last[0] if own else "", t),
        dated=True,
    )
    with st.container(key="figure_panels", gap="small"):
        show("card", words=wording)
        for columns, width in ((3, "wide"), (2, "narrow")):
            with st.container(key=f"panels_{width}"):
                canvas(
                    once(lambda _, n=columns: small_multiples(shown, wording, t, columns=n),
                         "panels", field, own, columns, t.language),
                    key=f"panels_{columns}",
                    alt=wording.title,
                )  # fmt: skip
        footer(wording, tables.developments(rows, names, t), key="panels", stem=stem(field),
               drawn=lambda: small_multiples(shown, wording, t),
               whole=whole.years(t))  # fmt: skip


def chosen_group(t: Translator) -> tuple[str, tuple[str, ...]]:
    """The name and the codes of whom the reader follows."""
    parts = parts_of_country(ask(queries.municipalities), vocabulary(), t)
    own, first = chosen_municipality(), parts[COUNTRY]
    if own:
        place = ask(queries.municipalities).set_index("code").loc[own]
        parts = {COUNTRY: first, OWN: Part(place["name"], (own,))} | parts
    options = {id_: part.name for id_, part in parts.items()}
    chosen = address.choice(t("Vis udviklingen for"), options, "gruppe")
    return parts[chosen].name, parts[chosen].members


def documented(name: str, codes: tuple[str, ...], t: Translator) -> None:
    """Documented score and coverage by year."""
    st.header(t("Hvor meget er dokumenteret, år for år?"), anchor=False)
    everyone = len(ask(queries.municipalities))
    st.markdown(sentences.reservation(trends.minimum_cells(codes, everyone), t))
    rows = ask(trends.development_with_newest, codes)
    if not rows["drawn"].any():
        st.info(t("Kan ikke afgøres: For lidt er kendt i to år i træk."))
    wording = words(
        sentences.development(name, t),
        sentences.development_key(t),
        dated=True,
    )
    figure(
        once(lambda _: development_lines(rows, wording, t), "development", name, codes, t.language),
        wording,
        tables.development(rows, t),
        key="udvikling",
        stem=stem(name),
        alt=sentences.development_alt(t),
        whole=whole.years(t),
        embedded=len(codes) > 1,  # not the chosen municipality alone
    )


def same(name: str, codes: tuple[str, ...], base: int, t: Translator) -> None:
    """The same cells then and now."""
    st.header(t("De samme vurderinger, dengang og nu"), anchor=False)
    rows = ask(trends.same_cells, codes, base)
    if said := sentences.same_cells(rows, name, base, t):
        st.markdown(plain(said))
    else:
        st.info(t("Kan ikke afgøres: For få vurderinger er kendt i begge år."))
    title = t("{name}: de samme vurderinger, dengang og nu").format(name=name)
    table(
        tables.same_cells(rows, base, t),
        words(title, "", dated=True),
        key="samme",
        stem=stem(name, "samme-vurderinger"),
        whole=whole.regions_moved(t),
    )


def criterion(t: Translator) -> None:
    """Criterion by criterion: how many municipalities are known, and how many meet it."""
    st.header(t("Kriterium for kriterium"), anchor=False)
    criteria = ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    chosen = address.choice(t("Vælg kriterium"), names, "kriterium")
    rows = ask(trends.criterion_by_year, chosen)
    wording = words(
        names[chosen],
        sentences.criterion_key(t),
        dated=True,
    )
    columns = sentences.criterion_parts(t)
    figure(
        once(lambda _: count_lines(rows, columns, wording, t), "by_year", chosen, t.language),
        wording,
        tables.criterion(rows, t),
        key="kriterieaar",
        stem=stem(chosen),
        alt=sentences.criterion_alt(t),
        whole=whole.criteria_by_year(t),
    )


def national(t: Translator) -> None:
    """The published national series, which carry further back."""
    st.header(t("Hvad landstallene siger"), anchor=False)
    rows, named = ask(trends.published), vocabulary()
    lines = rows[rows["in_line"]]
    names = sentences.series_titles(lines, named)
    first = PARAMETERS["landstal"].default
    names = {first: names[first]} | names if first in names else names
    chosen = address.choice(t("Landstal"), names, "landstal")
    own = lines[lines["measure"] == chosen].sort_values("year")
    unit = named(UNIT, own["unit"].iloc[0])
    wording = words(
        names[chosen],
        sentences.series_end(int(own["year"].max()), unit, t),
        source=sentences.publishers(own, t),
    )
    figure(
        once(lambda _: series_line(own, wording, t), "series", chosen, t.language),
        wording,
        tables.national(own, named, t),
        key="landstal_figur",
        stem=stem(chosen),
        alt=sentences.series_alt(names[chosen], t),
        whole=whole.published(t),
    )
    with st.expander(t("Alle landstal, også dem uden år og dem for en del af landet")):
        title = t("Offentliggjorte landstal")
        columns = {
            t("Kilde"): st.column_config.LinkColumn(t("Kilde")),
            t("Værdi"): st.column_config.NumberColumn(format="localized"),  # its units are mixed
        }
        wording = words(title, "", source=sentences.national_source(t))
        table(
            tables.national(rows, named, t),
            wording,
            key="alle_landstal",
            stem=stem("landstal"),
            **columns,
        )


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Hvad har flyttet sig?"), anchor=False)
    base = chosen_year(t)
    which_criteria(base, t)
    which_regions(base, t)
    year_by_year(t)
    name, codes = chosen_group(t)
    documented(name, codes, t)
    same(name, codes, base, t)
    criterion(t)
    national(t)


main()
