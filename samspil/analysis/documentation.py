"""The readings: how much they cover, how old they are, and where they disagree."""

from collections.abc import Sequence

import pandas as pd

from samspil.model.codebook import CONTEXT
from samspil.warehouse.builds import Warehouse

ALIKE = "lignende"

LOST = ("gone", "moved")
"""The states of an address that no longer leads to what was read there."""

ORDERS = {
    "dokumenteret": ("documented", False),
    "region": ("region", True),
    "navn": ("", True),
    "ukendt": ("coverage", True),
    ALIKE: ("", True),
}
"""How municipalities can be ordered, by the code in the address: a column, and whether it rises."""


def matrix(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """The level of every cell of a year: one row a municipality (index code, in Danish order).

    A column `name`, then one for each scored criterion in the order of the codebook: 0, 1, 2 or
    NA where nothing is known.
    """
    names = warehouse.query("SELECT code, name FROM municipality ORDER BY name COLLATE da")
    criteria = warehouse.query(
        "SELECT id FROM criterion WHERE dimension <> $context ORDER BY position",
        {"context": CONTEXT},
    )["id"]
    marks = warehouse.query(
        "SELECT code, criterion, level FROM assessment WHERE year = $year", {"year": year}
    )
    cells = marks.pivot(index="code", columns="criterion", values="level").astype("Int64")
    cells = cells.reindex(index=names["code"], columns=criteria)
    return cells.rename_axis(columns=None).assign(name=names["name"].to_numpy())[
        ["name", *criteria]
    ]


def cells(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """Every cell of a year, known or not: municipalities in Danish order, criteria in the book's.

    Columns: code, criterion, level (NA = not known), evidence_year (NA: not known or undated),
    undated, implied and fresh (bool).
    """
    return warehouse.query(
        """
        SELECT municipality.code, criterion.id AS criterion, assessment.level,
            evidence.year AS evidence_year, coalesce(undated, false) AS undated,
            coalesce(implied, false) AS implied, coalesce(fresh, false) AS fresh
        FROM municipality
        JOIN criterion ON dimension <> $context
        LEFT JOIN assessment ON assessment.code = municipality.code
            AND assessment.criterion = criterion.id AND assessment.year = $year
        LEFT JOIN evidence
            ON evidence.id = evidence_id AND evidence.retrieved_on = assessment.retrieved_on
        ORDER BY municipality.name COLLATE da, criterion.position
        """,
        {"context": CONTEXT, "year": year},
    ).astype({"level": "Int64", "evidence_year": "Int64"})


def places(warehouse: Warehouse, year: int) -> pd.DataFrame:
    """The municipalities in Danish order: code, name, region, documented (points), coverage."""
    return warehouse.query(
        """
        SELECT code, name, region, documented, coverage
        FROM municipality
        JOIN score USING (code)
        WHERE dimension = 'total' AND year = $year
        ORDER BY name COLLATE da
        """,
        {"year": year},
    )


def ordered(rows: pd.DataFrame, order: str, alike: Sequence[str] = ()) -> pd.DataFrame:
    """The municipalities in the order asked for; those alike in it stay in Danish order.

    Args:
        rows: as `places` gives them.
        order: one of ORDERS.
        alike: the codes in order of similarity to one municipality, that one first.
    """
    if order == ALIKE:
        return rows.set_index("code").loc[list(alike)].reset_index()
    column, ascending = ORDERS[order]
    return rows.sort_values(column, ascending=ascending, kind="stable") if column else rows


def ages(warehouse: Warehouse) -> pd.DataFrame:
    """How many readings speak of each year: year (NA = undated) and records, oldest first."""
    return warehouse.query(
        "SELECT year, count(*) AS records FROM evidence GROUP BY year ORDER BY year NULLS LAST"
    ).astype({"year": "Int64"})


def lost(records: pd.DataFrame) -> pd.DataFrame:
    """The readings whose address is gone or leads elsewhere: what decides a mark, and gone, first.

    `records` is as `queries.records` gives them; so are the columns.
    """
    rows = records[records["link_state"].isin(LOST)]
    return (
        rows.assign(_kept=~rows["counts"])
        .sort_values(["link_state", "_kept"], kind="stable")
        .drop(columns="_kept")
    )


def conflicts(warehouse: Warehouse) -> pd.DataFrame:
    """The cells whose readings do not agree on the level, and the level that the rules give.

    Columns: code, name, criterion, criterion_da, criterion_en, records, lowest, highest (level),
    newest (year, NA where none is dated), mark (level in the newest year, NA = none counts),
    undated (whether the assessment rests on an undated reading).
    """
    return warehouse.query(
        """
        SELECT code, municipality.name, cell.criterion, criterion.name_da AS criterion_da,
            criterion.name_en AS criterion_en, records, lowest, highest, newest,
            assessment.level AS mark, undated
        FROM (
            SELECT code, criterion, count(*) AS records, min(level) AS lowest,
                max(level) AS highest, max(year) AS newest
            FROM latest_reading
            GROUP BY code, criterion
            HAVING min(level) < max(level)
        ) AS cell
        JOIN municipality USING (code)
        JOIN criterion ON criterion.id = cell.criterion AND dimension <> $context
        LEFT JOIN assessment ON assessment.code = cell.code
            AND assessment.criterion = cell.criterion AND assessment.year = $year
        ORDER BY municipality.name COLLATE da, criterion.position
        """,
        {"context": CONTEXT, "year": warehouse.build.newest_year},
    ).astype({"newest": "Int64", "mark": "Int64"})


def found_in(records: pd.DataFrame, text: str) -> pd.Series:
    """Which readings hold the text in a note, a name or an address: a mask (bool, one a row).

    Upper and lower case are the same. `records` is as `queries.records` gives them.
    """
    columns = ["name", "note", "note_da", "source_url", "criterion_da", "criterion_en"]
    needle = text.casefold()
    return (
        records[columns]
        .apply(lambda values: values.str.casefold().str.contains(needle, regex=False))
        .any(axis=1)
    )
