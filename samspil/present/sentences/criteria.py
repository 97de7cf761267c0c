"""The criteria in words."""

import pandas as pd

from samspil.present.figures.criteria import Bar
from samspil.present.i18n import Row, Translator
from samspil.present.wording import age_text, level_text, origin_name


def finding(bars: list[Bar], t: Translator) -> str:
    """Which criterion most municipalities meet; all of them where several tie."""
    most = max(bar.met for bar in bars)
    names = t.listing(t("”{name}”").format(name=bar.name) for bar in bars if bar.met == most)
    return t("Flest kommuner opfylder {names}: {met} af {all}").format(
        names=names, met=most, all=bars[0].all
    )


def reservation(bars: list[Bar], t: Translator) -> str:
    """For how many criteria most municipalities are unknown, and what that means."""
    dark = sum(2 * bar.unknown > bar.all for bar in bars)
    return t(
        "For {dark} af de {all} kriterier er mere end halvdelen af kommunerne ukendt. Det betyder "
        "ikke, at noget mangler, kun at ingen offentlig side viser det. Klik på et kriterium for "
        "at åbne det."
    ).format(dark=dark, all=len(bars))


def unknown(bar: Bar, t: Translator) -> str:
    """How many municipalities are unknown on one criterion."""
    return t("Kendt i {known} af {all} kommuner; i {unknown} er det ukendt.").format(
        known=bar.all - bar.unknown, all=bar.all, unknown=bar.unknown
    )


def published(count: Row, bar: Bar, t: Translator) -> str:
    """What municipalities answered when others asked the same, and in how many it was found here.

    Args:
        count: of `queries.national_counts`.
        bar: of the same criterion.
        t: the translator.
    """
    said = t(
        "I {year} svarede {n} af {answered} kommuner, {says}; vi har fundet det opfyldt i {met} "
        "af {all}."
    ).format(
        year=count["year"],
        n=counted(count, t),
        answered=count["answered"],
        says=t.pick(count, "says"),
        met=bar.met,
        all=bar.all,
    )
    return " ".join(filter(None, [said, t.pick(count, "differs")]))


def counted(count: Row, t: Translator) -> str:
    """A published figure as a number of municipalities, or as a share where only that is known."""
    if count["unit"] == "percent":
        return t.percent(count["value"] / 100, 0 if float(count["value"]).is_integer() else 1)
    return t.number(count["value"])


def own_level(row: Row, t: Translator) -> str:
    """The level of one municipality on a criterion, and how old its source is.

    Args:
        row: of `analysis.criteria.levels_of`.
        t: the translator.
    """
    level = level_text(row["level"], t)
    return level if pd.isna(row["level"]) else f"{level} ({age_text(row, t)})"


def beyond_2007(criteria: pd.DataFrame, t: Translator) -> str:
    """Which criteria go beyond the recommendations of 2007.

    Args:
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    beyond = criteria[criteria["origin"] != "recommendation_2007"]
    names = "; ".join(
        f"{t.pick(row, 'name')} ({origin_name(row['origin'], t)})"
        for row in beyond.to_dict("records")
    )
    return t(
        "De fleste kriterier kommer fra anbefalingerne i 2007. Disse går ud over dem: {names}."
    ).format(names=names)
