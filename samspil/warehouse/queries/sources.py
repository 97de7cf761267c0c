"""What was loaded, published national figures, and the words for their terms."""

import pandas as pd

from samspil.warehouse.builds import Warehouse


def snapshots(warehouse: Warehouse) -> pd.DataFrame:
    """Every snapshot with its publisher and terms: the columns of `snapshot`."""
    return warehouse.query("FROM snapshot ORDER BY name")


def retrievals(warehouse: Warehouse) -> pd.DataFrame:
    """The answers that fetched snapshots were made of: the columns of `retrieval`, in order."""
    return warehouse.query("FROM retrieval ORDER BY snapshot, position")


def national_series(warehouse: Warehouse) -> pd.DataFrame:
    """Published national figures as their sources state them: the columns of `national_series`."""
    return warehouse.query("FROM national_series ORDER BY measure, year, source_url").astype(
        {"year": "Int64"}
    )


def vocabulary(warehouse: Warehouse) -> pd.DataFrame:
    """The readers' words for terms of the data: kind, term, da, en."""
    return warehouse.query("FROM vocabulary ORDER BY kind, term")
