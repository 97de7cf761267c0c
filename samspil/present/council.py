"""One page for a council meeting: what is known and not, the next steps, what to ask."""

from typing import Any

import pandas as pd

from samspil.present.i18n import Translator
from samspil.present.profile import dimension_heading


def known_and_not(
    marks: list[dict], dimensions: pd.DataFrame, t: Translator
) -> list[dict[str, Any]]:
    """For each dimension its criteria by what is known of them, the levels that occur alone.

    Args:
        marks: the rows of `queries.marks`.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    kinds = {2: ("met", t("Opfyldt")), 1: ("partly", t("Delvist opfyldt")),
             0: ("not", t("Ikke opfyldt")), None: ("unknown", t("Ikke kendt"))}  # fmt: skip

    def levels(dimension: str) -> list[dict[str, Any]]:
        own = [mark for mark in marks if mark["dimension"] == dimension]
        found = [
            {"kind": kind, "title": title, "names": [t.pick(m, "name") for m in own
                                                     if _level(m) == level]}
            for level, (kind, title) in kinds.items()
        ]  # fmt: skip
        return [row for row in found if row["names"]]

    return [dimension_heading(d, t) | {"levels": levels(d["id"])}
            for d in dimensions.to_dict("records")]  # fmt: skip


def _level(mark: dict) -> int | None:
    return None if pd.isna(mark["level"]) else int(mark["level"])
