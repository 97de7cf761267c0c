"""For one municipality: next steps, examples, and the criteria on which nothing is known."""

import pandas as pd

from samspil.warehouse.builds import Warehouse
from samspil.warehouse.queries import marks

STEPS = 5
EXAMPLES = 3
MINIMUM_KNOWN = 5
"""From this many known municipalities up the share that meets a criterion is stated."""


def met_shares(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """How common each criterion is: criterion, known (municipalities), met (at level 2), share_met.

    share_met is the share of the known that are at level 2, NA where fewer than five are known.
    """
    shares = warehouse.query(
        """
        SELECT criterion, count(*) AS known, count(*) FILTER (level = 2) AS met
        FROM assessment
        WHERE year = $year
        GROUP BY criterion
        ORDER BY criterion
        """,
        {"year": year},
    )
    share = shares["met"] / shares["known"]
    return shares.assign(share_met=share.where(shares["known"] >= MINIMUM_KNOWN))


def next_steps(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """At most five criteria that are known and not fully met, the nearest to reach first.

    Level 1 before level 0, then the weight, then how many of the known municipalities meet it.
    Implied assessments are left out: they follow from the criterion that is required.
    Columns: those of `queries.marks`, and known, met and share_met.
    """
    lacking = marks(warehouse, code, year).query("level < 2 and not implied")
    lacking = lacking.merge(met_shares(warehouse, year), on="criterion", how="left")
    order = ["level", "weight", "share_met", "position"]
    return lacking.sort_values(order, ascending=[False, False, False, True]).head(STEPS)


def not_found(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """The criteria on which nothing is known: the columns of `queries.marks`."""
    found = marks(warehouse, code, year)
    return found[found["level"].isna()]


def examples(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """For every criterion the municipalities at level 2 that are most like this one.

    Columns: criterion, code, name, position (in similarity, 1 = most similar), level, evidence_id,
    retrieved_on, note, note_da, source_url, source_kind, evidence_year, fresh, and copy_da and
    copy_en (what can be copied; NA where the record is not chosen as a good example); at most three
    rows a criterion, the most similar first.
    """
    return warehouse.query(
        """
        SELECT assessment.criterion, alike.other AS code, name, position, assessment.level,
            evidence_id, assessment.retrieved_on, note, note_da, source_url, source_kind,
            evidence.year AS evidence_year, fresh, copy_da, copy_en
        FROM "similar" AS alike
        JOIN assessment ON assessment.code = alike.other AND assessment.year = $year
            AND assessment.level = 2 AND NOT implied
        JOIN evidence
            ON evidence.id = evidence_id AND evidence.retrieved_on = assessment.retrieved_on
        JOIN municipality ON municipality.code = alike.other
        LEFT JOIN example USING (evidence_id)
        WHERE alike.code = $code
        QUALIFY row_number() OVER (PARTITION BY assessment.criterion ORDER BY position) <= $examples
        ORDER BY assessment.criterion, position
        """,
        {"code": code, "year": year, "examples": EXAMPLES},
    ).astype({"evidence_year": "Int64"})
