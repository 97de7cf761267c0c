-- What machines are given, a query a resource. Every parameter may be NULL, which asks for all.
-- The names of the columns are promised: one is added here, never renamed.

-- name: municipalities
-- Parameters: code.
SELECT
    code, name, official_da, official_en, region_code, region, landsdel, nuts3, kommunegruppe,
    area_km2, website, newest.population::INTEGER AS population, population_year
FROM municipality
LEFT JOIN (
    SELECT code, arg_max(value, year) AS population, max(year) AS population_year
    FROM indicator
    WHERE indicator = 'population'
    GROUP BY code
) AS newest USING (code)
WHERE code = coalesce($code, code)
ORDER BY code

-- name: scores
-- Parameters: code, year, dimension.
SELECT
    score.code, name, score.year, dimension, documented, possible, midpoint, assessed, coverage,
    undated_share, fresh_share, stage_low, stage_high, rank,
    CASE WHEN dimension = 'total' THEN ranked END AS ranked,
    low AS band_low, high AS band_high, p_top, p_bottom
FROM score
JOIN municipality USING (code)
JOIN (SELECT year, count(rank) AS ranked FROM score GROUP BY year) AS counted USING (year)
LEFT JOIN rank_band
    ON rank_band.code = score.code AND rank_band.year = score.year AND dimension = 'total'
WHERE score.code = coalesce($code, score.code) AND score.year = coalesce($year, score.year)
    AND dimension = coalesce($dimension, dimension)
ORDER BY score.code, score.year, dimension

-- name: assessments
-- Every cell, known or not, from the table or from a query that stands in for it. Parameters: code,
-- year, dimension, criterion, first_year, last_year, context (the dimension that is never scored).
SELECT
    municipality.code, municipality.name, asked.year, criterion.dimension,
    criterion.id AS criterion, assessment.level, undated, implied, fresh, evidence_id,
    assessment.retrieved_on, evidence.year AS source_year, source_url, source_ref, source_kind
FROM municipality
CROSS JOIN (SELECT unnest(generate_series($first_year, $last_year)) AS year) AS asked
CROSS JOIN criterion
LEFT JOIN assessment
    ON assessment.code = municipality.code AND assessment.criterion = criterion.id
    AND assessment.year = asked.year
LEFT JOIN evidence
    ON evidence.id = evidence_id AND evidence.retrieved_on = assessment.retrieved_on
WHERE criterion.dimension <> $context
    AND municipality.code = coalesce($code, municipality.code)
    AND asked.year = coalesce($year, asked.year)
    AND criterion.dimension = coalesce($dimension, criterion.dimension)
    AND criterion.id = coalesce($criterion, criterion.id)
ORDER BY municipality.code, asked.year, position

-- name: evidence
-- Parameters: code, year (that the source speaks of), dimension, criterion, newest_year, context.
SELECT
    evidence.id, retrieved_on, evidence.code, municipality.name, dimension, criterion,
    criterion_version, CASE WHEN dimension <> $context THEN level END AS level, value,
    evidence.year, source_url, source_ref, source_kind, method, note, note_da, caveat, caveat_da,
    EXISTS (
        FROM assessment
        WHERE evidence_id = evidence.id AND assessment.retrieved_on = evidence.retrieved_on
            AND assessment.year = $newest_year
    ) AS counts
FROM evidence
JOIN municipality USING (code)
JOIN criterion ON criterion.id = evidence.criterion
WHERE evidence.code = coalesce($code, evidence.code)
    AND ($year IS NULL OR evidence.year = $year)
    AND dimension = coalesce($dimension, dimension)
    AND criterion = coalesce($criterion, criterion)
ORDER BY evidence.code, position, evidence.id, retrieved_on

-- name: criteria
-- Parameters: dimension, criterion.
SELECT
    id, dimension, facet, version, name_da, name_en, question_da, question_en, level0_da,
    level1_da, level2_da, level0_en, level1_en, level2_en, weight, origin, observed_by,
    fresh_years, requires, advice_da, advice_en, publish_da, publish_en
FROM criterion
WHERE dimension = coalesce($dimension, dimension) AND id = coalesce($criterion, id)
ORDER BY position

-- name: indicators
-- Parameters: code, year.
SELECT indicator.code, name, year, indicator, value, unit, source
FROM indicator
JOIN municipality USING (code)
WHERE indicator.code = coalesce($code, indicator.code) AND year = coalesce($year, year)
ORDER BY indicator.code, indicator, year

-- name: national_series
-- Parameters: year.
SELECT
    year, measure, m.da AS measure_da, m.en AS measure_en, value, unit, u.da AS unit_da,
    u.en AS unit_en, population, p.da AS population_da, p.en AS population_en, source_url, note,
    note_da
FROM national_series
LEFT JOIN vocabulary AS m ON m.kind = 'measure' AND m.term = measure
LEFT JOIN vocabulary AS u ON u.kind = 'unit' AND u.term = unit
LEFT JOIN vocabulary AS p ON p.kind = 'population' AND p.term = population
WHERE $year IS NULL OR year = $year
ORDER BY measure, year, source_url, value, population

-- name: sources
SELECT name, source, nullif(address, '') AS address, retrieved_at, sha256, rows, licence, attribution, caveat_da, caveat_en
FROM snapshot
ORDER BY name
