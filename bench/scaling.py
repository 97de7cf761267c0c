"""How scoring and robustness grow with the number of municipalities, on made-up data.

The data exist only here and for as long as a measurement lasts; each runs in a process of its own,
so that its peak memory is its own.
"""

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from bench.limits import verdict
from samspil.model.codebook import DERIVED, Codebook, load_codebook
from samspil.model.robustness import UNKNOWN, Problem, draw_ranks
from samspil.model.scoring import Weights, load_scores
from samspil.paths import PROJECT
from samspil.warehouse.schema import SCHEMA

SIZES = (1_000, 10_000, 100_000)
RECORDS = 15
"""Pieces of evidence a municipality, as in the embedded data."""

DRAWS_AT_SCALE = 50
NEWEST = 2026


def problem(count: int, book: Codebook, seed: int = 1) -> Problem:
    """That many made-up municipalities, a third of their cells unknown."""
    levels = np.random.default_rng(seed).choice(
        np.array([UNKNOWN, 0, 1, 2], dtype=np.int8), (count, len(book.scored_criteria)),
        p=(0.34, 0.1, 0.22, 0.34),
    )  # fmt: skip
    frame = pd.DataFrame(levels, columns=[c.id for c in book.scored_criteria])
    dimension_of = {c.id: c.dimension for c in book.scored_criteria}
    return Problem.of(frame, dimension_of, Weights.default(book))


def measure() -> None:
    """Print draws per second against a pandas loop, and how everything grows."""
    book = load_codebook()
    case = problem(98, book)
    for draws, limit in ((2_000, 0.3), (10_000, 1.5)):
        seconds = min(_seconds(draw_ranks, case, draws) for _ in range(3))
        print(f"  {draws:,} draws over 98 x 24: {seconds:.2f} s ({verdict(seconds, limit, 's')})")
    loop = 20 / _seconds(_pandas_loop, case, 20)
    ours = 2_000 / min(_seconds(draw_ranks, case, 2_000) for _ in range(3))
    print(f"  draws per second: {ours:,.0f}; a pandas loop: {loop:,.0f} ({ours / loop:.0f} x)")
    for what in ("memory", "scoring", "robustness"):
        for size in (98,) if what == "memory" else SIZES:
            command = [sys.executable, "-m", "bench.scaling", what, str(size)]
            done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
            _report(what, size, json.loads(done.stdout))


def _report(what: str, size: int, found: dict[str, float]) -> None:
    told = {
        "memory": "peak memory of 10,000 draws over 98 x 24",
        "scoring": f"loading and scoring 20 years, {size:,} municipalities",
        "robustness": f"{DRAWS_AT_SCALE} draws, {size:,} municipalities",
    }[what]
    print(f"  {told}: {found['seconds']:.2f} s, {found['megabytes']:.0f} MB at the peak")


def _seconds(function: object, *arguments: object) -> float:
    started = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - started


def _pandas_loop(case: Problem, draws: int) -> None:
    """The same draws the straightforward way: one frame and one ranking a draw."""
    stream = np.random.default_rng(1)
    frame = pd.DataFrame(case.levels).replace(UNKNOWN, np.nan)
    for _ in range(draws):
        weights = np.zeros(len(case.dimension))
        dimensions = stream.dirichlet(3 * case.dimension_weights / case.dimension_weights.sum())
        for d, share in enumerate(dimensions):
            inside = case.dimension == d
            weights[inside] = share * stream.dirichlet(np.ones(inside.sum()))
        filled = frame.mask(frame.isna(), pd.DataFrame(stream.integers(0, 3, frame.shape)))
        (filled / 2 * weights).sum(axis=1).rank(ascending=False, method="min")


def _score(count: int) -> None:
    """Load made-up evidence on that many municipalities and score every year."""
    book = load_codebook()
    stream = np.random.default_rng(1)
    criteria = [c.id for c in book.scored_criteria if c.id != DERIVED]
    rows = count * RECORDS
    evidence = pd.DataFrame(
        {
            "id": np.arange(rows).astype(str),
            "code": stream.integers(0, count, rows).astype(str),
            "criterion": stream.choice(criteria, rows),
            "level": stream.integers(0, 3, rows),
            "value": np.nan,
            "year": stream.integers(2010, NEWEST + 1, rows),
            "source_url": "https://www.example.org",
            "source_kind": "other",
            "retrieved_on": date(NEWEST, 11, 22),
        }
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        duckdb.connect(str(Path(folder) / "bench.duckdb")) as connection,
    ):
        _tables(connection, book, count)
        connection.register("made_up", evidence)
        connection.execute("INSERT INTO evidence BY NAME FROM made_up")
        load_scores(connection, book)


def _tables(connection: duckdb.DuckDBPyConnection, book: Codebook, count: int) -> None:
    """The tables of a build without their constraints, with as much in them as scoring reads."""
    schema = SCHEMA.read_text(encoding="utf-8")
    connection.execute(
        re.sub(r",\n    PRIMARY KEY \([^)]*\)| PRIMARY KEY| REFERENCES \w+| NOT NULL", "", schema)
    )
    connection.execute(
        "INSERT INTO build BY NAME SELECT $newest AS newest_year", {"newest": NEWEST}
    )
    connection.execute(
        "INSERT INTO municipality BY NAME SELECT range::TEXT AS code FROM range($count)",
        {"count": count},
    )
    stages = pd.DataFrame([(s.stage, s.threshold) for s in book.stages],
                          columns=["stage", "threshold"])  # fmt: skip
    criteria = pd.DataFrame([(c.id, c.dimension, c.fresh_years, c.requires or None)
                             for c in book.scored_criteria],
                            columns=["id", "dimension", "fresh_years", "requires"])  # fmt: skip
    for table, frame in (("stage", stages), ("criterion", criteria)):
        connection.register("frame", frame)
        connection.execute(f"INSERT INTO {table} BY NAME FROM frame")


def _one(what: str, count: int) -> None:
    """Measure one thing in this process, and print it as JSON."""
    book = load_codebook()
    if what == "scoring":
        seconds = _seconds(_score, count)
    elif what == "memory":
        seconds = _seconds(draw_ranks, problem(count, book), 10_000)
    else:
        seconds = _seconds(draw_ranks, problem(count, book), DRAWS_AT_SCALE)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes}))


if __name__ == "__main__":
    _one(sys.argv[1], int(sys.argv[2]))
