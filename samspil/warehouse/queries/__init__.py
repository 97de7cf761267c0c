"""The queries of the pages, one module a subject.

Texts come in both languages (name_da and name_en, note_da and note).
"""

from samspil.warehouse.queries.asking import newest_readings
from samspil.warehouse.queries.assessments import known_counts, known_facts, marks, scores
from samspil.warehouse.queries.evidence import (
    corrections,
    evidence_facts,
    examples_left_out,
    records,
)
from samspil.warehouse.queries.hearing import (
    counted_groups,
    hearings,
    statement_answers,
    statements,
    to_read,
)
from samspil.warehouse.queries.method import criteria, dimensions, stages
from samspil.warehouse.queries.places import (
    context,
    map_shapes,
    most_similar,
    municipalities,
    outline,
)
from samspil.warehouse.queries.sources import national_series, snapshots, vocabulary

__all__ = [
    "context",
    "corrections",
    "counted_groups",
    "criteria",
    "dimensions",
    "evidence_facts",
    "examples_left_out",
    "hearings",
    "known_counts",
    "known_facts",
    "map_shapes",
    "marks",
    "most_similar",
    "municipalities",
    "national_series",
    "newest_readings",
    "outline",
    "records",
    "scores",
    "snapshots",
    "stages",
    "statement_answers",
    "statements",
    "to_read",
    "vocabulary",
]
