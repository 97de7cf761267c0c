-- What every table and column of schema.sql means, in English. DuckDB keeps these words in the file of a
-- build (duckdb_tables(), duckdb_views() and duckdb_columns() give them back); `python -m etl describe`
-- writes docs/DATA.md from them. Points lie on 0-100, shares on 0-1.

COMMENT ON TABLE build IS 'the build itself';
COMMENT ON COLUMN build.id IS 'when it was built (UTC) and six hex digits of its content';
COMMENT ON COLUMN build.schema_version IS 'version of these tables';
COMMENT ON COLUMN build.codebook_version IS 'version of the codebook';
COMMENT ON COLUMN build.method IS 'the method stamp: a checksum of codebook, thresholds and scoring SQL';
COMMENT ON COLUMN build.release IS 'name of the release, such as 2026.1';
COMMENT ON COLUMN build.release_date IS 'day of the release';
COMMENT ON COLUMN build.built_at IS 'when it was built (UTC)';
COMMENT ON COLUMN build.newest_year IS 'year of the release: the newest that is scored';
COMMENT ON COLUMN build.horizon IS 'for how many years a dated reading counts';
COMMENT ON COLUMN build.minimum_coverage IS 'the share known, on average of the three dimensions, that a rank needs';

COMMENT ON TABLE snapshot IS 'a file that was loaded';
COMMENT ON COLUMN snapshot.name IS 'name of the file';
COMMENT ON COLUMN snapshot.source IS 'publisher';
COMMENT ON COLUMN snapshot.address IS 'where it was retrieved; empty where each row names its own page';
COMMENT ON COLUMN snapshot.retrieved_at IS 'day on which it was retrieved';
COMMENT ON COLUMN snapshot.sha256 IS 'checksum of the file, in hex digits';
COMMENT ON COLUMN snapshot.rows IS 'how many rows it has';
COMMENT ON COLUMN snapshot.licence IS 'on which terms it may be used';
COMMENT ON COLUMN snapshot.attribution IS 'how the publisher asks to be named';
COMMENT ON COLUMN snapshot.caveat_da IS 'what it cannot say, in Danish';
COMMENT ON COLUMN snapshot.caveat_en IS 'what it cannot say, in English';

COMMENT ON TABLE retrieval IS 'an answer that a snapshot was made of; none where no refresh has fetched it';
COMMENT ON COLUMN retrieval.snapshot IS 'name of the file';
COMMENT ON COLUMN retrieval.position IS 'which of its answers, from 1';
COMMENT ON COLUMN retrieval.address IS 'where it was asked, or the name of the file that was put down by hand';
COMMENT ON COLUMN retrieval.asked IS 'the question; empty for a file';
COMMENT ON COLUMN retrieval.retrieved_at IS 'when the answer had come (UTC)';
COMMENT ON COLUMN retrieval.sha256 IS 'checksum of the answer in the archive, in hex digits';
COMMENT ON COLUMN retrieval.bytes IS 'its length';

COMMENT ON TABLE municipality IS 'one of the 98 municipalities';
COMMENT ON COLUMN municipality.code IS 'the three digits of Statistics Denmark, as text (101)';
COMMENT ON COLUMN municipality.name IS 'name, without the word Kommune';
COMMENT ON COLUMN municipality.official_da IS 'official name in Danish (Københavns Kommune)';
COMMENT ON COLUMN municipality.official_en IS 'official name in English (Copenhagen Municipality)';
COMMENT ON COLUMN municipality.genitive_da IS 'the name in the Danish genitive (Københavns, Aarhus’)';
COMMENT ON COLUMN municipality.region_code IS 'code of the region';
COMMENT ON COLUMN municipality.region IS 'name of the region';
COMMENT ON COLUMN municipality.landsdel IS 'name of the landsdel (Statistics Denmark''s eleven parts of the country)';
COMMENT ON COLUMN municipality.nuts3 IS 'NUTS 3 code of the landsdel';
COMMENT ON COLUMN municipality.kommunegruppe IS 'Statistics Denmark''s group of municipalities, in Danish';
COMMENT ON COLUMN municipality.area_km2 IS 'area in km²';
COMMENT ON COLUMN municipality.website IS 'address of its website';

