"""Criteria across the country: how many meet each, and of one who meets it, and by group."""

import pandas as pd

from samspil.analysis.next_step import MINIMUM_KNOWN
from samspil.model.codebook import CONTEXT
from samspil.warehouse.builds import Warehouse

GROUPINGS = ("country", "region", "landsdel", "kommunegruppe")


def counts(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """How many municipalities stand at each level of every scored criterion.

    Columns: id (of the criterion), met, partly, not_met and unknown (municipalities; their sum is
    all of them), in the order of the codebook.
    """
    return warehouse.query(
        """
        SELECT
            id,
            count(*) FILTER (level = 2) AS met,
            count(*) FILTER (level = 1) AS partly,
            count(*) FILTER (level = 0) AS not_met,
            (SELECT count(*) FROM municipality) - count(level) AS unknown
        FROM criterion
        LEFT JOIN assessment ON criterion = id AND year = $year
        WHERE dimension <> $context
        GROUP BY id, position
        ORDER BY position
        """,
        {"year": year, "context": CONTEXT},
    ).astype({"unknown": "int64"})


def levels_of(warehouse: Warehouse, criterion: str, year: int) -> pd.DataFrame:
    """The assessment of every municipality on one criterion, in Danish alphabetical order.

    Columns: code, name, region, landsdel, kommunegruppe, level (NA = not known), undated, implied
    and fresh, and of the reading it rests on evidence_id, retrieved_on, evidence_year, source_url,
    source_ref, source_kind, note, note_da, and copy_da and copy_en (what can be copied from a good
    example, else NA).
    """
    return warehouse.query(
        """
        SELECT code, name, region, landsdel, kommunegruppe, assessment.level, undated,
            implied, fresh, evidence_id, assessment.retrieved_on, evidence.year AS evidence_year,
            source_url, source_ref, source_kind, note, note_da, copy_da, copy_en
        FROM municipality
        LEFT JOIN (FROM assessment WHERE criterion = $criterion AND year = $year) AS assessment
            USING (code)
        LEFT JOIN evidence
            ON evidence.id = evidence_id AND evidence.retrieved_on = assessment.retrieved_on
        LEFT JOIN example USING (evidence_id)
        ORDER BY name COLLATE da
        """,
        {"criterion": criterion, "year": year},
    ).astype({"level": "Int64", "evidence_year": "Int64"})


def by_group(levels: pd.DataFrame) -> pd.DataFrame:
    """How common a criterion is in each group of municipalities.

    Args:
        levels: as `levels_of` gives them.

    Returns:
        grouping (country, region, landsdel or kommunegruppe), name (empty for the country),
        members, known, met (at level 2) and share_met, which is NA below five known.
    """
    rows = levels.assign(
        country="", known=levels["level"].notna(), met=levels["level"].eq(2).fillna(False)
    )
    parts = []
    for grouping in GROUPINGS:
        part = rows.groupby(grouping).agg(
            members=("code", "size"), known=("known", "sum"), met=("met", "sum")
        )
        part = part.rename_axis("name").reset_index()
        parts.append(part.assign(grouping=grouping))
    found = pd.concat(parts, ignore_index=True).astype({"known": int, "met": int})
    share = found["met"] / found["known"]
    return found.assign(share_met=share.where(found["known"] >= MINIMUM_KNOWN))
