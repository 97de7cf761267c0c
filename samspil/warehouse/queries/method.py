"""Dimensions, criteria and stages, as the codebook of the build states them."""

import pandas as pd

from samspil.model.codebook import CONTEXT
from samspil.warehouse.builds import Warehouse


def dimensions(warehouse: Warehouse) -> pd.DataFrame:
    """The scored dimensions in order: the columns of `dimension`."""
    return warehouse.query(
        "SELECT * FROM dimension WHERE id <> $context ORDER BY position", {"context": CONTEXT}
    )


def criteria(warehouse: Warehouse, *, scored: bool = True) -> pd.DataFrame:
    """The scored criteria in order (or all): the columns of `criterion`."""
    return warehouse.query(
        "SELECT * FROM criterion WHERE NOT $scored OR dimension <> $context ORDER BY position",
        {"scored": scored, "context": CONTEXT},
    )


def stages(warehouse: Warehouse) -> pd.DataFrame:
    """The stages of maturity, lowest first: stage, threshold (0-100), name_da, name_en."""
    return warehouse.query("FROM stage ORDER BY stage")
