"""Scores and assessments, and how much is known."""

import pandas as pd

from samspil.model.codebook import CONTEXT, STATEMENT, WEBSITE
from samspil.warehouse.builds import Warehouse
from samspil.warehouse.queries.hearing import CONFIRMED, HEARD, VOUCHED


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


def marks(warehouse: Warehouse, code: str, year: int) -> pd.DataFrame:
    """The cells of one municipality: every scored criterion, in the order of the codebook.

    Columns: those of `criterion` (id as criterion), level (0, 1, 2; NA = not known), level_text_da
    and _en (the wording of that level), undated, implied, fresh, evidence_id, evidence_year (NA
    where the source shows none), source_url, source_ref, source_kind, method, note, note_da,
    caveat, caveat_da, retrieved_on, requires_da and _en (the criterion that this one requires),
    records (how many readings there are of the cell, of any age), last_year (the newest that one
    of them states), of the newest look-up on the cell outcome and looked_on; of the last hearing
    asked_on, heard (how it was answered: an outcome of a round, or an answer; NA where it did not
    ask), confirmed_on (when the municipality called this very record right), only_said (whether the
    level rests on the municipality's word alone) and said_in_vain (whether it answered what only a
    website can show).
    """
    return warehouse.query(
        f"""
        WITH heard AS ({HEARD}), confirmed AS ({CONFIRMED}), vouched AS ({VOUCHED})
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
            assessment.evidence_id,
            evidence.year AS evidence_year,
            evidence.* EXCLUDE (id, code, criterion, level, value, year, snapshot),
            requires_da,
            requires_en,
            coalesce(cell.records, 0) AS records,
            last_year,
            outcome,
            looked_on,
            asked_on,
            heard,
            confirmed_on,
            coalesce(source_kind = $statement AND NOT EXISTS (
                FROM vouched
                WHERE vouched.criterion = evidence.criterion
                    AND (vouched.level = least(evidence.level, 1) OR evidence.value IS NOT NULL)
                    AND vouched.value IS NOT DISTINCT FROM evidence.value
            ), false) AS only_said,
            coalesce(cell.said_in_vain, false) AS said_in_vain
        FROM criterion
        LEFT JOIN (
            SELECT id AS needed, name_da AS requires_da, name_en AS requires_en FROM criterion
        ) ON needed = requires
        LEFT JOIN (FROM assessment WHERE code = $code AND year = $year) AS assessment
            ON assessment.criterion = criterion.id
        LEFT JOIN evidence
            ON evidence.id = evidence_id AND evidence.retrieved_on = assessment.retrieved_on
        LEFT JOIN (
            SELECT
                criterion,
                count(*) FILTER (NOT vain) AS records,
                max(year) FILTER (NOT vain) AS last_year,
                bool_or(vain) AS said_in_vain
            FROM (
                SELECT *, source_kind = $statement AND starts_with(criterion, $website) AS vain
                FROM evidence
                WHERE code = $code
            )
            GROUP BY ALL
        ) AS cell ON cell.criterion = criterion.id
        LEFT JOIN LATERAL (
            SELECT outcome, looked_on
            FROM lookup
            WHERE code = $code AND (lookup.criterion = criterion.id OR lookup.criterion IS NULL)
            ORDER BY looked_on DESC, lookup.criterion IS NULL
            LIMIT 1
        ) ON true
        LEFT JOIN heard ON heard.criterion = criterion.id
        LEFT JOIN confirmed
            ON confirmed.criterion = criterion.id
            AND confirmed.evidence_id = assessment.evidence_id
        WHERE dimension <> $context
        ORDER BY criterion.position
        """,
        {
            "code": code,
            "year": year,
            "context": CONTEXT,
            "statement": STATEMENT,
            "website": WEBSITE,
        },
    ).astype({"level": "Int64", "evidence_year": "Int64", "last_year": "Int64"})


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
    return {str(name): value for name, value in facts.iloc[0].items()}


def known_counts(warehouse: Warehouse) -> pd.DataFrame:
    """How many of the scored criteria are known of each municipality in the newest year.

    Columns: code, known, all (the number of scored criteria). Every municipality has a row.
    """
    return warehouse.query(
        """
        WITH scored AS (SELECT id FROM criterion WHERE dimension <> $context)
        SELECT municipality.code, count(mark.criterion) AS known,
            (SELECT count(*) FROM scored) AS "all"
        FROM municipality
        LEFT JOIN (
            SELECT code, criterion FROM assessment JOIN scored ON id = criterion WHERE year = $year
        ) AS mark USING (code)
        GROUP BY municipality.code
        ORDER BY municipality.code
        """,
        {"year": warehouse.build.newest_year, "context": CONTEXT},
    )