COMMENT ON TABLE boundary IS 'the outline of a municipality';
COMMENT ON COLUMN boundary.code IS 'the municipality';
COMMENT ON COLUMN boundary.geometry IS 'WKB in EPSG:25832, simplified as a coverage';

COMMENT ON TABLE map_shape IS 'what the map draws of a municipality, in longitude and latitude (EPSG:4326)';
COMMENT ON COLUMN map_shape.code IS 'the municipality';
COMMENT ON COLUMN map_shape.outline IS 'a GeoJSON geometry, outer rings clockwise';
COMMENT ON COLUMN map_shape.hatch IS 'a JSON list of lines 5 km apart, each a list of [longitude, latitude], clipped to the outline';
COMMENT ON COLUMN map_shape.fine_hatch IS 'the same with lines 1 km apart, for where a part of the country is enlarged';

COMMENT ON TABLE neighbour IS 'a pair of municipalities, in both directions';
COMMENT ON COLUMN neighbour.code IS 'the municipality';
COMMENT ON COLUMN neighbour.other IS 'its neighbour';
COMMENT ON COLUMN neighbour.kind IS '`border`, or `nearest` for the three nearest of the seven without a land border';

COMMENT ON TABLE "similar" IS 'a pair of municipalities and how alike they are';
COMMENT ON COLUMN "similar".code IS 'the municipality';
COMMENT ON COLUMN "similar".other IS 'the one that it is compared with';
COMMENT ON COLUMN "similar".position IS 'place of the other in similarity, 1 = most similar';
COMMENT ON COLUMN "similar".distance IS 'Euclidean distance over the z-scores of log population, log density and population change since 2007';

COMMENT ON TABLE dimension IS 'a dimension: formal, real, transparent or context (shown, never scored)';
COMMENT ON COLUMN dimension.id IS 'name in code';
COMMENT ON COLUMN dimension.position IS 'place in the order shown';
COMMENT ON COLUMN dimension.name_da IS 'name in Danish';
COMMENT ON COLUMN dimension.name_en IS 'name in English';
COMMENT ON COLUMN dimension.description_da IS 'what it asks for, in Danish';
COMMENT ON COLUMN dimension.description_en IS 'what it asks for, in English';
COMMENT ON COLUMN dimension.weight IS 'default weight in the total; only the proportions matter';

COMMENT ON TABLE stage IS 'a stage of maturity';
COMMENT ON COLUMN stage.stage IS 'number, 1 = lowest';
COMMENT ON COLUMN stage.threshold IS 'points of the weakest dimension from which it is reached';
COMMENT ON COLUMN stage.name_da IS 'name in Danish';
COMMENT ON COLUMN stage.name_en IS 'name in English';

