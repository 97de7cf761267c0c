"""What stands in the way of knowing a cell: the older sources that no longer count."""

import pandas as pd

from samspil.model.codebook import ADOPTION_YEAR, DERIVED, STATEMENT, WEBSITE
from samspil.warehouse.builds import Warehouse


def newest_readings(warehouse: Warehouse, code: str | None = None) -> pd.DataFrame:
    """The newest reading of every cell, whether it counts or not.

    An own answer on what only a website can show is none. A derived criterion has the readings of
    the criterion that it is computed from.

    Columns: code, criterion, year (NA where the source shows none), value, note, note_da,
    source_url, source_kind, retrieved_on, gone_on (the last day of a later look-up that found the
    address gone; NA without one).

    Args:
        warehouse: the build.
        code: of one municipality; all of them without it.
    """
    return warehouse.query(
        """
        SELECT
            code,
            CASE WHEN criterion = $adoption THEN $derived ELSE criterion END AS criterion,
            year, value, note, note_da, source_url, source_kind, retrieved_on,
            (
                SELECT max(looked_on) FROM lookup
                WHERE lookup.code = evidence.code AND outcome = 'gone'
                    AND lookup.source_url = evidence.source_url
                    AND looked_on > evidence.retrieved_on
                    AND (lookup.criterion IS NULL OR lookup.criterion = evidence.criterion)
            ) AS gone_on
        FROM evidence
        WHERE criterion <> $derived AND ($code IS NULL OR code = $code)
            AND NOT (source_kind = $statement AND starts_with(criterion, $website))
        QUALIFY row_number() OVER (
            PARTITION BY code, criterion
            ORDER BY year DESC NULLS LAST, retrieved_on DESC, level DESC, id
        ) = 1
        ORDER BY code, criterion
        """,
        {
            "code": code,
            "adoption": ADOPTION_YEAR,
            "derived": DERIVED,
            "statement": STATEMENT,
            "website": WEBSITE,
        },
    ).astype({"year": "Int64"})
