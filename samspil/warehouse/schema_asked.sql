-- What was asked of municipalities, associations and servers, and what came back.

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
