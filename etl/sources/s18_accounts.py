"""What municipalities spend on voluntary social work by § 18, as their accounts have it (REGKC).

No code for it is documented, so nothing is loaded until a person has confirmed table and values in
data/sources.toml; `python -m etl labels` looks for them.
"""

from collections.abc import Collection

import pandas as pd
import pandera.pandas as pa

from etl.fields import integer, number, once, text
from etl.live.compare import first, yearly
from etl.live.live import Live
from etl.live.yearly import by_year, only_table
from etl.schemas import REFORM
from etl.sources.source import Known, Source, indicator_rows

FILE = "s18_accounts.csv"
VALUE = "kr_per_inhabitant"


def _schema(codes: Collection[str]) -> pa.DataFrameSchema:
    """Code, year and kroner per inhabitant."""
    return pa.DataFrameSchema(
        {
            "code": text(codes),
            "year": integer(low=REFORM, high=2100),
            VALUE: number("Float64", low=-100_000, high=100_000),
        },
        checks=[once("code", "year")],
    )


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """Kroner per inhabitant as a public statistic."""
    return indicator_rows(frame, FILE, "accounts_s18", VALUE, unit=VALUE)


def _fetch(live: Live, known: Known) -> pd.DataFrame:
    """Code, year and kroner per inhabitant."""
    wanted = only_table(live.plan)
    frame = by_year(live, wanted, known.codes).dropna(subset=["value"])
    if live.before.empty:
        live.odd += first(frame, known.codes)
    return frame.rename(columns={"value": VALUE}).sort_values(["code", "year"])


SOURCE = Source(
    FILE,
    needs=("codes",),
    schema=_schema,
    may_be_empty=True,
    table="indicator",
    rows=_rows,
    fetch=_fetch,
    compare=yearly(VALUE),
)
"""Code, year and kroner per inhabitant; empty until somebody has confirmed where they stand."""