COMMENT ON TABLE criterion IS 'a criterion: one question with three levels, or a context value of weight 0';
COMMENT ON COLUMN criterion.id IS 'name in code';
COMMENT ON COLUMN criterion.position IS 'place in the order shown';
COMMENT ON COLUMN criterion.dimension IS 'the dimension that it belongs to';
COMMENT ON COLUMN criterion.facet IS '`influence` or `support`, of the real ones only';
COMMENT ON COLUMN criterion.version IS 'version of its wording; changes only where some cell could now be coded otherwise';
COMMENT ON COLUMN criterion.name_da IS 'name in Danish';
COMMENT ON COLUMN criterion.name_en IS 'name in English';
COMMENT ON COLUMN criterion.question_da IS 'the question in Danish';
COMMENT ON COLUMN criterion.question_en IS 'the question in English';
COMMENT ON COLUMN criterion.level0_da IS 'wording of level 0 (not met) in Danish';
COMMENT ON COLUMN criterion.level1_da IS 'wording of level 1 (partly met) in Danish';
COMMENT ON COLUMN criterion.level2_da IS 'wording of level 2 (met) in Danish';
COMMENT ON COLUMN criterion.level0_en IS 'wording of level 0 (not met) in English';
COMMENT ON COLUMN criterion.level1_en IS 'wording of level 1 (partly met) in English';
COMMENT ON COLUMN criterion.level2_en IS 'wording of level 2 (met) in English';
COMMENT ON COLUMN criterion.weight IS 'default weight in its dimension; only the proportions matter';
COMMENT ON COLUMN criterion.origin IS 'where it comes from: `recommendation_2007`, `frames_2013`, `competence_study`, `own_reading` or `own_addition`';
COMMENT ON COLUMN criterion.observed_by IS 'how it can be observed: `desk`, `scan`, `survey`, `derived`, joined by commas';
COMMENT ON COLUMN criterion.fresh_years IS 'for how many years a source reconfirms an assessment';
COMMENT ON COLUMN criterion.requires IS 'the criterion without which this one cannot be met; empty: none';
COMMENT ON COLUMN criterion.advice_da IS 'advice to a municipality that lacks it, in Danish';
COMMENT ON COLUMN criterion.advice_en IS 'advice to a municipality that lacks it, in English';
COMMENT ON COLUMN criterion.publish_da IS 'where a municipality could show its answer to the public, in Danish';
COMMENT ON COLUMN criterion.publish_en IS 'where a municipality could show its answer to the public, in English';

COMMENT ON TABLE counted_group IS 'a group that a context criterion counts, such as the groups that a council speaks for';
COMMENT ON COLUMN counted_group.criterion IS 'the criterion';
COMMENT ON COLUMN counted_group.id IS 'a short name';
COMMENT ON COLUMN counted_group.position IS 'place in the codebook';
COMMENT ON COLUMN counted_group.name_da IS 'name in Danish';
COMMENT ON COLUMN counted_group.name_en IS 'name in English';

COMMENT ON TABLE evidence IS 'a reading: what one source, read on one day, shows about one criterion in one municipality';
COMMENT ON COLUMN evidence.id IS 'names the claim: the first ten hex digits of the SHA-1 of code, criterion, source and year joined by bars';
COMMENT ON COLUMN evidence.retrieved_on IS 'day on which the source was read; with id the key';
COMMENT ON COLUMN evidence.code IS 'the municipality';
COMMENT ON COLUMN evidence.criterion IS 'the criterion';
COMMENT ON COLUMN evidence.criterion_version IS 'version of the wording that it was coded under';
COMMENT ON COLUMN evidence.level IS '2 met, 1 partly met, 0 not met';
COMMENT ON COLUMN evidence.value IS 'the figure, of context criteria only';
COMMENT ON COLUMN evidence.year IS 'the year that the source speaks of; empty: it shows none';
COMMENT ON COLUMN evidence.source_url IS 'the public page; empty for the municipality''s own answer';
COMMENT ON COLUMN evidence.source_ref IS 'who answered, where there is no page';
COMMENT ON COLUMN evidence.source_kind IS 'kind of source, such as `municipality_site`, `press` or `municipality_statement`';
COMMENT ON COLUMN evidence.method IS 'how it was read: `desk`, `scan`, `survey` or `objection`';
COMMENT ON COLUMN evidence.note IS 'what the source says, in English';
COMMENT ON COLUMN evidence.note_da IS 'what the source says, in Danish';
COMMENT ON COLUMN evidence.caveat IS 'why an audit found it uncertain, in English; empty: it did not. It counts as it stands';
COMMENT ON COLUMN evidence.caveat_da IS 'why an audit found it uncertain, in Danish';
COMMENT ON COLUMN evidence.snapshot IS 'the file that it was loaded from';

COMMENT ON VIEW latest_reading IS 'a reading that no later one of its address has ended; the columns are those of `evidence`';

COMMENT ON TABLE example IS 'a good example, chosen by hand (data/examples.csv); shown where an assessment of level 2 rests on its record';
COMMENT ON COLUMN example.evidence_id IS 'the claim: an id of `evidence`, unless that was withdrawn';
COMMENT ON COLUMN example.copy_da IS 'what others can copy, in Danish';
COMMENT ON COLUMN example.copy_en IS 'what others can copy, in English';

