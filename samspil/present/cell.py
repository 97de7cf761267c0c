"""One cell of the picture with the records behind it, as the template `cell` shows it."""

from typing import Any

import pandas as pd

from samspil.present.html import part
from samspil.present.i18n import Row, Translator
from samspil.present.marks import records
from samspil.present.pages import PATHS
from samspil.present.profile import asking_address
from samspil.present.wording import age_text, implied_text, level_text, unknown_text


def cell(mark: Row, code: str, place: str, rows: list[Row], t: Translator) -> dict[str, Any]:
    """What the template needs of a municipality and a criterion.

    Args:
        mark: a row of `queries.marks`.
        code: of the municipality.
        place: the name of the municipality.
        rows: the readings on the cell, as `queries.records` gives them.
        t: the translator.
    """
    if pd.isna(mark["level"]):
        facts: list[str] = [unknown_text(mark, t)]
    else:
        facts = [age_text(mark, t), implied_text(mark, t)]
    return {
        "place": place,
        "criterion": t.pick(mark, "name"),
        "level": level_text(mark["level"], t),
        "facts": [fact for fact in facts if fact],
        "wording": t.pick(mark, "level_text"),
        "ask": asking_address(f"/{PATHS['municipality']}", code, [mark["criterion"]], t)
        if pd.isna(mark["level"])
        else "",
        "asking": t("Spørg kommunen om det"),
        "records": part("records", records=records(rows, t), counting=t("afgør vurderingen")),
    }


def legend(t: Translator) -> list[dict[str, str]]:
    """The rows of the template `cells_legend`: the classes of a sign, and what it says."""
    signs = {
        "mark met": t("opfyldt"),
        "mark partly": t("delvist opfyldt"),
        "mark not": t("ikke opfyldt"),
        "hatch": t("ikke kendt"),
        "mark met stale": t("hjørne: ikke genbekræftet"),
        "mark met undated": t("prik: uden årstal"),
        "mark not implied": t("stiplet: følger af et andet kriterium"),
    }
    return [{"kind": kind, "says": says} for kind, says in signs.items()]
