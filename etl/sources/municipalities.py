"""The 98 municipalities and what they belong to (Danmarks Statistik).

No address answers with the classifications in a documented way, so they are put down by hand: the
CSV files of "Regioner, landsdele og kommuner" and of "Kommunegrupper".
"""

import csv
import io
from collections.abc import Mapping
from typing import Any

import pandas as pd

from etl import schemas
from etl.errors import DataError, shown
from etl.live.choosing import CHRISTIANSO
from etl.live.compare import more
from etl.live.live import Live
from etl.sources.source import Known, Source, as_csv

FILE = "municipalities.csv"
COUNT = 98

HEADINGS = ("KODE", "NIVEAU", "TITEL")
"""The columns of a classification that are read; others may stand beside them."""

KEPT = ("nuts3", "area_km2", "website")
"""What the classifications do not hold: it stays as it was."""


def _all_of_them(frame: pd.DataFrame) -> pd.DataFrame:
    if len(frame) != COUNT:
        raise DataError(f"{FILE}: has {len(frame)} municipalities instead of {COUNT}")
    return frame


def _fetch(live: Live, _: Known) -> pd.DataFrame:
    """The register from both classifications, in the order in which it stood."""
    found = dict(_classification(name, content) for name, content in live.files())
    if set(found) != {2, 3}:
        raise DataError(
            f"{FILE}: needs two classifications, regions with landsdele and municipalities "
            "(three levels) and kommunegrupper (two levels)"
        )
    wider, groups = found[3], found[2]
    frame = live.before.copy()
    for each in (wider, groups):
        _check_codes(frame["code"].tolist(), each)
    return frame.assign(
        name=[wider[code][-1] for code in frame["code"]],
        region_code=[f"1{wider[code][0].zfill(3)}" for code in frame["code"]],
        region=[wider[code][1].removeprefix("Region ") for code in frame["code"]],
        landsdel=[wider[code][3].removeprefix("Landsdel ") for code in frame["code"]],
        kommunegruppe=[groups[code][1].lower() for code in frame["code"]],
    )


def _write(frame: pd.DataFrame) -> bytes:
    """The content of the file; areas have a point, as they always had."""
    return as_csv(frame.assign(area_km2=[repr(float(area)) for area in frame["area_km2"]]))


def _classification(name: str, content: bytes) -> tuple[int, dict[str, list[str]]]:
    """How many levels it has, and by municipality the codes and titles from the top down."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{name}: is not UTF-8 text; save it as UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    if missing := [heading for heading in HEADINGS if heading not in (reader.fieldnames or [])]:
        raise DataError(f"{name}: has no column {missing[0]}, so it is no classification")
    above: list[str] = []
    levels: dict[int, dict[str, list[str]]] = {}
    for row in reader:
        code, level, title = (str(row[heading] or "").strip() for heading in HEADINGS)
        if not code or not title or level not in ("1", "2", "3"):
            raise DataError(f"{name}: row {reader.line_num} lacks code, level or title")
        above = [*above[: 2 * (int(level) - 1)], code, title]
        if len(above) != 2 * int(level):
            raise DataError(f"{name}: row {reader.line_num} stands under nothing")
        levels.setdefault(int(level), {})[code.zfill(3)] = list(above)
    if not levels:
        raise DataError(f"{name}: has no rows")
    deepest = max(levels)
    return deepest, levels[deepest]


def _check_codes(codes: list[str], found: Mapping[str, list[str]]) -> None:
    if missing := sorted(set(codes) - set(found)):
        raise DataError(f"{FILE}: {missing[0]} is missing in a classification")
    if extra := sorted(set(found) - set(codes) - {CHRISTIANSO}):
        raise DataError(
            f"{FILE}: a classification holds {extra[0]} ({shown(found[extra[0]][-1])}), which is "
            "not in the register"
        )


def _compare(old: pd.DataFrame, new: pd.DataFrame, _: Mapping[str, Any]) -> list[str]:
    """Names and memberships change once in years, so every change is looked at."""
    joined = old.merge(new, on="code", suffixes=("", "_now"))
    odd = []
    for column in old.columns.drop("code"):
        other = joined[joined[column] != joined[f"{column}_now"]]
        if len(other):
            first = other.iloc[0]
            odd.append(
                f"gives {first['code']} the {column} {shown(first[f'{column}_now'])} instead of "
                f"{shown(first[column])}{more(len(other))}"
            )
    return odd


SOURCE = Source(
    FILE,
    schema=schemas.municipalities,
    finish=_all_of_them,
    table="municipality",
    fetch=_fetch,
    write=_write,
    compare=_compare,
)