COMMENT ON TABLE lookup IS 'a look-up: that somebody looked, and what came of it. Only `gone` changes a score: it ends the readings of its address';
COMMENT ON COLUMN lookup.code IS 'the municipality';
COMMENT ON COLUMN lookup.criterion IS 'the criterion; empty: all that the method can observe';
COMMENT ON COLUMN lookup.source_url IS 'the address; empty: wherever the method looks';
COMMENT ON COLUMN lookup.method IS 'how somebody looked: `desk`, `scan`, `survey` or `objection`';
COMMENT ON COLUMN lookup.looked_on IS 'day of the look-up';
COMMENT ON COLUMN lookup.outcome IS '`found`, `not_found`, `gone`, `blocked` or `incomplete`';
COMMENT ON COLUMN lookup.note IS 'what is to be said of it';

COMMENT ON TABLE assessment IS 'the assessment of a cell (municipality and criterion) in a year; a cell that is not known has none';
COMMENT ON COLUMN assessment.code IS 'the municipality';
COMMENT ON COLUMN assessment.criterion IS 'the criterion';
COMMENT ON COLUMN assessment.year IS 'the year that is assessed';
COMMENT ON COLUMN assessment.level IS '2 met, 1 partly met, 0 not met';
COMMENT ON COLUMN assessment.evidence_id IS 'the claim that it rests on';
COMMENT ON COLUMN assessment.retrieved_on IS 'the day of the reading that it rests on';
COMMENT ON COLUMN assessment.undated IS 'whether that reading has no year';
COMMENT ON COLUMN assessment.implied IS 'whether it only follows from the criterion it requires, which is not met';
COMMENT ON COLUMN assessment.fresh IS 'whether the source is recent enough to reconfirm it';

COMMENT ON TABLE score IS 'the score of a municipality in a year on a dimension or on the total, by default weights and horizon';
COMMENT ON COLUMN score.code IS 'the municipality';
COMMENT ON COLUMN score.year IS 'the year that is scored';
COMMENT ON COLUMN score.dimension IS 'the dimension, or `total`';
COMMENT ON COLUMN score.documented IS 'points that public sources show; unknown counts as not shown';
COMMENT ON COLUMN score.possible IS 'points, were everything unknown met';
COMMENT ON COLUMN score.midpoint IS 'points, every unknown taken as half met';
COMMENT ON COLUMN score.assessed IS 'points of the known alone; empty where nothing is known, and on the total';
COMMENT ON COLUMN score.coverage IS 'share of the weight that is known; on the total the mean of the three dimensions';
COMMENT ON COLUMN score.undated_share IS 'share of the known weight that rests on undated readings; on a total row the mean of the dimensions, 0 for one of which nothing is known';
COMMENT ON COLUMN score.fresh_share IS 'share of the known weight that is reconfirmed; on a total row as undated_share';
COMMENT ON COLUMN score.stage_low IS 'lowest stage it can be; on the total only';
COMMENT ON COLUMN score.stage_high IS 'highest stage it can be; on the total only';
COMMENT ON COLUMN score.rank IS 'place by midpoint; on the total only, and where enough is known';

COMMENT ON TABLE rank_band IS 'how firm the rank of a municipality in a year is, over random weights and unknowns';
COMMENT ON COLUMN rank_band.code IS 'the municipality';
COMMENT ON COLUMN rank_band.year IS 'the year of the rank';
COMMENT ON COLUMN rank_band.low IS '5th percentile of the rank';
COMMENT ON COLUMN rank_band.high IS '95th percentile of the rank';
COMMENT ON COLUMN rank_band.p_top IS 'share of the draws in which it is in the best quarter';
COMMENT ON COLUMN rank_band.p_bottom IS 'share of the draws in which it is in the last quarter';

