"""How scores and assessments develop over the years, by dated evidence alone.

A step from one year to the next is drawn only where enough cells are known in both. Every answer
holds the coverage or the number of cells too, since documented scores rise when coverage does.
"""

import pandas as pd

from samspil.model.codebook import DERIVED
from samspil.model.scoring import assess_dated
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

COUNTRY_CELLS, GROUP_CELLS = 30, 10
"""Cells that must be known in both years for a line of the country, or of a part of it."""

SERIES_YEARS = 3
"""Years of one measure, unit and population that a published series needs for a line."""

DERIVED_NOTE = "Derived"
"""Stands in the (English) note on a published figure that was computed from others."""


def minimum_cells(codes: tuple[str, ...], everyone: int) -> int:
    """How many cells must be known in both years for this group."""
    return COUNTRY_CELLS if len(codes) == everyone else GROUP_CELLS


def cells(warehouse: Warehouse) -> pd.DataFrame:
    """Every known cell of every year by dated evidence.

    Columns: code, criterion, version (the wording that its evidence was coded under), year, level,
    weight.

    weight is what the cell weighs in the total of its municipality (the default weights), so that
    the weights of all cells of a municipality, known or not, add up to 1.
    """
    known = assess_dated(warehouse)[
        ["code", "criterion", "year", "level", "evidence_id", "retrieved_on"]
    ]
    coded = warehouse.query(
        "SELECT id AS evidence_id, retrieved_on, criterion_version AS version FROM evidence"
    )
    known = known.merge(coded, on=["evidence_id", "retrieved_on"])
    return known.drop(columns=["evidence_id", "retrieved_on"]).merge(
        _weights(warehouse), on="criterion"
    )


def _years(warehouse: Warehouse) -> range:
    """The years that are scored."""
    (first,) = warehouse.query("SELECT min(year) AS year FROM score")["year"]
    return range(int(first), warehouse.build.newest_year + 1)


def _weights(warehouse: Warehouse) -> pd.DataFrame:
    """Criterion and weight: its share of the total by the default weights."""
    criteria = queries.criteria(warehouse)[["id", "dimension", "weight"]]
    dimensions = queries.dimensions(warehouse).set_index("id")["weight"]
    within = criteria["weight"] / criteria.groupby("dimension")["weight"].transform("sum")
    share = within * criteria["dimension"].map(dimensions / dimensions.sum())
    return pd.DataFrame({"criterion": criteria["id"], "weight": share})


def development(warehouse: Warehouse, codes: tuple[str, ...]) -> pd.DataFrame:
    """The mean documented score and coverage of a group, year by year.

    Returns:
        year; documented (0-100) and coverage (share), means over the group; shared (cells known in
        this year and the one before); drawn (whether the step from the year before may be drawn).
    """
    known = cells(warehouse)
    own = known[known["code"].isin(codes)].assign(group="")
    minimum = minimum_cells(codes, len(queries.municipalities(warehouse)))
    members = pd.Series({"": len(codes)})
    return _by_year(own, members, _years(warehouse), minimum).drop(columns="group")


def development_with_newest(warehouse: Warehouse, codes: tuple[str, ...]) -> pd.DataFrame:
    """As `development`, and newest: the mean of the newest year with undated evidence too.

    newest (0-100) is NA in every other year: it is a figure of its own.
    """
    rows = development(warehouse, codes)
    scores = queries.scores(warehouse, warehouse.build.newest_year)
    own = scores[(scores["dimension"] == "total") & scores["code"].isin(codes)]
    newest = pd.Series(own["documented"].mean(), index=rows.index)
    return rows.assign(newest=newest.where(rows["year"] == warehouse.build.newest_year))


def developments(warehouse: Warehouse, field: str) -> pd.DataFrame:
    """As `development` gives it, for every part of the country at once.

    Args:
        warehouse: the build.
        field: the column of `municipality` that parts the country, as "region".

    Returns:
        group (the name of the part), and the columns of `development`.
    """
    places = queries.municipalities(warehouse).set_index("code")[field]
    known = cells(warehouse)
    known["group"] = known["code"].map(places)
    members = places.value_counts().sort_index()
    return _by_year(known, members, _years(warehouse), GROUP_CELLS)


