"""What associations answer, as figures of at least five of them, and what else hearings brought."""

import pandas as pd

from samspil.model.codebook import CONTEXT
from samspil.warehouse.builds import Warehouse


def association_answers(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """The figures of the newest round in which five associations of a municipality answered.

    Columns: those of `association_answer` less code; statements before criteria. No rows where
    there is no figure, however many answers wait.
    """
    return warehouse.query(
        """
        SELECT association_answer.* EXCLUDE (code)
        FROM association_answer
        LEFT JOIN statement ON statement.id = statement
        LEFT JOIN criterion ON criterion.id = criterion
        WHERE code = $code
        QUALIFY rank() OVER (
            ORDER BY
                split_part(round, '-', 1)::INTEGER DESC, split_part(round, '-', 2)::INTEGER DESC
        ) = 1
        ORDER BY statement.position, criterion.position
        """,
        {"code": code},
    ).astype({"low": "Int64", "middle": "Int64", "high": "Int64"})


def hearing_figures(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """The newest reading of every figure that only the municipality has, in order.

    Columns: id, name_da, name_en, value, year (NA where none is stated), source_url (NA where the
    municipality says so itself), note and note_da.
    """
    return warehouse.query(
        """
        SELECT criterion.id, name_da, name_en, value, year, source_url, note, note_da
        FROM latest_reading
        JOIN criterion ON criterion.id = latest_reading.criterion
        WHERE code = $code AND dimension = $context AND observed_by = 'survey'
        QUALIFY row_number() OVER (PARTITION BY criterion.id ORDER BY retrieved_on DESC) = 1
        ORDER BY criterion.position
        """,
        {"code": code, "context": CONTEXT},
    ).astype({"year": "Int64"})
