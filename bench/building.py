"""How long a build of the embedded data takes, against merely importing the libraries it needs."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.limits import verdict
from samspil.paths import PROJECT

ROUNDS = 5
LIMIT = 3.0


def measure() -> None:
    """Print the ratio of the two, each the best of several runs."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "bench.duckdb"
        build = _best([sys.executable, "-m", "etl", "build", "--database", str(target)])
    imports = _best([sys.executable, "-c", "import duckdb, pandas, geopandas, pandera.pandas"])
    ratio = build / imports
    print(
        f"  build of the embedded data, against importing the libraries it needs: "
        f"{build:.2f} s / {imports:.2f} s = {ratio:.2f} ({verdict(ratio, LIMIT)})"
    )


def _best(command: list[str]) -> float:
    """Seconds of the fastest run; the others only measure what else the machine was doing."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - started)
    return min(times)
