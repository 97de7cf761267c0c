"""Tables: the decimal numbers of a column stand under each other with as many decimals."""

import json

import pandas as pd
import pytest
from frozen import VEJLE
from visiting import visit

from components.figure import decimals


@pytest.mark.parametrize(
    ("values", "step"),
    [
        ([20.0, 20.5], 0.1),
        ([20.0, None], 1),
        ([0.125, 0.5], 0.001),
        ([1 / 3], 0.001),
        ([], 1),
    ],
)
def test_as_many_as_the_finest_has(values, step):
    said = decimals(pd.Series(values, dtype=float))["type_config"]
    assert (said["format"], said["step"]) == ("localized", step)


def test_a_table_tells_the_browser_so():
    shown = visit("municipality", kommune=VEJLE, tables=("stilling",)).dataframe[0]
    floats = shown.value.select_dtypes("float")
    told = json.loads(shown.proto.columns)
    steps = {name: told[name]["type_config"]["step"] for name in floats}
    assert steps == {name: decimals(floats[name])["type_config"]["step"] for name in floats}
    assert 0.1 in steps.values()
