"""How long a hearing takes: 98 letters, as Word and PDF, and 98 workbooks."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.limits import verdict
from samspil.paths import DATA, PROJECT

LIMIT = 90
"""Seconds, on two cores."""


def measure() -> None:
    """Print the seconds that writing a round for all municipalities takes."""
    with tempfile.TemporaryDirectory() as folder:
        data, database = Path(folder) / "data", Path(folder) / "bench.duckdb"
        shutil.copytree(DATA, data)
        run("build", "--database", str(database))
        options = ["--database", str(database), "--data", str(data), "--out", folder]
        started = time.perf_counter()
        run("hearing", "write", "--round", "2099-1", *options)
        taken = time.perf_counter() - started
        written = {ending: len(list(Path(folder).glob(f"*.{ending}")))
                   for ending in ("docx", "pdf", "xlsx")}  # fmt: skip
    counts = ", ".join(f"{count} {ending}" for ending, count in written.items())
    print(
        f"  a round for all municipalities ({counts}): {taken:.1f} s ({verdict(taken, LIMIT, 's')})"
    )


def run(*arguments: str) -> None:
    """Run one command of the ETL."""
    command = [sys.executable, "-m", "etl", *arguments]
    quiet = {**os.environ, "SAMSPIL_LOG": "warning"}
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL, env=quiet)
