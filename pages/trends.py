"""Udvikling: how the country, groups and municipalities move, and where the data cannot say."""

import pandas as pd
import streamlit as st

from components import address
from components.figure import figure, table, words
from components.state import ask, chosen_municipality, once, translate, warehouse
from components.text import plain
from samspil.analysis import trends
from samspil.analysis.benchmark import group_name
from samspil.present.export import file_stem
from samspil.present.i18n import Translator
from samspil.present.plot.lines import count_lines, development_lines, series_line
from samspil.present.vocabulary import MEASURES, POPULATIONS, UNITS, national_word
from samspil.warehouse import queries

COUNTRY, OWN = "landet", "kommunen"
DERIVED_NOTE = "Derived"
FIRST_BASE = 2010


def stem(*parts: str) -> str:
    """A file name with the date of the build."""
    return file_stem("udvikling", *parts, warehouse().build.built_at.date())


def national(t: Translator) -> None:
    """The published national series, which carry further back."""
    st.header(t("Hvad landstallene siger"))
    rows = ask(trends.published)
    rows = rows.assign(derived=rows["note"].str.contains(DERIVED_NOTE))
    lines = rows[rows["in_line"]]
    keys = lines[["measure", "unit", "population"]].drop_duplicates().to_dict("records")
    names = {
        key["measure"]: f"{national_word(MEASURES, key['measure'], t)}"
        f" ({national_word(POPULATIONS, key['population'], t)})"
        for key in keys
    }
    first = "s18_paid_total"
    names = {first: names[first]} | names if first in names else names
    chosen = address.choice(t("Landstal"), names, "landstal")
    own = lines[lines["measure"] == chosen].sort_values("year")
    unit = national_word(UNITS, own["unit"].iloc[0], t)
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
        national_table(own, t),
        key="landstal_figur",
        stem=stem(chosen),
        alt=t("Linje over år for {name}.").format(name=names[chosen]),
    )
    with st.expander(t("Alle landstal, også dem uden år og dem for en del af landet")):
        title = t("Offentliggjorte landstal")
        link = {t("Kilde"): st.column_config.LinkColumn(t("Kilde"))}
        wording = words(title, "", source=t("de sider, der er nævnt i tabellen"))
        table(national_table(rows, t), wording, key="alle_landstal", stem=stem("landstal"), **link)


