"""How things move, in words."""

from collections.abc import Iterable
from urllib.parse import urlsplit

import pandas as pd

from samspil.present.figures.moved import Change, Moved
from samspil.present.i18n import Translator
from samspil.present.vocabulary import MEASURE, POPULATION, Vocabulary
from samspil.present.wording import count_word

HARDLY = 1
"""A change of less than so many points, or of so many assessments in all, is no movement."""


def series_title(measure: str, population: str, words: Vocabulary) -> str:
    """What a published series is called: the measure, and who was asked."""
    return f"{words(MEASURE, measure)} ({words(POPULATION, population)})"


def series_titles(lines: pd.DataFrame, words: Vocabulary) -> dict[str, str]:
    """What the published series are called, by measure.

    Args:
        lines: the rows of `trends.published` that stand in a line.
        words: for measures and populations.
    """
    keys = lines[["measure", "population"]].drop_duplicates()
    return {
        measure: series_title(measure, population, words)
        for measure, population in keys.itertuples(index=False)
    }


def series_end(year: int, unit: str, t: Translator) -> str:
    """When a published series ends, and how to read its line."""
    return t(
        "Slutter i {year}: nyere tal er ikke fundet. I {unit}. Linjen springer år over, hvor "
        "kilderne ikke er enige."
    ).format(year=year, unit=unit.removesuffix("."))


def publishers(rows: pd.DataFrame, t: Translator) -> str:
    """The sites that state these figures, as a sentence lists them.

    Args:
        rows: as `trends.published` gives them.
        t: the translator.
    """
    hosts = {urlsplit(url).hostname or "" for url in rows["source_url"]}
    return t.listing(sorted(host.removeprefix("www.") for host in hosts if host))


def criteria_moved(figure: Moved, t: Translator) -> str:
    """How many criteria can be told, and which way they went."""
    told = [row for row in figure.rows if row.change is not None]
    values = {"year": figure.base, "all": len(figure.rows), "n": count_word(len(told), t)}
    if not told:
        return t("Siden {year} kan ingen af {all} kriterier afgøres").format(**values)
    risen, fallen, still = _directions(told)
    parts = [
        text.format(n=count_word(len(rows), t))
        for rows, text in (
            (risen, t("{n} er steget")),
            (fallen, t("{n} er faldet")),
            (still, t("{n} er næsten uændret")),
        )
        if rows
    ]
    text = t("Siden {year} kan {n} af {all} kriterier afgøres: {parts}")
    return text.format(**values, parts=t.listing(parts))


def criteria_rule(figure: Moved, minimum: int, t: Translator) -> str:
    """What is compared in the figure of all criteria, and what n is."""
    return t(
        "Kun kommuner, hvor kriteriet er kendt i både {year} og {newest} efter samme ordlyd; n er "
        "deres antal, og der skal {minimum} til. Så ligner mere dokumentation ikke et bedre "
        "samarbejde. 100 point: alle opfylder kriteriet. Næsten uændret: under 1 point "
        "eller højst én vurdering til forskel."
    ).format(year=figure.base, newest=figure.newest, minimum=minimum)


def parts_moved(figure: Moved, t: Translator) -> str:
    """Which parts of the country rose and which fell."""
    parts = [row for row in figure.rows if not row.whole]
    told = [row for row in parts if row.change is not None]
    values = {"year": figure.base, "all": count_word(len(parts), t)}
    if not told:
        return t("Siden {year} kan ingen af de {all} regioner afgøres").format(**values)
    said = [
        text.format(names=t.listing(row.name for row in rows))
        for rows, text in zip(
            _directions(told),
            (
                t("{names} er steget"),
                t("{names} er faldet"),
                t("{names} er næsten uændret"),
            ),
            strict=True,
        )
        if rows
    ]
    if undecided := [row.name for row in parts if row.change is None]:
        said.append(t("{names} kan ikke afgøres").format(names=t.listing(undecided)))
    text = t("Sammenlignelige vurderinger siden {year}: {parts}")
    return text.format(year=figure.base, parts="; ".join(said))


def parts_rule(figure: Moved, part: int, country: int, t: Translator) -> str:
    """What is compared in the figure of the regions, and what n is.

    Args:
        figure: what is shown.
        part: cells that a part of the country needs.
        country: cells that the country needs.
        t: the translator.
    """
    return t(
        "De vurderinger, der er kendt i både {year} og {newest}; n er deres antal, og der skal "
        "{part} til i en region og {country} i landet. Kriteriet om politikkens alder er ikke med. "
        "Næsten uændret: under 1 point eller højst én vurdering til forskel."
    ).format(year=figure.base, newest=figure.newest, part=part, country=country)


