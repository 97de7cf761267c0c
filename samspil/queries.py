"""What the pages ask of the warehouse, one short query a question.

Texts come in both languages (name_da and name_en, note_da and note); the pages choose.
"""

import json

import pandas as pd

from samspil.codebook import CONTEXT
from samspil.warehouse import Warehouse


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


def snapshots(warehouse: Warehouse) -> pd.DataFrame:
    """What was loaded and on which terms: the columns of `snapshot`."""
    return warehouse.query("FROM snapshot ORDER BY name")


def scores(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """The scores of a year, one row for each municipality and dimension (total included).

    Columns: those of `score` less year, and name, ranked (how many municipalities have a rank
    that year), band_low and band_high (nine draws in ten lie between them), p_top and p_bottom
    (the share of draws in the best and the last quarter); these four are NA without a rank.
    In Danish alphabetical order.
    """
    return warehouse.query(
        """
        SELECT
            score.* EXCLUDE (year),
            name,
            count(rank) OVER () AS ranked,
            low AS band_low,
            high AS band_high,
            p_top,
            p_bottom
        FROM score
        JOIN municipality USING (code)
        LEFT JOIN rank_band ON rank_band.code = score.code
            AND rank_band.year = score.year AND dimension = 'total'
        WHERE score.year = $year
        ORDER BY name COLLATE da, dimension
        """,
        {"year": year},
    )


def map_shapes(warehouse: Warehouse) -> pd.DataFrame:
    """What the map draws: code, name, outline (GeoJSON geometry), hatch (lists of lon, lat)."""
    shapes = warehouse.query("FROM map_shape JOIN municipality USING (code) ORDER BY code")
    return pd.DataFrame(
        {
            "code": shapes["code"],
            "name": shapes["name"],
            "outline": shapes["outline"].map(json.loads),
            "hatch": shapes["hatch"].map(json.loads),
        }
    )


def marks(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """The mark of one municipality on every scored criterion, in the order of the codebook.

    Columns: those of `criterion` (id as criterion), level (0, 1, 2; NA = not known), level_text_da
    and _en (the wording of that level), undated, implied, fresh, evidence_id, evidence_year (NA
    where the source shows none), source_url, source_ref, source_kind, method, note, note_da,
    caveat, caveat_da, retrieved_on, requires_da and _en (the criterion that this one requires),
    records (how many readings there are of the cell, of any age), last_year (the newest that one
    of them states), and of the newest look-up on the cell outcome and looked_on.
    """
    return warehouse.query(
        """
        SELECT
            criterion.* RENAME (id AS criterion),
            assessment.level,
            CASE assessment.level
                WHEN 0 THEN level0_da WHEN 1 THEN level1_da WHEN 2 THEN level2_da
            END AS level_text_da,
            CASE assessment.level
                WHEN 0 THEN level0_en WHEN 1 THEN level1_en WHEN 2 THEN level2_en
            END AS level_text_en,
            coalesce(undated, false) AS undated,
            coalesce(implied, false) AS implied,
            coalesce(fresh, false) AS fresh,
            evidence_id,
            evidence.year AS evidence_year,
            evidence.* EXCLUDE (id, code, criterion, level, value, year, snapshot),
            requires_da,
            requires_en,
            coalesce(cell.records, 0) AS records,
            last_year,
            outcome,
            looked_on
        FROM criterion
        LEFT JOIN (
            SELECT id AS needed, name_da AS requires_da, name_en AS requires_en FROM criterion
        ) ON needed = requires
        LEFT JOIN (FROM assessment WHERE code = $code AND year = $year) AS assessment
            ON assessment.criterion = criterion.id
        LEFT JOIN evidence
            ON evidence.id = evidence_id AND evidence.retrieved_on = assessment.retrieved_on
        LEFT JOIN (
            SELECT criterion, count(*) AS records, max(year) AS last_year
            FROM evidence
            WHERE code = $code
            GROUP BY ALL
        ) AS cell ON cell.criterion = criterion.id
        LEFT JOIN LATERAL (
            SELECT outcome, looked_on
            FROM lookup
            WHERE code = $code AND (lookup.criterion = criterion.id OR lookup.criterion IS NULL)
            ORDER BY looked_on DESC, lookup.criterion IS NULL
            LIMIT 1
        ) ON true
        WHERE dimension <> $context
        ORDER BY criterion.position
        """,
        {"code": code, "year": year, "context": CONTEXT},
    ).astype({"level": "Int64", "evidence_year": "Int64", "last_year": "Int64"})


def records(warehouse: Warehouse, code: str | None = None) -> pd.DataFrame:
    """Every reading, or those on one municipality, newest first within a criterion.

    Columns: those of `evidence`, and name (of the municipality), criterion_da, criterion_en and
    counts (whether a mark of the newest year rests on this reading).
    """
    return warehouse.query(
        """
        SELECT
            evidence.*,
            municipality.name,
            criterion.name_da AS criterion_da,
            criterion.name_en AS criterion_en,
            EXISTS (
                FROM assessment
                WHERE evidence_id = evidence.id AND assessment.retrieved_on = evidence.retrieved_on
                    AND assessment.year = $year
            ) AS counts
        FROM evidence
        JOIN municipality USING (code)
        JOIN criterion ON criterion.id = evidence.criterion
        WHERE $code IS NULL OR code = $code
        ORDER BY municipality.name COLLATE da, position, evidence.year DESC NULLS LAST,
            evidence.retrieved_on DESC, evidence.id
        """,
        {"code": code, "year": warehouse.build.newest_year},
    ).astype({"year": "Int64"})


def context(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """The figures that are shown and never scored, newest first.

    Columns: indicator (population, accounts_folkeoplysning, s18_amount), year, value, unit,
    per_inhabitant (kroner; only for s18_amount, and where that year's population is known),
    source_url, note and note_da (only for s18_amount: the page that states the amount).
    """
    return warehouse.query(
        """
        SELECT indicator, year, value, unit,
            NULL::DOUBLE AS per_inhabitant, NULL AS source_url, NULL AS note, NULL AS note_da
        FROM indicator
        WHERE code = $code
        UNION ALL
        SELECT 's18_amount', evidence.year, evidence.value, 'kr',
            evidence.value / population.value, source_url, note, note_da
        FROM latest_reading AS evidence
        LEFT JOIN indicator AS population
            ON population.code = evidence.code AND population.year = evidence.year
            AND population.indicator = 'population'
        WHERE evidence.code = $code AND criterion = 's18_amount'
        ORDER BY indicator, year DESC NULLS LAST
        """,
        {"code": code},
    ).astype({"year": "Int64"})


def corrections(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """Objections to the evidence on one municipality and their outcome, newest first."""
    return warehouse.query(
        """
        SELECT correction.*, name_da AS criterion_da, name_en AS criterion_en
        FROM correction
        JOIN criterion ON criterion.id = criterion
        WHERE code = $code
        ORDER BY date DESC, correction.id
        """,
        {"code": code},
    )


def evidence_facts(warehouse: Warehouse) -> dict[str, float]:
    """The evidence in numbers: records, undated (share), uncertain and zeros (records)."""
    facts = warehouse.query(
        """
        SELECT
            count(*) AS records,
            avg((year IS NULL)::INTEGER) AS undated,
            count(caveat) AS uncertain,
            count(*) FILTER (level = 0) AS zeros
        FROM evidence
        """
    )
    return facts.iloc[0].to_dict()


def known_facts(warehouse: Warehouse) -> dict[str, float]:
    """How much is known in the newest year.

    known_cells, of cells (municipality x scored criterion); fresh_cells, those of them that are
    reconfirmed; ranked (municipalities); median_coverage (share, the mean of the three dimensions,
    in the median municipality); nothing (municipalities of which nothing is known).
    """
    facts = warehouse.query(
        """
        WITH scored AS (SELECT id FROM criterion WHERE dimension <> $context),
        mark AS (
            SELECT fresh FROM assessment JOIN scored ON id = criterion WHERE year = $year
        )
        SELECT
            (SELECT count(*) FROM mark) AS known_cells,
            (SELECT count(*) FROM mark WHERE fresh) AS fresh_cells,
            (SELECT count(*) FROM municipality) * (SELECT count(*) FROM scored) AS cells,
            count(rank) AS ranked,
            median(coverage) AS median_coverage,
            count(*) FILTER (coverage = 0) AS nothing
        FROM score
        WHERE dimension = 'total' AND year = $year
        """,
        {"year": warehouse.build.newest_year, "context": CONTEXT},
    )
    return facts.iloc[0].to_dict()


def most_similar(warehouse: Warehouse, code: str, count: int) -> list[str]:
    """The codes of the municipalities most like this one, the most similar first."""
    return warehouse.query(
        'SELECT other FROM "similar" WHERE code = $code AND position <= $count ORDER BY position',
        {"code": code, "count": count},
    )["other"].tolist()


def national_series(warehouse: Warehouse) -> pd.DataFrame:
    """Published national figures as their sources state them: the columns of `national_series`."""
    return warehouse.query("FROM national_series ORDER BY measure, year, source_url").astype(
        {"year": "Int64"}
    )
