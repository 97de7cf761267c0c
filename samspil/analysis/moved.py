"""What has moved since an earlier year: the same cells then and now, so that more knowledge is not
taken for progress.

Everything is answered for all earlier years at once, so that another year costs a reader no wait.
"""

import pandas as pd

from samspil.analysis.trends import COUNTRY_CELLS, GROUP_CELLS, cells
from samspil.model.codebook import DERIVED
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

CRITERION, COUNTRY = "criterion", "country"
"""What cells are gathered by, besides the columns that part the country (region, …)."""

FIRST_BASE = 2010
"""The earliest year that is compared with; before it next to nothing is known."""

TERM, ENOUGH = 4, 3
"""Years of a council's term; criteria that must be told for a year to be the usual one."""


def moved(warehouse: Warehouse, by: str) -> pd.DataFrame:
    """The cells known both in an earlier year and in the newest, and how they stood in both.

    Both marks of a cell must rest on the same version of its criterion. The derived criterion is
    left out of every sum, and has a row without cells of its own: it falls as a policy grows older.

    Args:
        warehouse: the build.
        by: CRITERION, COUNTRY, or a column of `municipality` that parts the country, as "region".

    Returns:
        base (the earlier year), group (the criterion, the name of the part, or COUNTRY), shared
        (cells), before and after (0-100, mean of level/2) and change, all three NA where fewer than
        the minimum are shared; risen, fallen (cells). A row for every year and group.
    """
    pairs, bases = _pairs(warehouse), range(FIRST_BASE, warehouse.build.newest_year)
    places = queries.municipalities(warehouse)
    if by == COUNTRY:
        pairs, groups = pairs.assign(group=COUNTRY), [COUNTRY]
    elif by == CRITERION:
        pairs, groups = (
            pairs.assign(group=pairs[CRITERION]),
            list(queries.criteria(warehouse)["id"]),
        )
    else:
        pairs["group"] = pairs["code"].map(places.set_index("code")[by])
        groups = sorted(places[by].unique())
    every = pd.MultiIndex.from_product([bases, groups], names=["base", "group"])
    minimum = COUNTRY_CELLS if by in (CRITERION, COUNTRY) else GROUP_CELLS
    return _sums(pairs, minimum).reindex(every).fillna(_NOTHING).reset_index().astype(_TYPES)


_NOTHING = {"shared": 0, "risen": 0, "fallen": 0}
_TYPES = dict.fromkeys(_NOTHING, int)


def usual_base(warehouse: Warehouse) -> int:
    """The year that is compared with where a reader names none.

    The latest one from which at least ENOUGH criteria can be told, a council's term ago or
    earlier; a term ago where there is none. (From one year to the next almost nothing moves.)
    """
    rows = moved(warehouse, CRITERION)
    told = rows[rows["change"].notna()].groupby("base").size()
    latest = warehouse.build.newest_year - TERM
    return max((int(base) for base in told[told >= ENOUGH].index if base <= latest), default=latest)


def _pairs(warehouse: Warehouse) -> pd.DataFrame:
    """Cells of an earlier year that are known in the newest too: base, code, criterion, levels."""
    known = cells(warehouse)
    known = known[known[CRITERION] != DERIVED].drop(columns="weight")
    now = known["year"] == warehouse.build.newest_year
    then = known[~now & (known["year"] >= FIRST_BASE)].rename(columns={"year": "base"})
    cell = ["code", CRITERION, "version"]
    return then.merge(known[now].drop(columns="year"), on=cell, suffixes=("_before", "_after"))


def _sums(pairs: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """One row for each base and group that shares a cell: the columns of `moved`."""
    step = pairs["level_after"] - pairs["level_before"]
    marked = pairs.assign(risen=step > 0, fallen=step < 0)
    gathered = marked.groupby(["base", "group"])
    found = gathered.agg(
        shared=("code", "size"),
        before=("level_before", "mean"),
        after=("level_after", "mean"),
        risen=("risen", "sum"),
        fallen=("fallen", "sum"),
    )
    points = 50 * found[["before", "after"]].astype(float)
    told = points.where(found["shared"] >= minimum)
    return found.assign(**told, change=told["after"] - told["before"])
