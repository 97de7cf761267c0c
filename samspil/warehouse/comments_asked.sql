-- What the tables of schema_asked.sql mean.

COMMENT ON TABLE hearing IS 'one municipality asked in one hearing round, and what came of it';
COMMENT ON COLUMN hearing.round IS 'the round, such as 2027-1';
COMMENT ON COLUMN hearing.code IS 'the municipality';
COMMENT ON COLUMN hearing.sent_on IS 'day on which it was asked';
COMMENT ON COLUMN hearing.asked IS 'the criteria that it was asked about, by id, with blanks between';
COMMENT ON COLUMN hearing.answered_on IS 'day of its latest answer; empty: none came';
COMMENT ON COLUMN hearing.outcome IS '`sent`, `answered`, `declined` or `no_answer`';

COMMENT ON TABLE hearing_answer IS 'what a municipality answered on one criterion; only what became evidence or a correction moves a score';
COMMENT ON COLUMN hearing_answer.round IS 'the round';
COMMENT ON COLUMN hearing_answer.code IS 'the municipality';
COMMENT ON COLUMN hearing_answer.criterion IS 'the criterion';
COMMENT ON COLUMN hearing_answer.evidence_id IS 'the claim that it was shown; empty where nothing was known';
COMMENT ON COLUMN hearing_answer.answer IS '`right`, `wrong`, `outdated`, a level, a figure, or `dont_know`';
COMMENT ON COLUMN hearing_answer.answered_on IS 'day of the answer';

COMMENT ON TABLE to_read IS 'a page that a municipality named in its answer; it counts once a coder has read it';
COMMENT ON COLUMN to_read.round IS 'the round';
COMMENT ON COLUMN to_read.code IS 'the municipality';
COMMENT ON COLUMN to_read.criterion IS 'the criterion';
COMMENT ON COLUMN to_read.claimed IS 'the level that the municipality claims; of a figure its value';
COMMENT ON COLUMN to_read.year IS 'the year that the answer speaks of; empty: it states none';
COMMENT ON COLUMN to_read.source_url IS 'the public page';
COMMENT ON COLUMN to_read.answered_on IS 'day of the answer';
COMMENT ON COLUMN to_read.status IS '`open`, or `closed` by hand; an open one waits until the evidence holds a later reading of that page';

COMMENT ON TABLE statement IS 'a statement put to municipalities and to associations alike; answers are shown and never scored';
COMMENT ON COLUMN statement.id IS 'a short name';
COMMENT ON COLUMN statement.position IS 'place in the list';
COMMENT ON COLUMN statement.text_da IS 'the statement in Danish';
COMMENT ON COLUMN statement.text_en IS 'the statement in English';

COMMENT ON TABLE statement_answer IS 'how far a municipality agreed with a statement';
COMMENT ON COLUMN statement_answer.round IS 'the round';
COMMENT ON COLUMN statement_answer.code IS 'the municipality';
COMMENT ON COLUMN statement_answer.statement IS 'the statement';
COMMENT ON COLUMN statement_answer.answer IS 'from 1, not at all, to 5, fully';
COMMENT ON COLUMN statement_answer.answered_on IS 'day of the answer';

COMMENT ON TABLE association_answer IS 'what at least five associations of a municipality answered to one question in one round; shown and never scored, and never of single associations';
COMMENT ON COLUMN association_answer.round IS 'the round, such as 2027-1';
COMMENT ON COLUMN association_answer.code IS 'the municipality';
COMMENT ON COLUMN association_answer.statement IS 'the statement; empty where a criterion was asked about';
COMMENT ON COLUMN association_answer.criterion IS 'the criterion, as the associations see it; empty where a statement was';
COMMENT ON COLUMN association_answer.respondents IS 'how many answered, rounded down to a multiple of five';
COMMENT ON COLUMN association_answer.median IS 'the middle answer: 1, not at all, to 5, fully, of a statement; a level of a criterion';
COMMENT ON COLUMN association_answer.low IS 'how many answered 1 or 2, or level 0, rounded down to a multiple of five; empty unless each of the three parts holds five';
COMMENT ON COLUMN association_answer.middle IS 'likewise 3, or level 1';
COMMENT ON COLUMN association_answer.high IS 'likewise 4 or 5, or level 2';
COMMENT ON COLUMN association_answer.released_on IS 'day of the import from which the figure dates; it changes only when five further associations have answered';
COMMENT ON TABLE link IS 'what became of an address of the evidence when it was last asked; it marks and sorts, and ends no reading';
COMMENT ON COLUMN link.address IS 'letter for letter as in evidence.source_url';
COMMENT ON COLUMN link.state IS '`reachable`, `moved`, `gone`, `blocked` (to machines) or `no_answer`';
COMMENT ON COLUMN link.moved_to IS 'where it led; empty unless it has moved';
COMMENT ON COLUMN link.checked_on IS 'day on which it was last asked';
COMMENT ON COLUMN link.reachable_on IS 'last day on which it answered; empty where that is not known';

COMMENT ON TABLE refreshed IS 'what came of a source when it was last refreshed; one that never was has no row';
COMMENT ON COLUMN refreshed.name IS 'the snapshot';
COMMENT ON COLUMN refreshed.outcome IS '`replaced`, `unchanged`, `held_back` (the old one stands until somebody has looked), `failed` (the old one stands) or `waiting` (nobody has confirmed what to ask for)';
COMMENT ON COLUMN refreshed.tried_on IS 'day on which it was tried';
COMMENT ON COLUMN refreshed.said IS 'the line that the command said';
