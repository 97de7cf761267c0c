"""Which municipalities are most like each other."""

import numpy as np
import pandas as pd

from etl.schemas import REFORM


def similar_rows(municipalities: pd.DataFrame, population: pd.DataFrame) -> pd.DataFrame:
    """The rows of the table `similar`: all others in order, for each municipality.

    Euclidean distance of three z-scores: log population, log inhabitants per km² and the change
    of population since 2007, all of the newest year. Equal distances go by code.
    `population` holds both years for every municipality.
    """
    people = population.pivot(index="code", columns="year", values="population").astype(float)
    newest = people[people.columns.max()]
    area = municipalities.set_index("code")["area_km2"].astype(float).reindex(people.index)
    traits = pd.DataFrame(
        {
            "size": np.log(newest),
            "density": np.log(newest / area),
            "change": newest / people[REFORM] - 1,
        }
    )
    z = ((traits - traits.mean()) / traits.std(ddof=0)).sort_index()
    distance = np.sqrt(((z.to_numpy()[:, None] - z.to_numpy()[None]) ** 2).sum(axis=2))
    codes = z.index.to_numpy()
    count = len(codes)
    order = np.argsort(distance + np.diag(np.full(count, -1.0)), axis=1, kind="stable")[:, 1:]
    return pd.DataFrame(
        {
            "code": np.repeat(codes, count - 1),
            "other": codes[order].ravel(),
            "position": np.tile(np.arange(1, count), count),
            "distance": np.take_along_axis(distance, order, axis=1).ravel(),
        }
    )