def spread(rows: pd.DataFrame, names: dict[str, str], t: Translator) -> str:
    """Where least and where most is documented in the newest year.

    Args:
        rows: as `trends.developments` gives them.
        names: what readers call each part.
        t: the translator.
    """
    last = rows[rows["year"] == rows["year"].max()].sort_values("documented")
    low, high = last.iloc[0], last.iloc[-1]
    return t("{year}: fra {low} dokumenterede point ({low_name}) til {high} ({high_name})").format(
        year=int(last["year"].max()),
        low=t.number(low["documented"]),
        low_name=names[low["group"]],
        high=t.number(high["documented"]),
        high_name=names[high["group"]],
    )


def panels_rule(minimum: int, own: str, t: Translator) -> str:
    """How to read the small pictures.

    Args:
        minimum: cells that a step needs.
        own: the municipality with a panel of its own, or "".
        t: the translator.
    """
    text = t(
        "Gennemsnit af kommunerne efter kilder med årstal. Blå: dokumenteret, point. Stiplet: "
        "kendt, procent af kriterierne. Tynd grå: dokumenteret i hele landet. Ring: færre end {n} "
        "vurderinger kendt i to år i træk, så ingen streg."
    ).format(n=minimum)
    text += " " + both_ways(t)
    if own:
        text += " " + t("Orange: {name}, på sin egen akse.").format(name=own)
    return text


def both_ways(t: Translator) -> str:
    """Why figures that are not of the same assessments rise and fall."""
    return t(
        "Stiger begge tal, er mere dokumenteret; falder de, kan kilder være blevet for gamle til "
        "at tælle, eller andre vurderinger være kendt."
    )


def _directions(rows: Iterable[Change]) -> tuple[list[Change], list[Change], list[Change]]:
    """Told rows that rose, that fell, and that hardly moved."""
    rows = list(rows)
    still = [
        row
        for row in rows
        if abs(row.change or 0) < HARDLY or abs(row.risen - row.fallen) <= HARDLY
    ]
    moved = [row for row in rows if row not in still]
    return (
        [row for row in moved if (row.change or 0) > 0],
        [row for row in moved if (row.change or 0) < 0],
        still,
    )


def reservation(minimum_cells: int, t: Translator) -> str:
    """What growing figures mean, and between which years a line is drawn.

    Args:
        minimum_cells: how many cells must be known in both years.
        t: the translator.
    """
    return t(
        "Stiger begge linjer, er det dokumentationen, der vokser – ikke nødvendigvis "
        "samarbejdet; falder de, kan kilder være blevet for gamle til at tælle. Kun kilder med "
        "årstal tæller, hver i otte år. En linje tegnes kun mellem to år, når mindst {n} "
        "vurderinger er kendt i begge."
    ).format(n=minimum_cells)


def same_cells(rows: pd.DataFrame, name: str, base: int, t: Translator) -> str:
    """How the cells stood that are known both then and in the last year that can be told.

    Args:
        rows: as `trends.same_cells` gives them.
        name: of the group.
        base: the year that is compared with.
        t: the translator.

    Returns:
        Empty where too few cells are known in both years.
    """
    stated = rows[rows["mean_after"].notna()]
    if stated.empty:
        return ""
    last = stated.iloc[-1]
    text = t(
        "De {n} vurderinger i {name}, der er kendt både i {base} og {year}, gav "
        "{before} point i {base} og {after} i {year}."
    ).format(
        n=int(last["shared"]),
        name=name,
        base=base,
        year=int(last["year"]),
        before=t.number(last["mean_before"], 1),
        after=t.number(last["mean_after"], 1),
    )
    if last["year"] < rows["year"].max():
        text += " " + t("Derefter er for få vurderinger kendt i begge år.")
    return text


def development(name: str, t: Translator) -> str:
    """The title of the two lines of a group."""
    return t("{name}: dokumenteret og kendt").format(name=name)


def development_key(t: Translator) -> str:
    """How they are read."""
    return t("Gennemsnit af kommunerne. Ring: det nyeste år, når kilder uden årstal tæller med.")


def development_alt(t: Translator) -> str:
    """What they are, for those who do not see them."""
    return t("To linjer, år for år: dokumenterede point og andel kendt.")


def criterion_key(t: Translator) -> str:
    """How the years of one criterion are read."""
    return f"{t('Antal kommuner efter kilder med årstal.')} {both_ways(t)}"


def criterion_alt(t: Translator) -> str:
    """What that figure is, for those who do not see it."""
    return t("År for år: hvor mange kommuner der opfylder kriteriet, og hvor mange der er kendt.")


def series_alt(name: str, t: Translator) -> str:
    """What the line of a published series is, for those who do not see it."""
    return t("{name}, år for år.").format(name=name)


def national_source(t: Translator) -> str:
    """What published figures rest on."""
    return t("de sider, der er nævnt i tabellen")


def criterion_parts(t: Translator) -> list[tuple[str, str]]:
    """What is counted each year of one criterion: column and name."""
    return [("met", t("opfyldt")), ("partly", t("delvist opfyldt")), ("known", t("kendt"))]
