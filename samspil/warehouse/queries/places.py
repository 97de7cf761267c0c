"""The municipalities: outlines, similar ones, and public statistics on them."""

import json
from typing import Any

import pandas as pd

from samspil.warehouse.builds import Warehouse


def municipalities(warehouse: Warehouse) -> pd.DataFrame:
    """The municipalities in Danish alphabetical order, with their newest population.

    Columns: those of `municipality`, and population (inhabitants) and population_year.
    """
    return warehouse.query(
        """
        SELECT municipality.*, newest.population::INTEGER AS population, newest.population_year
        FROM municipality
        LEFT JOIN (
            SELECT code, arg_max(value, year) AS population, max(year) AS population_year
            FROM indicator
            WHERE indicator = 'population'
            GROUP BY code
        ) AS newest USING (code)
        ORDER BY name COLLATE da
        """
    )


def map_shapes(warehouse: Warehouse) -> pd.DataFrame:
    """What the map draws: code, name, nuts3, outline (GeoJSON), hatch and fine_hatch (lines)."""
    shapes = warehouse.query("FROM map_shape JOIN municipality USING (code) ORDER BY code")
    return pd.DataFrame(
        {
            "code": shapes["code"],
            "name": shapes["name"],
            "nuts3": shapes["nuts3"],
            "outline": shapes["outline"].map(json.loads),
            "hatch": shapes["hatch"].map(json.loads),
            "fine_hatch": shapes["fine_hatch"].map(json.loads),
        }
    )


def outline(warehouse: Warehouse, code: str) -> dict[str, Any]:
    """The outline of one municipality (GeoJSON)."""
    shape = warehouse.query("SELECT outline FROM map_shape WHERE code = $code", {"code": code})
    return json.loads(shape["outline"].iloc[0])


def most_similar(warehouse: Warehouse, code: str, count: int) -> list[str]:
    """The codes of the municipalities most like this one, the most similar first."""
    return warehouse.query(
        'SELECT other FROM "similar" WHERE code = $code AND position <= $count ORDER BY position',
        {"code": code, "count": count},
    )["other"].tolist()


def context(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """The figures that are shown and never scored, newest first.

    Columns: indicator (population, accounts_folkeoplysning and further ones that begin with
    accounts_, s18_amount), year, value, unit, snapshot (the file that it stands in),
    per_inhabitant (kroner; only for s18_amount, and where that year's population is known),
    source_url, note, note_da, evidence_id and retrieved_on (only for s18_amount: the page that
    states the amount, and the reading of it).
    """
    return warehouse.query(
        """
        SELECT indicator, year, value, unit, source AS snapshot,
            NULL::DOUBLE AS per_inhabitant, NULL AS source_url, NULL AS note, NULL AS note_da,
            NULL AS evidence_id, NULL::DATE AS retrieved_on
        FROM indicator
        WHERE code = $code
        UNION ALL
        SELECT 's18_amount', evidence.year, evidence.value, 'kr', evidence.snapshot,
            evidence.value / population.value, source_url, note, note_da,
            evidence.id, evidence.retrieved_on
        FROM latest_reading AS evidence
        LEFT JOIN indicator AS population
            ON population.code = evidence.code AND population.year = evidence.year
            AND population.indicator = 'population'
        WHERE evidence.code = $code AND criterion = 's18_amount'
        ORDER BY indicator, year DESC NULLS LAST
        """,
        {"code": code},
    ).astype({"year": "Int64"})
