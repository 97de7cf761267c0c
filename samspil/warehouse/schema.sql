-- The warehouse: one DuckDB file a build. What tables and columns mean stands in comments.sql.
-- Raise SCHEMA_VERSION in samspil/warehouse/builds.py with every change here.

CREATE TABLE build (
    id TEXT PRIMARY KEY,
    schema_version INTEGER NOT NULL,
    codebook_version TEXT NOT NULL,
    method TEXT NOT NULL,
    release TEXT NOT NULL,
    release_date DATE NOT NULL,
    built_at TIMESTAMP NOT NULL,
    newest_year INTEGER NOT NULL,
    horizon INTEGER NOT NULL,
    minimum_coverage DOUBLE NOT NULL
);

CREATE TABLE snapshot (
    name TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    retrieved_at DATE NOT NULL,
    sha256 TEXT NOT NULL,
    rows INTEGER NOT NULL,
    licence TEXT NOT NULL,
    attribution TEXT NOT NULL,
    caveat_da TEXT NOT NULL,
    caveat_en TEXT NOT NULL
);

CREATE TABLE retrieval (
    snapshot TEXT NOT NULL REFERENCES snapshot,
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    asked TEXT NOT NULL,
    retrieved_at TIMESTAMP NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (snapshot, position)
);

CREATE TABLE municipality (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    official_da TEXT NOT NULL,
    official_en TEXT NOT NULL,
    genitive_da TEXT NOT NULL,
    region_code TEXT NOT NULL,
    region TEXT NOT NULL,
    landsdel TEXT NOT NULL,
    nuts3 TEXT NOT NULL,
    kommunegruppe TEXT NOT NULL,
    area_km2 DOUBLE NOT NULL,
    website TEXT NOT NULL
);

CREATE TABLE boundary (code TEXT PRIMARY KEY REFERENCES municipality, geometry BLOB NOT NULL);

CREATE TABLE map_shape (code TEXT PRIMARY KEY REFERENCES municipality, outline TEXT NOT NULL, hatch TEXT NOT NULL, fine_hatch TEXT NOT NULL);

CREATE TABLE neighbour (
    code TEXT NOT NULL REFERENCES municipality,
    other TEXT NOT NULL REFERENCES municipality,
    kind TEXT NOT NULL CHECK (kind IN ('border', 'nearest')),
    PRIMARY KEY (code, other)
);

CREATE TABLE "similar" (
    code TEXT NOT NULL REFERENCES municipality,
    other TEXT NOT NULL REFERENCES municipality,
    position INTEGER NOT NULL,
    distance DOUBLE NOT NULL,
    PRIMARY KEY (code, position)
);

CREATE TABLE dimension (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name_da TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description_da TEXT NOT NULL,
    description_en TEXT NOT NULL,
    weight DOUBLE NOT NULL
);

CREATE TABLE stage (
    stage INTEGER PRIMARY KEY,
    threshold DOUBLE NOT NULL,
    name_da TEXT NOT NULL,
    name_en TEXT NOT NULL
);

CREATE TABLE criterion (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    dimension TEXT NOT NULL REFERENCES dimension,
    facet TEXT,
    version INTEGER NOT NULL,
    name_da TEXT NOT NULL,
    name_en TEXT NOT NULL,
    question_da TEXT NOT NULL,
    question_en TEXT NOT NULL,
    level0_da TEXT NOT NULL,
    level1_da TEXT NOT NULL,
    level2_da TEXT NOT NULL,
    level0_en TEXT NOT NULL,
    level1_en TEXT NOT NULL,
    level2_en TEXT NOT NULL,
    weight DOUBLE NOT NULL,
    origin TEXT NOT NULL,
    observed_by TEXT NOT NULL,
    fresh_years INTEGER NOT NULL,
    requires TEXT,
    advice_da TEXT NOT NULL,
    advice_en TEXT NOT NULL,
    publish_da TEXT NOT NULL,
    publish_en TEXT NOT NULL
);

CREATE TABLE counted_group (
    criterion TEXT NOT NULL REFERENCES criterion,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name_da TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (criterion, id)
);

CREATE TABLE evidence (
    id TEXT NOT NULL,
    retrieved_on DATE NOT NULL,
    code TEXT NOT NULL REFERENCES municipality,
    criterion TEXT NOT NULL REFERENCES criterion,
    criterion_version INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK (level IN (0, 1, 2)),
    value DOUBLE,
    year INTEGER,
    source_url TEXT,
    source_ref TEXT,
    source_kind TEXT NOT NULL,
    method TEXT NOT NULL,
    note TEXT NOT NULL,
    note_da TEXT NOT NULL,
    caveat TEXT,
    caveat_da TEXT,
    snapshot TEXT NOT NULL REFERENCES snapshot,
    PRIMARY KEY (id, retrieved_on)
);

CREATE VIEW latest_reading AS
SELECT * FROM evidence
QUALIFY retrieved_on = max(retrieved_on) OVER (PARTITION BY code, criterion, coalesce(source_url, source_ref));

CREATE TABLE example (evidence_id TEXT PRIMARY KEY, copy_da TEXT NOT NULL, copy_en TEXT NOT NULL);

CREATE TABLE lookup (
    code TEXT NOT NULL REFERENCES municipality,
    criterion TEXT REFERENCES criterion,
    source_url TEXT,
    method TEXT NOT NULL,
    looked_on DATE NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('found', 'not_found', 'gone', 'blocked', 'incomplete')),
    note TEXT
);

CREATE TABLE assessment (
    code TEXT NOT NULL,
    criterion TEXT NOT NULL,
    year INTEGER NOT NULL,
    level INTEGER NOT NULL,
    evidence_id TEXT NOT NULL,
    retrieved_on DATE NOT NULL,
    undated BOOLEAN NOT NULL,
    implied BOOLEAN NOT NULL,
    fresh BOOLEAN NOT NULL,
    PRIMARY KEY (code, criterion, year)
);

