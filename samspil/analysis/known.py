"""How much is known, how much of it is reconfirmed, and why the rest is not known."""

import pandas as pd

from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

ASKED, OLDER, GONE, BLOCKED = "asked", "older", "gone", "blocked"
NOT_FOUND, INCOMPLETE, UNREAD, NOT_LOOKED = "not_found", "incomplete", "unread", "not_looked"

REASONS = (ASKED, OLDER, GONE, BLOCKED, NOT_FOUND, INCOMPLETE, UNREAD, NOT_LOOKED)
"""Why a cell is not known: a hearing asked, and no answer counts (yet); there are sources, and none
counts any more; the page went; it kept readers out; looked for and not found; not found in what was
read of the site; found and not read yet; not looked for. The first that fits is its reason."""

COUNTS = ("cells", "known", "fresh", "stale", "undated", "unknown", *REASONS)

_BY_OUTCOME = {"gone": GONE, "blocked": BLOCKED, "not_found": NOT_FOUND, "incomplete": INCOMPLETE,
               "found": UNREAD}  # fmt: skip


def cells(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """Every cell with its region, and why it is not known.

    Columns: those of `queries.all_marks`, and region and reason (one of REASONS; NA where the cell
    is known). Sources of a derived criterion are those that it is computed from.
    """
    marks = queries.all_marks(warehouse, year)
    places = queries.municipalities(warehouse)[["code", "region"]]
    told = queries.newest_readings(warehouse)[["code", "criterion"]].assign(older=True)
    rows = marks.merge(places, on="code").merge(told, on=["code", "criterion"], how="left")
    reason = rows["outcome"].map(_BY_OUTCOME).fillna(NOT_LOOKED)
    reason = reason.mask(rows["older"].notna(), OLDER)
    reason = reason.mask(rows["said_in_vain"] | rows["heard"].notna(), ASKED)
    return rows.drop(columns="older").assign(reason=reason.where(rows["level"].isna()))


def known_by(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """How many cells of each group are known, and of the others how many for which reason.

    Args:
        rows: as `cells` gives them.
        column: of them; its values are the groups, which keep their order.

    Returns:
        COUNTS under the values of the column: known is fresh (reconfirmed), stale (not
        reconfirmed) and undated together; unknown is the sum of the reasons.
    """
    known, dated = rows["level"].notna(), rows["evidence_year"].notna()
    told = {
        "cells": True,
        "known": known,
        "fresh": known & dated & rows["fresh"],
        "stale": known & dated & ~rows["fresh"],
        "undated": known & ~dated,
        "unknown": ~known,
    } | {reason: rows["reason"] == reason for reason in REASONS}
    counts = pd.DataFrame(told, index=rows.index).astype(int)
    return counts.groupby(rows[column], sort=False).sum()