def _by_year(known: pd.DataFrame, members: pd.Series, years: range, minimum: int) -> pd.DataFrame:
    """Means and shared cells of each group and year.

    Args:
        known: cells with their group.
        members: how many municipalities each group has.
        years: the years that are scored.
        minimum: cells that a step from one year to the next needs.
    """
    found = pd.MultiIndex.from_product([members.index, years], names=["group", "year"]).to_frame(
        index=False
    )
    cell = ["group", "code", "criterion", "version", "year"]
    shared = known.merge(known.assign(year=known["year"] + 1), on=cell)
    sums = {
        "documented": 100 * known["weight"] * known["level"] / 2,
        "coverage": known["weight"],
    }
    for name, values in sums.items():
        total = values.groupby([known["group"], known["year"]]).sum().rename(name)
        found = found.merge(total.reset_index(), on=["group", "year"], how="left")
        found[name] = found[name].fillna(0) / found["group"].map(members)
    counts = shared.groupby(["group", "year"]).size().rename("shared").reset_index()
    found = found.merge(counts, on=["group", "year"], how="left")
    found["shared"] = found["shared"].fillna(0).astype(int)
    return found.assign(drawn=found["shared"] >= minimum)


def _shared(own: pd.DataFrame, before: int, after: int) -> pd.DataFrame:
    """The cells known in both years under one wording: level_before, level_after and weight."""
    cell = ["code", "criterion", "version"]
    first = own.loc[own["year"] == before, [*cell, "level"]]
    second = own.loc[own["year"] == after, [*cell, "level", "weight"]]
    return second.merge(first, on=cell, suffixes=("_after", "_before"))


def same_cells(warehouse: Warehouse, codes: tuple[str, ...], before: int) -> pd.DataFrame:
    """The cells known in the year `before` and in each later year, and how they stood in both.

    The derived criterion is left out: its level falls with the age of the policy alone.

    Returns:
        year; shared (cells); mean_before and mean_after (0-100, mean of level/2 over the shared
        cells), NA where fewer than the minimum are shared; risen, fallen (cells).
    """
    known = cells(warehouse)
    own = known[known["code"].isin(codes) & (known["criterion"] != DERIVED)]
    minimum = minimum_cells(codes, len(queries.municipalities(warehouse)))
    rows = []
    for year in range(before + 1, warehouse.build.newest_year + 1):
        both = _shared(own, before, year)
        enough = len(both) >= minimum
        rows.append(
            {
                "year": year,
                "shared": len(both),
                "mean_before": 50 * both["level_before"].mean() if enough else None,
                "mean_after": 50 * both["level_after"].mean() if enough else None,
                "risen": int((both["level_after"] > both["level_before"]).sum()),
                "fallen": int((both["level_after"] < both["level_before"]).sum()),
            }
        )
    columns = ["year", "shared", "mean_before", "mean_after", "risen", "fallen"]
    return pd.DataFrame(rows, columns=columns).astype(
        {"mean_before": "Float64", "mean_after": "Float64"}
    )


def criteria_by_year(warehouse: Warehouse) -> pd.DataFrame:
    """How many municipalities are known and meet each criterion, by dated evidence.

    Returns: criterion, year, known, met (at level 2), partly (at level 1); every year of every
    criterion in the order of the codebook, zeros included.
    """
    known = cells(warehouse)
    cell = ["criterion", "year"]
    every = pd.MultiIndex.from_product(
        [queries.criteria(warehouse)["id"], _years(warehouse)], names=cell
    )
    counts = {
        name: rows.groupby(cell).size()
        for name, rows in (
            ("known", known),
            ("met", known[known["level"] == 2]),
            ("partly", known[known["level"] == 1]),
        )
    }
    return pd.DataFrame(counts, index=every).fillna(0).astype(int).reset_index()


def criterion_by_year(warehouse: Warehouse, criterion: str) -> pd.DataFrame:
    """How many municipalities are known and meet a criterion, by dated evidence.

    Returns: year, known, met and partly, as `criteria_by_year` gives them.
    """
    rows = criteria_by_year(warehouse)
    own = rows[rows["criterion"] == criterion]
    return own.drop(columns="criterion").reset_index(drop=True)


def published(warehouse: Warehouse) -> pd.DataFrame:
    """The published national figures, and whether they can be drawn as a line.

    Columns: those of `national_series`, and in_line (the measure, unit and population have figures
    of three years or more; undated figures never), disputed (another source gives another value
    for the same measure, year and population) and derived (computed from published figures).
    """
    rows = queries.national_series(warehouse)
    same = ["measure", "unit", "population"]
    dated = rows[rows["year"].notna()]
    years = dated.groupby(same)["year"].nunique().rename("years").reset_index()
    rows = rows.merge(years, on=same, how="left")
    rows["in_line"] = rows["year"].notna() & (rows["years"] >= SERIES_YEARS)
    values = dated.groupby([*same, "year"])["value"].nunique().rename("answers").reset_index()
    rows = rows.merge(values, on=[*same, "year"], how="left")
    rows["disputed"] = rows["answers"].fillna(1) > 1
    rows["derived"] = rows["note"].str.contains(DERIVED_NOTE)
    return rows.drop(columns=["years", "answers"])
