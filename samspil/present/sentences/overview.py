"""The country in words."""

from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Translator


@dataclass(frozen=True)
class KeyFigure:
    """A figure on the whole country: what it is called, how much, what it means, of what."""

    label: str
    value: str
    meaning: str
    of: str = ""


def key_figures(
    total: pd.DataFrame,
    shares: pd.DataFrame,
    criteria: pd.DataFrame,
    minimum_share: float,
    t: Translator,
) -> list[KeyFigure]:
    """The country in four figures.

    Args:
        total: the rows of `queries.scores` on the total.
        shares: as `next_step.met_shares` gives them.
        criteria: as `queries.criteria` gives them.
        minimum_share: the coverage that a rank needs.
        t: the translator.
    """
    scored = criteria.merge(shares, left_on="id", right_on="criterion")
    most = scored["met"].max()
    return [
        KeyFigure(
            t("Dokumenteret i den midterste kommune"),
            t("{n} af 100 point").format(n=t.number(total["documented"].median())),
            t("Halvdelen af de 98 kommuner ligger over, halvdelen under."),
        ),
        KeyFigure(
            t("Kendt i den midterste kommune"),
            t.percent(total["coverage"].median()),
            t("Kendt fra en offentlig kilde, i gennemsnit af de tre dimensioner."),
        ),
        KeyFigure(
            t("Belyst nok til en placering"),
            t("{n} af {m} kommuner").format(n=int(total["rank"].count()), m=len(total)),
            t("Mindst {share} skal være kendt i gennemsnit af de tre dimensioner.").format(
                share=t.percent(minimum_share)
            ),
        ),
        KeyFigure(
            t("Oftest fundet opfyldt"),
            t("{n} kommuner").format(n=int(most)),
            t("Det kriterium, eller de, som flest kommuner vides at opfylde."),
            t.listing(t.texts(scored[scored["met"] == most], "name")),
        ),
    ]


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
