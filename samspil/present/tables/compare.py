"""Several municipalities side by side, criterion by criterion."""

from collections.abc import Sequence

import pandas as pd

from samspil.analysis.side_by_side import DIFFER, SAME, SOME, UNKNOWN
from samspil.present.figures.compare import Line, year
from samspil.present.i18n import Translator
from samspil.present.wording import level_text


def criteria(
    lines: Sequence[Line], names: Sequence[str], dimensions: pd.DataFrame, t: Translator
) -> pd.DataFrame:
    """Every criterion with level and year of each municipality, and whether they differ.

    Args:
        lines: as `figures.compare.lines` gives them; their order is kept.
        names: of the municipalities.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    parts = dict(zip(dimensions["id"], t.texts(dimensions, "name"), strict=True))
    said = {
        DIFFER: t("forskel"),
        SOME: t("ikke alle kendt"),
        SAME: t("ens"),
        UNKNOWN: t("ukendt hos alle"),
    }
    table = pd.DataFrame(
        {
            t("Dimension"): [parts[line.dimension] for line in lines],
            t("Kriterium"): [line.name for line in lines],
        }
    )
    for number, name in enumerate(names):
        marks = [line.marks[number] for line in lines]
        table[name] = [level_text(mark["level"], t) for mark in marks]
        table[t("{name}, år").format(name=name)] = [year(mark, t) for mark in marks]
    table[t("Forskel")] = [said[line.group] for line in lines]
    return table
