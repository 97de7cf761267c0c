"""What was loaded, published national figures, and the words for their terms."""

import pandas as pd

from samspil.warehouse.builds import Warehouse


def snapshots(warehouse: Warehouse) -> pd.DataFrame:
    """Every snapshot with its publisher and terms: the columns of `snapshot`."""
    return warehouse.query("FROM snapshot ORDER BY name")


def retrievals(warehouse: Warehouse) -> pd.DataFrame:
    """The answers that fetched snapshots were made of: the columns of `retrieval`, in order."""
    return warehouse.query("FROM retrieval ORDER BY snapshot, position")


def refreshes(warehouse: Warehouse) -> pd.DataFrame:
    """Every snapshot with what came of it when it was last refreshed.

    Columns: name, source, retrieved_at, and outcome, tried_on and said (NA where it never was).
    """
    return warehouse.query(
        """
        SELECT name, source, retrieved_at, outcome, tried_on, said
        FROM snapshot LEFT JOIN refreshed USING (name)
        ORDER BY name
        """
    )


def link_counts(warehouse: Warehouse) -> dict[str, int]:
    """How many addresses of the evidence are in each state; those never asked stand under ""."""
    rows = warehouse.query(
        """
        SELECT coalesce(state, '') AS state, count(*) AS n
        FROM (SELECT DISTINCT source_url AS address FROM evidence WHERE source_url IS NOT NULL)
        LEFT JOIN link USING (address)
        GROUP BY ALL ORDER BY ALL
        """
    )
    return dict(zip(rows["state"], rows["n"].astype(int), strict=True))


def national_series(warehouse: Warehouse) -> pd.DataFrame:
    """Published national figures as their sources state them: the columns of `national_series`."""
    return warehouse.query("FROM national_series ORDER BY measure, year, source_url").astype(
        {"year": "Int64"}
    )


def national_counts(warehouse: Warehouse) -> pd.DataFrame:
    """Published figures that ask the same as a criterion, the newest of each criterion first.

    Columns: those of `national_count`, and value, unit (municipalities or percent), population,
    source_url, note and note_da of the figure.
    """
    return warehouse.query(
        """
        SELECT national_count.*, value, unit, population, source_url, note, note_da
        FROM national_count
        JOIN national_series USING (measure, year)
        JOIN criterion ON criterion.id = national_count.criterion
        ORDER BY criterion.position, year DESC, measure, source_url
        """
    )


def vocabulary(warehouse: Warehouse) -> pd.DataFrame:
    """The readers' words for terms of the data: kind, term, da, en."""
    return warehouse.query("FROM vocabulary ORDER BY kind, term")
