"""The criteria and the sources, as the templates that list them need them."""

from typing import Any

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.items import source_link
from samspil.present.palette import DIMENSIONS, INK, LETTERS
from samspil.present.sentences.method import Level
from samspil.present.wording import level_name, level_symbol, origin_name

CHECKSUM_SHOWN = 12
"""Digits of a checksum that are shown; the file of all sources has it whole."""

KINDS = {2: "met", 1: "partly", 0: "not"}


def codebook(
    criteria: pd.DataFrame, dimensions: pd.DataFrame, t: Translator
) -> list[dict[str, Any]]:
    """Every dimension with its criteria, for the template `codebook`.

    Args:
        criteria: as `queries.criteria` gives them.
        dimensions: as `queries.dimensions` gives them.
        t: the translator.
    """
    return [
        {
            "name": t.pick(d, "name"),
            "letter": t.pick(d, "name")[:1],
            "colour": DIMENSIONS.get(d["id"], INK),
            "on": LETTERS.get(d["id"], "white"),
            "describes": t.pick(d, "description"),
            "rows": [
                _criterion(row, t)
                for row in criteria[criteria["dimension"] == d["id"]].to_dict("records")
            ],
        }
        for d in dimensions.to_dict("records")
    ]


def _criterion(row: Row, t: Translator) -> dict[str, Any]:
    return {
        "name": t.pick(row, "name"),
        "question": t.pick(row, "question"),
        "origin": origin_name(row["origin"], t),
        "levels": [
            Level(kind, "" if kind == "partly" else level_symbol(level), level_name(level, t),
                  t.pick(row, f"level{level}"))
            for level, kind in KINDS.items()
        ],
    }  # fmt: skip


def sources(rows: pd.DataFrame, t: Translator) -> list[dict[str, Any]]:
    """Every source with its date, terms and reservation, for the template `sources`.

    Args:
        rows: as `queries.snapshots` gives them.
        t: the translator.
    """
    return [
        {
            "source": row["source"],
            "caveat": t.pick(row, "caveat"),
            "facts": [
                row["name"],
                t("{n} rækker").format(n=t.number(row["rows"])),
                t("hentet {day}").format(day=t.date(row["retrieved_at"].date())),
                row["licence"],
                t("tjeksum {begin}…").format(begin=row["sha256"][:CHECKSUM_SHOWN]),
            ],
            "link": source_link(row["address"], t) if row["address"] else None,
        }
        for row in rows.to_dict("records")
    ]
