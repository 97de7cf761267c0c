"""Hearing rounds: who was asked about what, and what came back."""

import pandas as pd

from samspil.model.codebook import CONTEXT
from samspil.warehouse.builds import Warehouse

NEWEST_ROUND = """
    SELECT * FROM hearing
    QUALIFY row_number() OVER (PARTITION BY code ORDER BY sent_on DESC, round DESC) = 1
"""
"""Of each municipality that was asked the round that was sent last."""

HEARD = f"""
    SELECT
        put.code,
        put.criterion,
        put.sent_on AS asked_on,
        CASE
            WHEN put.outcome <> 'answered' THEN put.outcome
            WHEN said.answer IS NULL THEN 'no_answer'
            ELSE said.answer
        END AS heard
    FROM (
        SELECT *, unnest(string_split(asked, ' ')) AS criterion FROM ({NEWEST_ROUND})
        WHERE $code IS NULL OR code = $code
    ) AS put
    LEFT JOIN (
        SELECT * FROM hearing_answer
        QUALIFY row_number() OVER (
            PARTITION BY round, code, criterion ORDER BY answered_on DESC, rowid DESC
        ) = 1
    ) AS said
        ON said.round = put.round AND said.code = put.code AND said.criterion = put.criterion
"""
"""What a municipality was last asked and how it answered: code, criterion, asked_on, heard."""

CONFIRMED = """
    SELECT code, criterion, evidence_id, answered_on AS confirmed_on
    FROM (
        SELECT * FROM hearing_answer
        WHERE ($code IS NULL OR code = $code) AND evidence_id IS NOT NULL
        QUALIFY row_number() OVER (
            PARTITION BY code, criterion, evidence_id ORDER BY answered_on DESC, rowid DESC
        ) = 1
    )
    WHERE answer = 'right'
"""
"""The records that a municipality last called right: code, criterion, evidence_id, confirmed_on."""

VOUCHED = """
    SELECT DISTINCT code, criterion, level, value
    FROM latest_reading
    ANTI JOIN lookup
        ON lookup.code = latest_reading.code AND lookup.source_url = latest_reading.source_url
        AND (lookup.criterion = latest_reading.criterion OR lookup.criterion IS NULL)
        AND outcome = 'gone' AND looked_on > retrieved_on
    WHERE ($code IS NULL OR code = $code) AND source_url IS NOT NULL
        AND (year IS NULL OR year BETWEEN $year - (SELECT horizon FROM build) + 1 AND $year)
"""
"""What pages that still count say of a municipality: code, criterion, level, value."""


def hearings(warehouse: Warehouse) -> pd.DataFrame:
    """The newest round of every municipality, in Danish alphabetical order.

    Columns: code, name, region, round, sent_on, answered_on, outcome (sent, answered, declined,
    no_answer; NA like the others where it was never asked), asked and answered (how many of the
    scored criteria; "does not know" is no answer).
    """
    return warehouse.query(
        f"""
        WITH newest AS ({NEWEST_ROUND}),
        put AS (
            SELECT round, code, unnest(string_split(asked, ' ')) AS criterion FROM newest
        ),
        counted AS (
            SELECT
                round,
                code,
                count(*) AS asked,
                count(*) FILTER (EXISTS (
                    FROM hearing_answer AS said
                    WHERE said.round = put.round AND said.code = put.code
                        AND said.criterion = put.criterion AND answer <> 'dont_know'
                )) AS answered
            FROM put
            JOIN criterion ON criterion.id = put.criterion
            WHERE dimension <> $context
            GROUP BY ALL
        )
        SELECT municipality.code, name, region, newest.round, sent_on, answered_on, outcome,
            coalesce(counted.asked, 0) AS asked, coalesce(answered, 0) AS answered
        FROM municipality
        LEFT JOIN newest USING (code)
        LEFT JOIN counted USING (code)
        ORDER BY name COLLATE da
        """,
        {"context": CONTEXT},
    )


def to_read(warehouse: Warehouse) -> pd.DataFrame:
    """The pages that municipalities named in answers and that nobody has read since.

    Columns: those of `to_read`, and name. By municipality, in the order of the codebook.
    """
    return warehouse.query(
        """
        SELECT to_read.*, name
        FROM to_read
        JOIN municipality USING (code)
        JOIN criterion ON criterion.id = to_read.criterion
        ANTI JOIN evidence
            ON evidence.code = to_read.code AND evidence.criterion = to_read.criterion
            AND evidence.source_url = to_read.source_url AND retrieved_on >= answered_on
        WHERE status = 'open'
        ORDER BY name COLLATE da, criterion.position
        """
    )


def counted_groups(warehouse: Warehouse) -> pd.DataFrame:
    """The groups that context figures count, in order: criterion, id, name_da, name_en."""
    return warehouse.query("SELECT * EXCLUDE (position) FROM counted_group ORDER BY position")


def statements(warehouse: Warehouse) -> pd.DataFrame:
    """The statements that are put to municipalities and associations, in order.

    Columns: id, text_da, text_en.
    """
    return warehouse.query("SELECT * EXCLUDE (position) FROM statement ORDER BY position")


def statement_answers(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """How far one municipality agreed with each statement in its newest round, in order.

    Columns: id, text_da, text_en, answer (1 to 5; NA where it did not say), round, answered_on.
    """
    return warehouse.query(
        f"""
        SELECT statement.* EXCLUDE (position), answer, said.round, answered_on
        FROM statement
        LEFT JOIN (
            SELECT statement_answer.*
            FROM statement_answer SEMI JOIN ({NEWEST_ROUND}) AS newest USING (round, code)
            WHERE code = $code
        ) AS said ON said.statement = statement.id
        ORDER BY position
        """,
        {"code": code},
    ).astype({"answer": "Int64"})
