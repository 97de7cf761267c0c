"""One criterion in words."""

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.sentences import Fact
from samspil.present.wording import level_text, origin_name

LEVELS = (2, 1, 0)


def level_wording(criterion: Row, level: int, t: Translator) -> Fact:
    """A level with its sign and name, and what the codebook asks for it.

    Args:
        criterion: a row of `queries.criteria`.
        level: 0, 1 or 2.
        t: the translator.
    """
    return Fact(level_text(level, t), t.pick(criterion, f"level{level}"))


def in_words(levels: pd.DataFrame, t: Translator) -> str:
    """How many municipalities are known, and at which level.

    Args:
        levels: as `analysis.criteria.levels_of` gives them.
        t: the translator.
    """
    known = int(levels["level"].notna().sum())
    met, partly, not_met = (int(levels["level"].eq(n).fillna(False).sum()) for n in LEVELS)
    return t(
        "Kendt i {known} af {all} kommuner: {met} opfylder det, {partly} delvist, {not_met} slet "
        "ikke. I {unknown} kommuner er det ikke kendt."
    ).format(known=known, all=len(levels), met=met, partly=partly, not_met=not_met,
             unknown=len(levels) - known)  # fmt: skip


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
