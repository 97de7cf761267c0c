-- From evidence to assessment to score; docs/SCORING.md explains the rules in prose.
-- The build runs both over every year; a reader's own weights, horizon and year run the same text.

-- name: assessment
-- Parameters: first_year, last_year, horizon (years), with_undated (bool), source_kinds (strongest first), derived,
-- adoption_year (the criterion that `derived` is computed from).
WITH asked AS (
    SELECT unnest(generate_series($first_year, $last_year)) AS assessed_year
),
counted AS (
    -- Dated records count for `horizon` years, undated ones only in the year they were read.
    SELECT evidence.*, assessed_year, evidence.year IS NULL AS undated
    FROM asked
    JOIN evidence
        ON (evidence.year > assessed_year - $horizon AND evidence.year <= assessed_year)
        OR ($with_undated AND evidence.year IS NULL
            AND year(evidence.retrieved_on) = assessed_year)
),
cell AS (
    SELECT
        *,
        max(year) FILTER (level = 0) OVER same_cell AS dated_zero,
        bool_or(NOT undated) OVER same_cell AS has_dated
    FROM counted
    WINDOW same_cell AS (PARTITION BY code, criterion, assessed_year)
),
collected AS (
    -- A dated zero cancels what is not newer than it, and undated records stand aside for it;
    -- an undated zero cannot be shown to be newer than anything.
    SELECT code, criterion, assessed_year, level, id, undated
    FROM cell
    WHERE dated_zero IS NULL OR year > dated_zero OR (level = 0 AND NOT undated)
    QUALIFY row_number() OVER (
        PARTITION BY code, criterion, assessed_year
        ORDER BY level DESC, undated, year DESC, list_position($source_kinds, source_kind), id
    ) = 1
),
adopted AS (
    SELECT code, assessed_year, assessed_year - value AS age, id, undated
    FROM cell
    WHERE criterion = $adoption_year AND value <= assessed_year AND NOT (undated AND has_dated)
    QUALIFY row_number() OVER (
        PARTITION BY code, assessed_year
        ORDER BY value DESC, undated, year DESC, list_position($source_kinds, source_kind), id
    ) = 1
)
SELECT code, criterion, assessed_year AS year, level, id AS evidence_id, undated
FROM collected
UNION ALL
SELECT
    code,
    $derived,
    assessed_year,
    CASE WHEN age <= 4 THEN 2 WHEN age <= 8 THEN 1 ELSE 0 END,
    id,
    undated
FROM adopted

-- name: score
-- Parameters: first_year, last_year, minimum_coverage (share), criteria and criterion_weights
-- (parallel lists), dimensions and dimension_weights (parallel lists).
WITH asked AS (
    SELECT unnest(generate_series($first_year, $last_year)) AS year
),
criterion_weight AS (
    SELECT given.criterion, criterion.dimension, given.weight
    FROM (SELECT unnest($criteria) AS criterion, unnest($criterion_weights) AS weight) AS given
    JOIN criterion ON criterion.id = given.criterion
),
dimension_weight AS (
    SELECT unnest($dimensions) AS dimension, unnest($dimension_weights) AS weight
),
scale AS (
    -- A dimension whose criteria weigh nothing has no score.
    SELECT dimension, sum(weight) AS full_weight
    FROM criterion_weight
    GROUP BY dimension
    HAVING sum(weight) > 0
),
known AS (
    SELECT
        code,
        year,
        dimension,
        sum(weight) AS known_weight,
        sum(weight * level / 2) AS met_weight,
        sum(weight) FILTER (undated) AS undated_weight
    FROM assessment
    JOIN criterion_weight USING (criterion)
    GROUP BY ALL
),
part AS (
    SELECT
        municipality.code,
        asked.year,
        scale.dimension,
        100 * coalesce(met_weight, 0) / full_weight AS documented,
        100 * (coalesce(met_weight, 0) + full_weight - coalesce(known_weight, 0)) / full_weight
            AS possible,
        (documented + possible) / 2 AS midpoint,
        100 * met_weight / nullif(known_weight, 0) AS assessed,
        coalesce(known_weight, 0) / full_weight AS coverage,
        coalesce(undated_weight / nullif(known_weight, 0), 0) AS undated_share
    FROM municipality
    CROSS JOIN asked
    CROSS JOIN scale
    LEFT JOIN known USING (code, year, dimension)
),
total AS (
    SELECT
        code,
        year,
        sum(weight * documented) / sum(weight) AS documented,
        sum(weight * possible) / sum(weight) AS possible,
        sum(weight * midpoint) / sum(weight) AS midpoint,
        sum(weight * coverage) / sum(weight) AS coverage,
        sum(weight * undated_share) / sum(weight) AS undated_share,
        min(documented) AS weakest_documented,
        min(possible) AS weakest_possible
    FROM part
    JOIN dimension_weight USING (dimension)
    WHERE weight > 0
    GROUP BY code, year
),
ranked AS (
    -- Nine decimals: what adding fractions leaves behind must neither break nor make a tie.
    SELECT code, year, rank() OVER (PARTITION BY year ORDER BY round(midpoint, 9) DESC) AS rank
    FROM total
    WHERE round(coverage, 9) >= $minimum_coverage
)
SELECT
    code, year, dimension, documented, possible, midpoint, assessed, coverage, undated_share,
    NULL AS stage_low, NULL AS stage_high, NULL AS rank
FROM part
UNION ALL
SELECT
    code, year, 'total', documented, possible, midpoint, NULL, coverage, undated_share,
    (SELECT max(stage) FROM stage WHERE threshold <= round(weakest_documented, 9)),
    (SELECT max(stage) FROM stage WHERE threshold <= round(weakest_possible, 9)),
    rank
FROM total
LEFT JOIN ranked USING (code, year)
