"""Figures by municipality and year from StatBank, as data/sources.toml asks for them."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from etl.errors import DataError, shown
from etl.live.choosing import Table, Wanted, area_variable, choices, years
from etl.live.live import Live, Plan
from etl.live.statbank import figures, table_info

FORMATS = ("BULK", "CSV")
TABLE_FIELDS = ("id", "time", "choose", "each", "add", "unit")


def wanted_tables(plan: Plan) -> list[Wanted]:
    """The tables that sources.toml names for a source, in order; raises DataError."""
    tables = plan.get("table")
    if not isinstance(tables, list) or not tables:
        raise DataError("sources.toml: a refresh from StatBank names no [[….table]]")
    return [_wanted(table) for table in tables]


def only_table(plan: Plan) -> Wanted:
    """The same of a source that takes one table; raises DataError for several."""
    tables = wanted_tables(plan)
    if len(tables) > 1:
        raise DataError(f"sources.toml: a refresh names {len(tables)} tables instead of one")
    return tables[0]


def _wanted(table: Mapping[str, Any]) -> Wanted:
    if unknown := sorted(set(table) - set(TABLE_FIELDS)):
        raise DataError(f"sources.toml: a table has an unknown field {unknown[0]!r}")
    choose, each, add = table.get("choose", {}), table.get("each", {}), table.get("add", [])
    for name in ("id", "time"):
        if not isinstance(table.get(name), str) or not table[name]:
            raise DataError(f"sources.toml: a table has {shown(table.get(name))} in {name!r}")
    if not isinstance(choose, dict) or not isinstance(each, dict) or not isinstance(add, list):
        raise DataError(f"sources.toml: the table {table['id']} chooses in another shape")
    for variable, words in [*choose.items(), *((v, w) for v, many in each.items() for w in many)]:
        if not isinstance(words, str) or not words:
            raise DataError(
                f"sources.toml: the table {table['id']} has {shown(words)} for {variable!r}"
            )
    return Wanted(table["id"], table["time"], choose, each, tuple(add), table.get("unit", ""))


def by_year(
    live: Live,
    wanted: Wanted,
    codes: Collection[str],
    *,
    without: Collection[int] = (),
    newest: bool = False,
) -> pd.DataFrame:
    """The figures of one table: code, year, value, and the label of each variable of `each`.

    Args:
        live: to ask through.
        wanted: the table, and what of it.
        codes: of the municipalities, all of which have to be there.
        without: years that are not asked for.
        newest: whether the newest year alone is asked for.

    Raises:
        DataError: there is no answer, or it is not as documented.
    """
    form = live.plan.get("format", FORMATS[0])
    if form not in FORMATS:
        raise DataError(f"sources.toml: {shown(form)} is no format, but {' or '.join(FORMATS)}")
    table = table_info(live, wanted.id)
    if wanted.unit and table.unit.casefold() != wanted.unit.casefold():
        live.odd.append(f"has figures of {table.id} in {table.unit!r} instead of {wanted.unit!r}")
    area, areas = area_variable(table, sorted(codes))
    time, periods = years(table, wanted.time)
    periods = {year: code for year, code in sorted(periods.items()) if year not in without}
    periods = dict([*periods.items()][-1:]) if newest else periods
    chosen = choices(table, wanted, area)
    if not periods:
        return pd.DataFrame({"code": [], "year": [], "value": []})
    chosen |= {area.id: list(areas.values()), time.id: list(periods.values())}
    asked = {variable.id: chosen[variable.id] for variable in table.variables}
    frame = figures(live, table, asked, area, form)
    ours = {code: own for own, code in areas.items()}
    spans = {code: year for year, code in periods.items()}
    found = frame.assign(code=frame[area.id].map(ours), year=frame[time.id].map(spans))
    return _labelled(table, wanted, found)


def _labelled(table: Table, wanted: Wanted, frame: pd.DataFrame) -> pd.DataFrame:
    """Code, year and value, with labels for `each`, added up over `add`.

    A sum of which one part is missing is missing.
    """
    kept = []
    for name in wanted.each:
        variable = next(v for v in table.variables if v.called(name))
        frame = frame.assign(**{name: frame[variable.id].map(variable.values)})
        kept.append(name)
    if not wanted.add:
        return frame[["code", "year", *kept, "value"]]
    grouped = frame.groupby(["code", "year", *kept], sort=True)["value"]
    whole = grouped.count() == grouped.size()
    return grouped.sum().where(whole).reset_index()
