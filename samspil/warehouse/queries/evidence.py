"""The readings behind the assessments, and the objections to them."""

import pandas as pd

from samspil.warehouse.builds import Warehouse


def records(warehouse: Warehouse, code: str | None = None) -> pd.DataFrame:
    """Every reading, or those on one municipality, newest first within a criterion.

    Columns: those of `evidence`, and name (of the municipality), criterion_da, criterion_en, counts
    (whether an assessment of the newest year rests on this reading), and of its address, NA unless
    it was ever asked: link_state, moved_to, checked_on.
    """
    return warehouse.query(
        """
        SELECT
            evidence.*,
            municipality.name,
            criterion.name_da AS criterion_da,
            criterion.name_en AS criterion_en,
            EXISTS (
                FROM assessment
                WHERE evidence_id = evidence.id AND assessment.retrieved_on = evidence.retrieved_on
                    AND assessment.year = $year
            ) AS counts,
            link.state AS link_state,
            link.moved_to,
            link.checked_on
        FROM evidence
        JOIN municipality USING (code)
        JOIN criterion ON criterion.id = evidence.criterion
        LEFT JOIN link ON link.address = evidence.source_url
        WHERE $code IS NULL OR code = $code
        ORDER BY municipality.name COLLATE da, position, evidence.year DESC NULLS LAST,
            evidence.retrieved_on DESC, evidence.id
        """,
        {"code": code, "year": warehouse.build.newest_year},
    ).astype({"year": "Int64"})


def examples_left_out(warehouse: Warehouse) -> list[str]:
    """The claims of good examples on which no assessment of level 2 rests in the newest year."""
    return warehouse.query(
        """
        SELECT evidence_id FROM example
        ANTI JOIN (FROM assessment WHERE year = $year AND level = 2 AND NOT implied)
            USING (evidence_id)
        ORDER BY evidence_id
        """,
        {"year": warehouse.build.newest_year},
    )["evidence_id"].tolist()


def evidence_facts(warehouse: Warehouse) -> dict[str, float]:
    """The evidence in numbers: records, uncertain, zeros (readings) and undated (share)."""
    facts = warehouse.query(
        """
        SELECT
            count(*) AS records,
            avg((year IS NULL)::INTEGER) AS undated,
            count(caveat) AS uncertain,
            count(*) FILTER (level = 0) AS zeros
        FROM evidence
        """
    )
    return {str(name): value for name, value in facts.iloc[0].items()}


def corrections(warehouse: Warehouse, code: str) -> pd.DataFrame:
    """Objections to the evidence on one municipality and their outcome, newest first."""
    return warehouse.query(
        """
        SELECT correction.*, name_da AS criterion_da, name_en AS criterion_en
        FROM correction
        JOIN criterion ON criterion.id = criterion
        WHERE code = $code
        ORDER BY date DESC, correction.id
        """,
        {"code": code},
    )


def links(warehouse: Warehouse) -> pd.DataFrame:
    """What became of each address that was asked: address, state, moved_to, checked_on."""
    return warehouse.query("SELECT address, state, moved_to, checked_on FROM link ORDER BY address")
