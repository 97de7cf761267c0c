"""Questions for a meeting of municipality and associations, as their template shows them."""

from typing import Any

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.profile import dimension_heading
from samspil.present.wording import count_word


def dialogue(points: pd.DataFrame, dimensions: pd.DataFrame, t: Translator) -> dict[str, Any]:
    """What the template `dialogue` needs: an introduction, and the questions by dimension.

    Args:
        points: as `analysis.dialogue.talking_points` gives them; their order is kept.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    said = t("{n} spørgsmål, som kommune og foreninger kan tale om sammen. De følger det, som "
             "anbefalingerne fra 2007 beder begge parter om.")  # fmt: skip
    said = said.format(n=count_word(len(points), t))
    said = said[:1].upper() + said[1:]
    by_dimension = points.groupby("dimension", sort=False)
    if by_dimension["documented"].first().round(9).nunique() > 1:
        said += " " + t("Først står det, hvor mindst er dokumenteret her.")
    headings = {d["id"]: dimension_heading(d, t) for d in dimensions.to_dict("records")}
    parts, number = [], 1
    for id_, rows in by_dimension:
        first = rows.iloc[0]
        known = t("{n} point").format(n=t.number(first["documented"]))
        parts.append(
            headings[id_]
            | {
                "known": known if first["coverage"] else t("intet kendt"),
                "start": number,
                "questions": t.texts(rows, "question"),
            }
        )
        number += len(rows)
    return {"intro": said, "parts": parts}
