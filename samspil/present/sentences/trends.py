"""How things move, in words."""

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.vocabulary import MEASURE, POPULATION, Vocabulary


def series_title(measure: str, population: str, words: Vocabulary) -> str:
    """What a published series is called: the measure, and who was asked."""
    return f"{words(MEASURE, measure)} ({words(POPULATION, population)})"


def reservation(minimum_cells: int, t: Translator) -> str:
    """What growing figures mean, and between which years a line is drawn.

    Args:
        minimum_cells: how many cells must be known in both years.
        t: the translator.
    """
    return t(
        "Stiger begge linjer, er det dokumentationen, der vokser – ikke nødvendigvis "
        "samarbejdet. Kun kilder med årstal tæller, hver i otte år. En linje tegnes "
        "kun mellem to år, når mindst {n} vurderinger er kendt i begge."
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
        before=t.number(last["mean_before"]),
        after=t.number(last["mean_after"]),
    )
    if last["year"] < rows["year"].max():
        text += " " + t("Derefter er for få vurderinger kendt i begge år.")
    return text