CREATE TABLE score (
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    dimension TEXT NOT NULL,
    documented DOUBLE NOT NULL,
    possible DOUBLE NOT NULL,
    midpoint DOUBLE NOT NULL,
    assessed DOUBLE,
    coverage DOUBLE NOT NULL,
    undated_share DOUBLE NOT NULL,
    fresh_share DOUBLE NOT NULL,
    stage_low INTEGER,
    stage_high INTEGER,
    rank INTEGER,
    PRIMARY KEY (code, year, dimension)
);

CREATE TABLE rank_band (
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    low DOUBLE NOT NULL,
    high DOUBLE NOT NULL,
    p_top DOUBLE NOT NULL,
    p_bottom DOUBLE NOT NULL,
    PRIMARY KEY (code, year)
);

CREATE TABLE indicator (
    code TEXT NOT NULL REFERENCES municipality,
    year INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    value DOUBLE NOT NULL,
    unit TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES snapshot,
    PRIMARY KEY (code, year, indicator)
);

CREATE TABLE national_series (
    year INTEGER,
    measure TEXT NOT NULL,
    value DOUBLE NOT NULL,
    unit TEXT NOT NULL,
    population TEXT NOT NULL,
    source_url TEXT NOT NULL,
    note TEXT NOT NULL,
    note_da TEXT NOT NULL
);

CREATE TABLE vocabulary (
    kind TEXT NOT NULL CHECK (kind IN ('measure', 'unit', 'population', 'kommunegruppe')),
    term TEXT NOT NULL,
    da TEXT NOT NULL,
    en TEXT NOT NULL,
    PRIMARY KEY (kind, term)
);

CREATE TABLE national_count (
    criterion TEXT NOT NULL REFERENCES criterion,
    measure TEXT NOT NULL,
    year INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    says_da TEXT NOT NULL,
    says_en TEXT NOT NULL,
    differs_da TEXT,
    differs_en TEXT,
    PRIMARY KEY (criterion, measure, year)
);

CREATE TABLE dialogue_question (id TEXT PRIMARY KEY, position INTEGER NOT NULL, dimension TEXT NOT NULL REFERENCES dimension, question_da TEXT NOT NULL, question_en TEXT NOT NULL);

CREATE TABLE correction (
    id TEXT PRIMARY KEY,
    evidence_id TEXT,
    code TEXT NOT NULL REFERENCES municipality,
    criterion TEXT NOT NULL REFERENCES criterion,
    field TEXT,
    old TEXT,
    new TEXT,
    by_role TEXT NOT NULL,
    objection TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('open', 'accepted', 'rejected')),
    reason TEXT,
    source_url TEXT,
    date DATE NOT NULL
);

CREATE TABLE hearing (
    round TEXT NOT NULL,
    code TEXT NOT NULL REFERENCES municipality,
    sent_on DATE NOT NULL,
    asked TEXT NOT NULL,
    answered_on DATE,
    outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'answered', 'declined', 'no_answer')),
    PRIMARY KEY (round, code)
);

CREATE TABLE hearing_answer (
    round TEXT NOT NULL,
    code TEXT NOT NULL REFERENCES municipality,
    criterion TEXT NOT NULL REFERENCES criterion,
    evidence_id TEXT,
    answer TEXT NOT NULL,
    answered_on DATE NOT NULL
);

CREATE TABLE to_read (
    round TEXT NOT NULL,
    code TEXT NOT NULL REFERENCES municipality,
    criterion TEXT NOT NULL REFERENCES criterion,
    claimed TEXT NOT NULL,
    year INTEGER,
    source_url TEXT NOT NULL,
    answered_on DATE NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    PRIMARY KEY (round, code, criterion, source_url)
);

CREATE TABLE statement (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    text_da TEXT NOT NULL,
    text_en TEXT NOT NULL
);

CREATE TABLE statement_answer (
    round TEXT NOT NULL,
    code TEXT NOT NULL REFERENCES municipality,
    statement TEXT NOT NULL REFERENCES statement,
    answer INTEGER NOT NULL CHECK (answer BETWEEN 1 AND 5),
    answered_on DATE NOT NULL,
    PRIMARY KEY (round, code, statement)
);

CREATE TABLE association_answer (
    round TEXT NOT NULL,
    code TEXT NOT NULL REFERENCES municipality,
    statement TEXT REFERENCES statement,
    criterion TEXT REFERENCES criterion,
    respondents INTEGER NOT NULL CHECK (respondents >= 5 AND respondents % 5 = 0),
    median DOUBLE NOT NULL,
    low INTEGER CHECK (low >= 5 AND low % 5 = 0),
    middle INTEGER CHECK (middle >= 5 AND middle % 5 = 0),
    high INTEGER CHECK (high >= 5 AND high % 5 = 0),
    released_on DATE NOT NULL,
    CHECK ((statement IS NULL) <> (criterion IS NULL))
);

CREATE TABLE link (
    address TEXT PRIMARY KEY,
    state TEXT NOT NULL
        CHECK (state IN ('reachable', 'moved', 'gone', 'blocked', 'no_answer')),
    moved_to TEXT,
    checked_on DATE NOT NULL,
    reachable_on DATE
);

CREATE TABLE refreshed (
    name TEXT PRIMARY KEY REFERENCES snapshot,
    outcome TEXT NOT NULL
        CHECK (outcome IN ('replaced', 'unchanged', 'held_back', 'failed', 'waiting')),
    tried_on DATE NOT NULL,
    said TEXT NOT NULL
);
