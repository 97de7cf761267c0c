"""What municipality and associations can talk over, beginning where least is documented."""

import pandas as pd

from samspil.warehouse.builds import Warehouse


def talking_points(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """The questions for a meeting of both parties, those first where least is documented.

    Dimensions that document the same keep the order of the codebook.

    Columns: id, dimension, question_da, question_en, and of the dimension in that municipality and
    year documented (0-100) and coverage (share).
    """
    return warehouse.query(
        """
        SELECT asked.id, dimension, question_da, question_en, documented, coverage
        FROM dialogue_question AS asked
        JOIN score USING (dimension)
        JOIN dimension AS part ON part.id = dimension
        WHERE code = $code AND year = $year
        ORDER BY round(documented, 9), part.position, asked.position
        """,
        {"code": code, "year": year},
    )