def national_table(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """Published figures with who was asked, and where they come from."""
    said = [
        ", ".join(filter(None, [t("kilderne er uenige") if row["disputed"] else "",
                                t("afledt") if row["derived"] else ""]))
        for row in rows.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(
        {
            t("Mål"): [national_word(MEASURES, term, t) for term in rows["measure"]],
            t("År"): rows["year"],
            t("Værdi"): rows["value"],
            t("Enhed"): [national_word(UNITS, term, t) for term in rows["unit"]],
            t("Gælder"): [national_word(POPULATIONS, term, t) for term in rows["population"]],
            t("Bemærk"): said,
            t("Note"): t.texts(rows, "note"),
            t("Kilde"): rows["source_url"],
        }
    )


def chosen_group(t: Translator) -> tuple[str, tuple[str, ...]]:
    """The name and the codes of whom the reader follows."""
    places = ask(queries.municipalities)
    options = {COUNTRY: t("Hele landet")}
    if own := chosen_municipality():
        options[OWN] = places.set_index("code").loc[own, "name"]
    members = {COUNTRY: tuple(places["code"]), OWN: (own,)}
    for field in ("kommunegruppe", "region", "landsdel"):
        for name, rows in places.groupby(field):
            options[name] = group_name(name, t.language)
            members[name] = tuple(rows["code"])
    chosen = address.choice(t("Følg"), options, "gruppe")
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
    st.markdown(
        t("Stiger begge linjer sammen, er det dokumentationen, der vokser – ikke nødvendigvis "
          "samarbejdet. Kun daterede kilder tæller, hver i otte år. En linje tegnes kun mellem to "
          "år, hvor mindst {n} felter er kendt i begge.").format(
            n=trends.minimum_cells(codes, len(ask(queries.municipalities))))
    )  # fmt: skip
    rows = with_newest(ask(trends.development, codes), codes)
    if not rows["drawn"].any():
        st.info(t("Kan ikke afgøres: for lidt er kendt i to år i træk."))
    wording = words(
        t("{name}: dokumenteret og kendt").format(name=name),
        t("Gennemsnit af kommunerne. Ring: nyeste år, når udaterede kilder tæller med."),
    )
    shown = rows.assign(
        documented=rows["documented"].round(1),
        coverage=(100 * rows["coverage"]).round(1),
        newest=rows["newest"].round(1),
        drawn=[t("ja") if drawn else t("kan ikke afgøres") for drawn in rows["drawn"]],
    )
    shown.columns = [t("År"), t("Dokumenteret"), t("Kendt, pct."), t("Felter kendt i begge år"),
                     t("Linje fra året før"), t("Med udaterede kilder")]  # fmt: skip
    figure(
        once(lambda _: development_lines(rows, wording, t), "development", name, codes, t.language),
        wording,
        shown,
        key="udvikling",
        stem=stem(name),
        alt=t("To linjer over år: dokumenterede point og andel kendt."),
    )


def same(name: str, codes: tuple[str, ...], t: Translator) -> None:
    """The same cells then and now."""
    st.header(t("De samme felter, dengang og nu"))
    newest = warehouse().build.newest_year
    years = {str(year): str(year) for year in range(2015, newest)}
    years |= {str(year): str(year) for year in range(FIRST_BASE, 2015)}
    base = int(address.choice(t("Sammenlign med"), years, "fra"))
    rows = ask(trends.same_cells, codes, base)
    stated = rows[rows["mean_after"].notna()]
    if stated.empty:
        st.info(t("Kan ikke afgøres: for få felter er kendt i begge år."))
    else:
        last = stated.iloc[-1]
        said = t(
            "De {n} felter i {name}, der er kendt både i {base} og {year}, lå på {before} point og "
            "ligger på {after}."
        ).format(
            n=int(last["shared"]),
            name=name,
            base=base,
            year=int(last["year"]),
            before=t.number(last["mean_before"]),
            after=t.number(last["mean_after"]),
        )
        if last["year"] < newest:
            said += " " + t("Derefter er for få felter kendt i begge år.")
        st.markdown(plain(said))
    undecided = t("kan ikke afgøres")
    shown = pd.DataFrame(
        {
            t("År"): rows["year"],
            t("Felter kendt i begge år"): rows["shared"],
            t("Point i {year}").format(year=base): [
                undecided if pd.isna(value) else t.number(value, 1) for value in rows["mean_before"]
            ],
            t("Point i året"): [
                undecided if pd.isna(value) else t.number(value, 1) for value in rows["mean_after"]
            ],
            t("Steget"): rows["risen"],
            t("Faldet"): rows["fallen"],
        }
    )
    title = t("{name}: de samme felter, dengang og nu").format(name=name)
    table(shown, words(title, ""), key="samme", stem=stem(name, "samme-felter"))


def criterion(t: Translator) -> None:
    """Criterion by criterion: how many municipalities are known, and how many meet it."""
    st.header(t("Kriterium for kriterium"))
    criteria = ask(queries.criteria)
    names = dict(zip(criteria["id"], t.texts(criteria, "name"), strict=True))
    chosen = address.choice(t("Vælg kriterium"), names, "kriterium")
    rows = ask(trends.criterion_by_year, chosen)
    wording = words(
        names[chosen],
        t("Antal kommuner efter daterede kilder. Vokser begge, er det viden, der vokser."),
    )
    columns = [("met", t("opfyldt")), ("partly", t("delvist opfyldt")), ("known", t("kendt"))]
    shown = rows.copy()
    shown.columns = [t("År"), t("Kendt"), t("Opfyldt"), t("Delvist opfyldt")]
    figure(
        once(lambda _: count_lines(rows, columns, wording, t), "by_year", chosen, t.language),
        wording,
        shown,
        key="kriterieaar",
        stem=stem(chosen),
        alt=t(
            "Linjer over år: hvor mange kommuner der opfylder kriteriet, og hvor mange der er kendt."
        ),
    )


def small_multiples(t: Translator) -> None:
    """One small picture for each kommunegruppe."""
    st.header(t("Kommunegruppe for kommunegruppe"))
    places = ask(queries.municipalities)
    for group, members in places.groupby("kommunegruppe"):
        name, codes = group_name(group, t.language), tuple(members["code"])
        rows = ask(trends.development, codes)
        wording = words(
            t("{name}: dokumenteret og kendt").format(name=name),
            t("Gennemsnit af {n} kommuner, daterede kilder.").format(n=len(codes)),
        )
        shown = rows[["year", "documented", "coverage", "shared"]].round(3)
        shown.columns = [t("År"), t("Dokumenteret"), t("Kendt (andel)"),
                         t("Felter kendt i begge år")]  # fmt: skip
        figure(
            once(lambda _, rows=rows, wording=wording: development_lines(rows, wording, t),
                 "small", group, t.language),
            wording,
            shown,
            key=f"gruppe_{group}",
            stem=stem(name),
            alt=t("To linjer over år: dokumenterede point og andel kendt."),
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
