"""How soon programs are answered over real HTTP, and whether the dashboard feels a hundred.

The readers run in a process of their own, so that they take no turn of the server or the browser.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from browser.served import PROJECT, chromium, served

from bench.browser import presses
from bench.limits import verdict
from bench.readers import READERS, YEAR, ask, connected

ROUNDS = 40
LIMITS = {"one": 20.0, "year": 150.0, "embed": 30.0, "crowd": 2.0}
"""Milliseconds of one municipality, a year, a figure; how much longer the dashboard may take."""

ONE = ["/api/v1/scores.json?code=350", f"/api/v1/assessments.json?code=350&year={YEAR}",
       "/api/v1/evidence.json?code=350"]  # fmt: skip
EMBEDS = ["/embed/kort?kommune=350", "/embed/profil?kommune=350", "/embed/rangliste",
          f"/embed/kriterier-flyttet?fra={YEAR - 10}"]  # fmt: skip
LABELS = ["Formelt", "Reelt"]


def measure() -> None:
    """Print the medians of warm answers, and those of the dashboard with and without readers."""
    with served(PROJECT / "server.py") as address, chromium() as browser:
        one = max(_warm(address, path) for path in ONE)
        year = _warm(address, f"/api/v1/scores.json?year={YEAR}")
        embed = max(_warm(address, path) for path in EMBEDS)
        alone = presses(browser, address, LABELS)
        with _crowd(address) as found:
            crowded = presses(browser, address, LABELS)
    print(f"  API, one municipality: {one:.1f} ms ({verdict(one, LIMITS['one'], 'ms')})")
    print(f"  API, all scores of a year: {year:.1f} ms ({verdict(year, LIMITS['year'], 'ms')})")
    print(f"  a figure for another site: {embed:.1f} ms ({verdict(embed, LIMITS['embed'], 'ms')})")
    ratio = crowded / alone
    print(
        f"  a new map while {READERS} programs each ask once a second: "
        f"{crowded:.0f} ms / {alone:.0f} ms = {ratio:.2f} ({verdict(ratio, LIMITS['crowd'])})"
    )
    errors = found["errors"]
    print(f"  their {found['answers']:,} answers: {errors} errors ({verdict(errors, 0)})")


def _warm(address: str, path: str) -> float:
    """Milliseconds of an answer that was given before: the median."""
    connection, times = connected(address), []
    for _ in range(ROUNDS + 2):
        started = time.perf_counter()
        ask(connection, path)
        times.append(1000 * (time.perf_counter() - started))
    connection.close()
    return median(times[2:])


@contextmanager
def _crowd(address: str) -> Iterator[dict[str, int]]:
    """READERS programs ask for as long as the block lasts; afterwards it says what they got."""
    command = [sys.executable, "-m", "bench.readers", address]
    with subprocess.Popen(
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        found: dict[str, int] = {}
        process.stdout.readline()
        yield found
        found |= json.loads(process.communicate()[0])
