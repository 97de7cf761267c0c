-- From evidence to assessment to score; docs/SCORING.md explains the rules in prose.
-- The build runs both over every year; a reader's own weights, horizon and year run the same text.

-- name: counted
-- The readings that count in each year. Parameters: first_year, last_year, horizon (years), release_year and
-- undated_years (undated records count in the release year only, if read in it or in so many years before it),
-- statement (the kind of a municipality's own answer), website (how the id of a criterion begins that only a
-- website can show).
WITH asked AS (
    SELECT unnest(generate_series($first_year, $last_year)) AS assessed_year
),
reading AS (
    -- An own answer counts as level 1 at most, and never for what a website must show.
    SELECT
        * REPLACE (CASE WHEN own THEN least(level, 1) ELSE level END AS level),
        coalesce(source_url, source_ref) AS address
    FROM (SELECT *, source_kind = $statement AS own FROM evidence)
    WHERE NOT (own AND starts_with(criterion, $website))
),
ending AS (
    -- From its year on, a later reading of an address, or a look-up that found it gone, ends the earlier ones.
    SELECT DISTINCT code, criterion, address, retrieved_on AS ended_on FROM reading
    UNION
    SELECT code, criterion, source_url, looked_on FROM lookup WHERE outcome = 'gone'
),
counted AS (
    SELECT reading.*, assessed_year, reading.year IS NULL AS undated
    FROM asked
    JOIN reading
        ON (reading.year > assessed_year - $horizon AND reading.year <= assessed_year)
        OR (reading.year IS NULL AND assessed_year = $release_year
            AND year(reading.retrieved_on) BETWEEN assessed_year - $undated_years AND assessed_year)
    ANTI JOIN ending
        ON ending.code = reading.code
        AND (ending.criterion = reading.criterion OR ending.criterion IS NULL)
        AND ending.address = reading.address
        AND ended_on > reading.retrieved_on
        AND year(ended_on) <= assessed_year
)
-- name: assessment
-- Goes on from `counted`. Further parameters: source_kinds (strongest first), derived, adoption_year (the
-- criterion that `derived` is computed from).
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
    SELECT code, criterion, assessed_year, level, id, retrieved_on, undated, year AS source_year
    FROM cell
    WHERE dated_zero IS NULL OR year > dated_zero OR (level = 0 AND NOT undated)
    QUALIFY row_number() OVER (
        PARTITION BY code, criterion, assessed_year
        ORDER BY level DESC, undated, year DESC, list_position($source_kinds, source_kind),
            retrieved_on DESC, id
    ) = 1
),
adopted AS (
    -- The latest adoption year that sources with an address state, and that own answers state.
    SELECT *, assessed_year - value AS age
    FROM cell
    WHERE criterion = $adoption_year AND value <= assessed_year AND NOT (undated AND has_dated)
    QUALIFY row_number() OVER (
        PARTITION BY code, assessed_year, own
        ORDER BY value DESC, undated, year DESC, list_position($source_kinds, source_kind),
            retrieved_on DESC, id
    ) = 1
),
derived AS (
    SELECT
        code,
        $derived AS criterion,
        assessed_year,
        CASE
            WHEN age <= 4 AND NOT own THEN 2
            WHEN age <= 8 THEN 1
            ELSE 0
        END AS derived_level,
        id,
        retrieved_on,
        undated,
        year AS source_year
    FROM adopted
    QUALIFY row_number() OVER (
        PARTITION BY code, assessed_year ORDER BY derived_level DESC, own
    ) = 1
),
known AS (
    -- What is added up stands in order here and below: fractions differ with it in the last digit.
    SELECT
        found.*,
        coalesce(source_year > assessed_year - fresh_years, false) AS fresh
    FROM (FROM collected UNION ALL FROM derived) AS found
    JOIN criterion ON criterion.id = found.criterion
),
implied AS (
    -- What needs something that is not there cannot be there either, unless it was shown.
    SELECT
        known.code,
        criterion.id AS criterion,
        known.assessed_year,
        0 AS level,
        known.id,
        known.retrieved_on,
        known.undated,
        known.fresh
    FROM known
    JOIN criterion ON criterion.requires = known.criterion
    ANTI JOIN known AS shown
        ON shown.code = known.code
        AND shown.criterion = criterion.id
        AND shown.assessed_year = known.assessed_year
    WHERE known.level = 0
)
SELECT code, criterion, assessed_year AS year, level, id AS evidence_id, retrieved_on, undated,
    false AS implied, fresh
FROM known
UNION ALL
SELECT code, criterion, assessed_year, level, id, retrieved_on, undated, true, fresh
FROM implied

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
    SELECT dimension, sum(weight ORDER BY criterion) AS full_weight
    FROM criterion_weight
    GROUP BY dimension
    HAVING sum(weight ORDER BY criterion) > 0
),
known AS (
    -- What is added up stands in order here and below: fractions differ with it in the last digit.
    SELECT
        code,
        year,
        dimension,
        sum(weight ORDER BY criterion) AS known_weight,
        sum(weight * level / 2 ORDER BY criterion) AS met_weight,
        sum(weight ORDER BY criterion) FILTER (undated) AS undated_weight,
        sum(weight ORDER BY criterion) FILTER (fresh) AS fresh_weight
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
        coalesce(undated_weight / nullif(known_weight, 0), 0) AS undated_share,
        coalesce(fresh_weight / nullif(known_weight, 0), 0) AS fresh_share
    FROM municipality
    CROSS JOIN asked
    CROSS JOIN scale
    LEFT JOIN known USING (code, year, dimension)
),
total AS (
    SELECT
        code,
        year,
        sum(weight * documented ORDER BY dimension) / sum(weight ORDER BY dimension) AS documented,
        sum(weight * possible ORDER BY dimension) / sum(weight ORDER BY dimension) AS possible,
        sum(weight * midpoint ORDER BY dimension) / sum(weight ORDER BY dimension) AS midpoint,
        sum(weight * coverage ORDER BY dimension) / sum(weight ORDER BY dimension) AS coverage,
        sum(weight * undated_share ORDER BY dimension) / sum(weight ORDER BY dimension) AS undated_share,
        sum(weight * fresh_share ORDER BY dimension) / sum(weight ORDER BY dimension) AS fresh_share,
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
    fresh_share, NULL AS stage_low, NULL AS stage_high, NULL AS rank
FROM part
UNION ALL
SELECT
    code, year, 'total', documented, possible, midpoint, NULL, coverage, undated_share,
    fresh_share,
    (SELECT max(stage) FROM stage WHERE threshold <= round(weakest_documented, 9)),
    (SELECT max(stage) FROM stage WHERE threshold <= round(weakest_possible, 9)),
    rank
FROM total
LEFT JOIN ranked USING (code, year)
