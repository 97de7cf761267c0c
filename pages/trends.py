"""Udvikling: how the country, groups and municipalities move, and where the data cannot say."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, table, words
from components.state import ask, chosen_municipality, once, translate, vocabulary, warehouse
from components.text import plain
from samspil.analysis import trends
from samspil.present.address import PARAMETERS
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.lines import count_lines, development_lines, series_line
from samspil.present.sentences import trends as sentences
from samspil.present.tables import trends as tables
from samspil.present.vocabulary import UNIT
from samspil.warehouse import queries

COUNTRY, OWN = "landet", "kommunen"
FIRST_BASE = 2010


def stem(*parts: str) -> str:
    """A file name with the date of the build."""
    return file_stem("udvikling", *parts, warehouse().build.built_at.date())


def national(t: Translator) -> None:
    """The published national series, which carry further back."""
    st.header(t("Hvad landstallene siger"))
    rows, named = ask(trends.published), vocabulary()
    lines = rows[rows["in_line"]]
    keys = lines[["measure", "population"]].drop_duplicates()
    names = {
        measure: sentences.series_title(measure, population, named)
        for measure, population in keys.itertuples(index=False)
    }
    first = PARAMETERS["landstal"].default
    names = {first: names[first]} | names if first in names else names
    chosen = address.choice(t("Landstal"), names, "landstal")
    own = lines[lines["measure"] == chosen].sort_values("year")
    unit = named(UNIT, own["unit"].iloc[0])
    wording = words(
        names[chosen],
        t("I {unit}. Linjen springer år over, hvor kilderne ikke er enige.").format(
            unit=unit.removesuffix(".")
        ),
        source=t("de sider, der er nævnt i tabellen"),
    )
    figure(
        once(lambda _: series_line(own, wording, t), "series", chosen, t.language),
        wording,
        tables.national(own, named, t),
        key="landstal_figur",
        stem=stem(chosen),
        alt=t("{name}, år for år.").format(name=names[chosen]),
    )
    with st.expander(t("Alle landstal, også dem uden år og dem for en del af landet")):
        title = t("Offentliggjorte landstal")
        link = {t("Kilde"): st.column_config.LinkColumn(t("Kilde"))}
        wording = words(title, "", source=t("de sider, der er nævnt i tabellen"))
        table(tables.national(rows, named, t), wording, key="alle_landstal", stem=stem("landstal"),
              **link)  # fmt: skip


def chosen_group(t: Translator) -> tuple[str, tuple[str, ...]]:
    """The name and the codes of whom the reader follows."""
    places = ask(queries.municipalities)
    options = {COUNTRY: t("Hele landet")}
    if own := chosen_municipality():
        options[OWN] = places.set_index("code").loc[own, "name"]
    members, named = {COUNTRY: tuple(places["code"]), OWN: (own,)}, vocabulary()
    for field in ("kommunegruppe", "region", "landsdel"):
        for name, rows in places.groupby(field):
            options[name] = named.group(name)
            members[name] = tuple(rows["code"])
    chosen = address.choice(t("Vis udviklingen for"), options, "gruppe")
    return options[chosen], members[chosen]


def with_newest(rows: pd.DataFrame, codes: tuple[str, ...]) -> pd.DataFrame:
    """The rows with the newest year's mean, undated evidence included, as a figure of its own."""
    scores = ask(queries.scores, warehouse().build.newest_year)
    own = scores[(scores["dimension"] == "total") & scores["code"].isin(codes)]
    newest = rows["year"] == warehouse().build.newest_year
    return rows.assign(newest=own["documented"].mean()).assign(
        newest=lambda frame: frame["newest"].where(newest)
    )


def documented(name: str, codes: tuple[str, ...], t: Translator) -> None:
    """Documented score and coverage by year."""
    st.header(t("Hvor meget er dokumenteret, år for år?"))
    everyone = len(ask(queries.municipalities))
    st.markdown(sentences.reservation(trends.minimum_cells(codes, everyone), t))
    rows = with_newest(ask(trends.development, codes), codes)
    if not rows["drawn"].any():
        st.info(t("Kan ikke afgøres: For lidt er kendt i to år i træk."))
    wording = words(
        t("{name}: dokumenteret og kendt").format(name=name),
        t("Gennemsnit af kommunerne. Ring: det nyeste år, når kilder uden årstal tæller med."),
    )
    figure(
        once(lambda _: development_lines(rows, wording, t), "development", name, codes, t.language),
        wording,
        tables.development(rows, t),
        key="udvikling",
        stem=stem(name),
        alt=t("To linjer, år for år: dokumenterede point og andel kendt."),
    )


def same(name: str, codes: tuple[str, ...], t: Translator) -> None:
    """The same cells then and now."""
    st.header(t("De samme vurderinger, dengang og nu"))
    newest = warehouse().build.newest_year
    years = {str(year): str(year) for year in range(2015, newest)}
    years |= {str(year): str(year) for year in range(FIRST_BASE, 2015)}
    base = int(address.choice(t("Sammenlign med"), years, "fra"))
    rows = ask(trends.same_cells, codes, base)
    if said := sentences.same_cells(rows, name, base, t):
        st.markdown(plain(said))
    else:
        st.info(t("Kan ikke afgøres: For få vurderinger er kendt i begge år."))
    title = t("{name}: de samme vurderinger, dengang og nu").format(name=name)
    table(
        tables.same_cells(rows, base, t),
        words(title, ""),
        key="samme",
        stem=stem(name, "samme-vurderinger"),
    )


def criterion(t: Translator) -> None:
    """Criterion by criterion: how many municipalities are known, and how many meet it."""
    st.header(t("Kriterium for kriterium"))
    criteria = ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    chosen = address.choice(t("Vælg kriterium"), names, "kriterium")
    rows = ask(trends.criterion_by_year, chosen)
    wording = words(
        names[chosen],
        t(
            "Antal kommuner efter kilder med årstal. Vokser begge tal, skyldes det, at "
            "mere er dokumenteret."
        ),
    )
    columns = [("met", t("opfyldt")), ("partly", t("delvist opfyldt")), ("known", t("kendt"))]
    figure(
        once(lambda _: count_lines(rows, columns, wording, t), "by_year", chosen, t.language),
        wording,
        tables.criterion(rows, t),
        key="kriterieaar",
        stem=stem(chosen),
        alt=t("År for år: hvor mange kommuner der opfylder kriteriet, og hvor mange der er kendt."),
    )


def small_multiples(t: Translator) -> None:
    """One small picture for each kommunegruppe."""
    st.header(t("Kommunegruppe for kommunegruppe"))
    places = ask(queries.municipalities)
    for group, members in places.groupby("kommunegruppe"):
        name, codes = vocabulary().group(group), tuple(members["code"])
        rows = ask(trends.development, codes)
        wording = words(
            t("{name}: dokumenteret og kendt").format(name=name),
            t("Gennemsnit af {n} kommuner, kilder med årstal.").format(n=len(codes)),
        )
        figure(
            once(lambda _, rows=rows, wording=wording: development_lines(rows, wording, t),
                 "small", group, t.language),
            wording,
            tables.development_in_short(rows, t),
            key=f"gruppe_{group}",
            stem=stem(name),
            alt=t("To linjer, år for år: dokumenterede point og andel kendt."),
        )  # fmt: skip


def main() -> None:
    """The page."""
    t = translate()
    st.title(t("Udvikling"))
    national(t)
    name, codes = chosen_group(t)
    documented(name, codes, t)
    same(name, codes, t)
    criterion(t)
    small_multiples(t)


main()
