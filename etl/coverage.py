"""How far the country is known, why the rest is not, and which questions would raise most."""

from contextlib import closing
from pathlib import Path

import pandas as pd

from etl.errors import DataError
from etl.hearing.books import as_csv
from etl.say import Say
from samspil.analysis.known import REASONS, cells, known_by
from samspil.analysis.worthwhile import ranks_given, worthwhile
from samspil.files import replace_file
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse, newest_build, open_warehouse

QUESTIONS = 100
"""So many questions are told."""

HEADINGS = {
    "known": "known",
    "known_percent": "%",
    "fresh": "reconfirmed",
    "stale": "not reconf.",
    "undated": "undated",
    "unknown": "unknown",
    "asked": "asked",
    "older": "too old",
    "gone": "gone",
    "blocked": "blocked",
    "not_found": "not found",
    "incomplete": "partly read",
    "unread": "not read",
    "not_looked": "not looked",
}
"""What the columns are called on the screen; files name them as they are."""

MEANINGS = (
    "Known is reconfirmed, not reconfirmed (the source is older than its criterion allows) and",
    "undated together. Why a cell is unknown, the first that fits: asked (a hearing asked, and no",
    "answer counts yet), too old (no source counts any more), gone (the page went), blocked (the",
    "page kept readers out), not found (looked for), partly read (not found in what was read of",
    "the site), not read (found, not read yet), not looked (for). What does not occur is left out.",
)
GOALS = (
    "The hundred questions that would raise most: what would give municipalities a rank with the",
    "fewest answers, then the next stage, then what adds most to what is known (docs/HEARING.md).",
    "needs: answers that the goal takes in that municipality. adds: points to its known share.",
)


def coverage(database: Path | None, into: Path | None, say: Say) -> None:
    """Tell what is known by criterion, dimension and region, and what to ask first.

    Args:
        database: one explicit file instead of the newest build.
        into: a folder that the same tables are written to as CSV.
        say: is told every line.

    Raises:
        DataError: the folder cannot be written to.
        WarehouseError: there is no build, or the file is none.
    """
    with closing(open_warehouse(database or newest_build())) as warehouse:
        if into:
            _make(into)
        tables = _tables(warehouse)
        asked = worthwhile(warehouse, warehouse.build.newest_year).head(QUESTIONS)
        summary = _summary(warehouse, asked)
    if into:
        _write(into, {f"coverage_by_{name}": rows for name, rows in tables.items()}
               | {"questions": asked})  # fmt: skip
    counts = [line for rows in tables.values() for line in ("", *_lines(_on_screen(rows)))]
    for line in (*MEANINGS, *counts, "", *GOALS, "", *_lines(_questions(asked)), "", summary):
        say(line)
    if into:
        say(f"Written to {into}: {', '.join(f'coverage_by_{name}.csv' for name in tables)}, "
            "questions.csv")  # fmt: skip


def _tables(warehouse: Warehouse) -> dict[str, pd.DataFrame]:
    """What is known, by each of the three groupings; the last row of regions is the country."""
    rows = cells(warehouse, warehouse.build.newest_year).assign(country="Denmark")
    regions = known_by(rows, "region").sort_index()
    found = {
        "criterion": known_by(rows, "criterion"),
        "dimension": known_by(rows, "dimension"),
        "region": pd.concat([regions, known_by(rows, "country")]),
    }
    return {name: _with_share(counts.rename_axis(name).reset_index())
            for name, counts in found.items()}  # fmt: skip


def _with_share(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts, and known_percent after known."""
    share = (100 * rows["known"] / rows["cells"]).round(1)
    place = list(rows.columns).index("known") + 1
    rows.insert(place, "known_percent", share)
    return rows


def _on_screen(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts under short headings, without reasons that do not occur."""
    absent = [reason for reason in REASONS if not rows[reason].any()]
    rows = rows.drop(columns=absent).rename(columns=HEADINGS)
    return rows.assign(**{"%": [f"{share:.1f}" for share in rows["%"]]})


def _questions(asked: pd.DataFrame) -> pd.DataFrame:
    """The questions as the screen shows them."""
    return pd.DataFrame(
        {
            "no.": range(1, len(asked) + 1),
            "code": asked["code"],
            "municipality": asked["name"],
            "criterion": asked["criterion"],
            "for": asked["goal"],
            "needs": asked["answers"].astype("string").fillna(""),
            "adds": [f"{100 * gain:.1f}" for gain in asked["gain"]],
            "source": [
                "" if kind != "older" else "older" if pd.isna(year) else f"of {year}"
                for kind, year in zip(asked["kind"], asked["told_year"], strict=True)
            ],
        }
    )


def _summary(warehouse: Warehouse, asked: pd.DataFrame) -> str:
    """What the questions raise when all are answered."""
    if asked.empty:
        return "Nothing is left to ask: all is known."
    totals = queries.scores(warehouse, warehouse.build.newest_year).query("dimension == 'total'")
    before, ranked = totals["coverage"].mean(), totals["rank"].notna().sum()
    after = before + asked["gain"].sum() / len(totals)
    return (
        f"If all {len(asked)} are answered, {ranks_given(asked)} more municipalities have a rank "
        f"(today {ranked}), and on average {100 * after:.1f} % is known instead of "
        f"{100 * before:.1f} %, as a mean of municipalities and of the three dimensions."
    )


def _lines(rows: pd.DataFrame) -> list[str]:
    """A table as lines: texts to the left, figures to the right."""
    columns = []
    for place, (name, values) in enumerate(rows.items()):
        texts = [str(name), *map(str, values)]
        width = max(map(len, texts))
        right = place > 0 and all(text.replace(".", "").isdigit() or not text for text in texts[1:])
        columns.append([text.rjust(width) if right else text.ljust(width) for text in texts])
    return ["  ".join(cells).rstrip() for cells in zip(*columns, strict=True)]


def _records(rows: pd.DataFrame) -> list[dict[str, object]]:
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.itertuples(index=False)]


def _make(into: Path) -> None:
    """The folder, before anything is reckoned; raises DataError."""
    try:
        into.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{into}: no folder can be made there ({error.strerror})") from error


def _write(into: Path, tables: dict[str, pd.DataFrame]) -> None:
    for name, rows in tables.items():
        path = into / f"{name}.csv"
        try:
            replace_file(path, as_csv(rows.columns, _records(rows)))
        except OSError as error:
            raise DataError(f"{path}: cannot be written ({error.strerror})") from error
