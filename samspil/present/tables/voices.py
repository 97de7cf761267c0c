"""What the municipality and its associations say, beside what is documented."""

from collections.abc import Sequence

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.voices import Voice


def voices(statements: Sequence[Voice], criteria: Sequence[Voice], t: Translator) -> pd.DataFrame:
    """The statements, then the criteria, as they stand on the page.

    Args:
        statements: on which anybody has answered.
        criteria: likewise.
        t: the translator.
    """
    kinds = [t("Udsagn")] * len(statements) + [t("Kriterium")] * len(criteria)
    rows = [*statements, *criteria]
    return pd.DataFrame(
        {
            t("Slags"): kinds,
            t("Spørgsmål"): [row.about for row in rows],
            t("Kommunen siger"): [row.municipality for row in rows],
            t("Foreningerne siger"): [row.associations for row in rows],
            t("Foreninger, mindst"): pd.array([row.respondents for row in rows], dtype="Int64"),
            t("Foreningernes svar fordelt"): [row.split for row in rows],
            t("Dokumenteret vurdering"): [row.documented for row in rows],
        }
    )
