"""What a municipality without a rank lacks: the fewest criteria that must become known."""

import numpy as np
import pandas as pd

from samspil.analysis.reach import coverage_shares
from samspil.model.ranking import Terms
from samspil.model.scoring import assess
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse

NINTH_DECIMAL = 1e-9


def lacking(warehouse: Warehouse, terms: Terms) -> pd.Series:
    """How many more criteria must be known, at the fewest, for a rank on these terms.

    By code, 0 for those that are known enough; those that weigh most in the coverage come first.
    That one criterion can settle another (`requires`) is left out.

    Raises:
        WeightError: as `Weights` does.
    """
    shares = shares_of(warehouse, terms)
    known = assess(warehouse, terms.horizon, terms.year)
    codes = queries.municipalities(warehouse)["code"]
    cells = pd.crosstab(known["code"], known["criterion"])
    held = cells.reindex(index=codes, columns=shares.index, fill_value=0).to_numpy() > 0
    weights = shares.to_numpy()
    gains = -np.sort(-np.where(held, 0.0, weights), axis=1)
    coverage = np.cumsum(np.column_stack([held @ weights, gains]), axis=1)
    enough = coverage >= warehouse.build.minimum_coverage - NINTH_DECIMAL
    return pd.Series(enough.argmax(axis=1), codes)


def shares_of(warehouse: Warehouse, terms: Terms) -> pd.Series:
    """How much of the total's coverage each criterion is, by its id; they sum to 1.

    Raises:
        WeightError: as `Weights` does.
    """
    weights = terms.weights
    dimension = queries.criteria(warehouse).set_index("id")["dimension"]
    within = pd.Series(weights.criteria, dtype=float)
    return coverage_shares(within, dimension.loc[within.index], weights.dimensions)
