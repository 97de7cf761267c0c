"""The snapshots of the build, and published national figures."""

import pandas as pd

from samspil.warehouse.builds import Warehouse


def snapshots(warehouse: Warehouse) -> pd.DataFrame:
    """Every snapshot with its publisher and terms: the columns of `snapshot`."""
    return warehouse.query("FROM snapshot ORDER BY name")


def national_series(warehouse: Warehouse) -> pd.DataFrame:
    """Published national figures as their sources state them: the columns of `national_series`."""
    return warehouse.query("FROM national_series ORDER BY measure, year, source_url").astype(
        {"year": "Int64"}
    )