COMMENT ON TABLE indicator IS 'a public statistic on a municipality in a year';
COMMENT ON COLUMN indicator.code IS 'the municipality';
COMMENT ON COLUMN indicator.year IS 'the year';
COMMENT ON COLUMN indicator.indicator IS 'what is measured, such as `population`';
COMMENT ON COLUMN indicator.value IS 'the figure';
COMMENT ON COLUMN indicator.unit IS 'the unit, such as `inhabitants`';
COMMENT ON COLUMN indicator.source IS 'the file that it was loaded from';

COMMENT ON TABLE national_series IS 'a published national figure, as its source states it';
COMMENT ON COLUMN national_series.year IS 'the year; empty: the source states none';
COMMENT ON COLUMN national_series.measure IS 'what is measured';
COMMENT ON COLUMN national_series.value IS 'the figure';
COMMENT ON COLUMN national_series.unit IS 'the unit';
COMMENT ON COLUMN national_series.population IS 'who was asked or counted';
COMMENT ON COLUMN national_series.source_url IS 'the public page that states it';
COMMENT ON COLUMN national_series.note IS 'what is to be said of it, in English';
COMMENT ON COLUMN national_series.note_da IS 'what is to be said of it, in Danish';

COMMENT ON TABLE vocabulary IS 'the readers'' word for a term of national_series, or for a kommunegruppe';
COMMENT ON COLUMN vocabulary.kind IS '`measure`, `unit`, `population` or `kommunegruppe`';
COMMENT ON COLUMN vocabulary.term IS 'the term as the data have it';
COMMENT ON COLUMN vocabulary.da IS 'the word in Danish';
COMMENT ON COLUMN vocabulary.en IS 'the word in English';

COMMENT ON TABLE national_count IS 'a figure of national_series that asks the same of the municipalities as a criterion (data/national_counts.csv)';
COMMENT ON COLUMN national_count.criterion IS 'the criterion';
COMMENT ON COLUMN national_count.measure IS 'the measure in national_series';
COMMENT ON COLUMN national_count.year IS 'the year in national_series';
COMMENT ON COLUMN national_count.answered IS 'how many municipalities answered';
COMMENT ON COLUMN national_count.says_da IS 'what those counted answered, as the end of a Danish sentence';
COMMENT ON COLUMN national_count.says_en IS 'the same in English';
COMMENT ON COLUMN national_count.differs_da IS 'where the criterion asks for more or less, a sentence in Danish; else empty';
COMMENT ON COLUMN national_count.differs_en IS 'the same in English';

COMMENT ON TABLE dialogue_question IS 'a question for municipality and associations to talk over (data/dialogue.csv)';
COMMENT ON COLUMN dialogue_question.id IS 'a short name';
COMMENT ON COLUMN dialogue_question.position IS 'place in the list';
COMMENT ON COLUMN dialogue_question.dimension IS 'the dimension that it is about';
COMMENT ON COLUMN dialogue_question.question_da IS 'the question in Danish';
COMMENT ON COLUMN dialogue_question.question_en IS 'the question in English';

COMMENT ON TABLE correction IS 'an objection to the evidence and its outcome';
COMMENT ON COLUMN correction.id IS 'a short name of the objection';
COMMENT ON COLUMN correction.evidence_id IS 'the claim that it is about; empty where a record is missing';
COMMENT ON COLUMN correction.code IS 'the municipality';
COMMENT ON COLUMN correction.criterion IS 'the criterion';
COMMENT ON COLUMN correction.field IS 'what changes: `level`, `value`, `year`, `source_url`, `source_kind` or one of the texts; or `withdraw`, which removes the record';
COMMENT ON COLUMN correction.old IS 'what the record says; it must match, else the build stops';
COMMENT ON COLUMN correction.new IS 'what it is to say';
COMMENT ON COLUMN correction.by_role IS 'who objects, by role and never by name';
COMMENT ON COLUMN correction.objection IS 'what is said to be wrong, in short';
COMMENT ON COLUMN correction.outcome IS '`open`, `accepted` or `rejected`';
COMMENT ON COLUMN correction.reason IS 'why it was settled as it was';
COMMENT ON COLUMN correction.source_url IS 'the public page that shows it; an addition needs one';
COMMENT ON COLUMN correction.date IS 'day of the outcome, or of the objection while it is open';
