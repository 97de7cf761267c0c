"""The country in words."""

from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Translator


@dataclass(frozen=True)
class KeyFigure:
    """A figure on the whole country: how much, of what, and what it says."""

    value: str
    unit: str
    says: str


def key_figures(
    total: pd.DataFrame, shares: pd.DataFrame, criteria: pd.DataFrame, t: Translator
) -> list[KeyFigure]:
    """The country in four figures.

    Args:
        total: the rows of `queries.scores` on the total.
        shares: as `next_step.met_shares` gives them.
        criteria: as `queries.criteria` gives them.
        t: the translator.
    """
    scored = criteria.merge(shares, left_on="id", right_on="criterion")
    most = scored["met"].max()
    common = t.listing(t.texts(scored[scored["met"] == most], "name")).lower()
    of_all = t("af {m}").format(m=len(total))
    return [
        KeyFigure(
            t.number(total["documented"].median()),
            t("af 100 point"),
            t("er dokumenteret i medianen: halvdelen af kommunerne har mere"),
        ),
        KeyFigure(
            t.percent(total["coverage"].median()),
            "",
            t("er kendt i medianen, i gennemsnit af de tre dimensioner"),
        ),
        KeyFigure(str(total["rank"].count()), of_all, t("kommuner med nok viden til en placering")),
        KeyFigure(
            str(int(most)),
            of_all,
            t("opfylder det, der oftest er fundet: {name}").format(name=common),
        ),
    ]


def of_dimension(rows: pd.DataFrame, t: Translator) -> str:
    """How a dimension stands: its median, and how many municipalities nothing is known of.

    Args:
        rows: those of `queries.scores` on the dimension.
        t: the translator.
    """
    text = t("{n} point i medianen: halvdelen af kommunerne har mere.").format(
        n=t.number(rows["documented"].median())
    )
    if none := int((rows["coverage"] == 0).sum()):
        text += " " + t("Skraveret: intet kendt ({n} kommuner).").format(n=none)
    return text


def in_words(total: pd.DataFrame, minimum_share: float, t: Translator) -> str:
    """What the map and the distribution show, in three sentences.

    Args:
        total: the rows of `queries.scores` on the total.
        minimum_share: the coverage that a rank needs.
        t: the translator.
    """
    best = total.nlargest(3, "documented")
    named = t.listing(
        f"{row['name']} ({t.number(row['documented'])})" for row in best.to_dict("records")
    )
    thin = int((total["coverage"].round(9) < minimum_share).sum())
    none = total.loc[total["coverage"] == 0, "name"]
    text = t(
        "Mest er dokumenteret i {named}. I {thin} af {all} kommuner er mindre end {share} kendt i "
        "gennemsnit af de tre dimensioner, så et lavt tal betyder oftest, at der ikke er fundet "
        "noget – ikke at samarbejdet mangler."
    ).format(named=named, thin=thin, all=len(total), share=t.percent(minimum_share))
    if len(none):
        text += " " + t("Om {names} er der slet ikke fundet noget.").format(names=t.listing(none))
    return text


def spread(t: Translator) -> str:
    """The title of how the municipalities spread."""
    return t("Så meget er dokumenteret i kommunerne")


def spread_of(total: pd.DataFrame, t: Translator) -> str:
    """What is counted there, and how many are left out.

    Args:
        total: the rows of `queries.scores` on the total.
        t: the translator.
    """
    counted = t("Antal kommuner efter dokumenterede point i alt.")
    if none := int((total["coverage"] == 0).sum()):
        counted += " " + t("Kommuner, som intet er kendt om, er udeladt: {n}.").format(n=none)
    return counted


def spread_alt(t: Translator) -> str:
    """What that figure is, for those who do not see it."""
    return t("Søjlediagram over, hvor mange kommuner der ligger i hvert pointinterval.")
