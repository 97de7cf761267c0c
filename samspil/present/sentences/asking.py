"""What a letter to a municipality can ask, in sentences."""

from collections.abc import Collection

import pandas as pd

from samspil.analysis.asking import UNCONFIRMED
from samspil.present.address import few_of
from samspil.present.i18n import Translator


def what_there_is_to_ask(rows: pd.DataFrame, t: Translator) -> str:
    """How much is not known and not reconfirmed, and in which order it is asked.

    Args:
        rows: as `asking.questions` gives them.
        t: the translator.
    """
    if rows.empty:
        return t("Alt er kendt og genbekræftet: der er ikke noget at spørge om.")
    unconfirmed = int((rows["kind"] == UNCONFIRMED).sum())
    unknown = len(rows) - unconfirmed
    if not unknown:
        return t("Intet er ukendt. Men {n} vurderinger er ikke genbekræftet, og dem kan du spørge "
                 "til.").format(n=unconfirmed)  # fmt: skip
    return t("Om {unknown} kriterier vides det ikke, hvordan kommunen gør, og {unconfirmed} "
             "vurderinger er ikke genbekræftet. Brevet spørger først om det, et svar vil flytte "
             "mest.").format(unknown=unknown, unconfirmed=unconfirmed)  # fmt: skip


def not_asked(criteria: Collection[str], t: Translator) -> str:
    """That a link asks about what there is no reason to ask this municipality."""
    named, more = few_of(criteria)
    return t("Linket spørger om noget, der er kendt eller ikke findes: {values}. Det er sprunget "
             "over.").format(values=", ".join(named) + more)  # fmt: skip
