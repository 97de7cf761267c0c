"""Many read while builds are made and swapped: every answer is that of one whole build."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from etl_data import GOOD, append
from faults.reading import answer
from frozen import DATA

from samspil.paths import PROJECT
from samspil.warehouse.builds import newest_build

pytestmark = pytest.mark.faults

PROCESSES = 4
SWAPS = 8


def test_eight_readers(outcome, data, builds, record):
    """Eight readers (four processes of two threads) ask while two kinds of builds alternate."""
    kinds = (DATA, data)
    append("evidence.csv", GOOD)(data)
    assert outcome("accept", "--data", data, "--note", "another answer")[0] == 0
    right = {}
    for folder in kinds:
        assert outcome("build", "--data", folder)[0] == 0
        path = newest_build(builds)
        right[path.stem.rpartition("-")[2]] = answer(path)
    assert len({json.dumps(each) for each in right.values()}) == len(kinds)
    readers = [
        subprocess.Popen(
            [sys.executable, Path(__file__).with_name("reading.py"), builds, json.dumps(right)],
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(PROCESSES)
    ]
    for number in range(SWAPS):
        assert outcome("build", "--data", kinds[number % 2])[0] == 0
    found = [each for reader in readers for each in json.loads(reader.communicate()[0])]
    asked = sum(times for times, _, _ in found)
    seen = {name for _, names, _ in found for name in names}
    assert [each for _, _, wrong in found for each in wrong] == []
    assert len(found) == 2 * PROCESSES
    assert len(seen) > SWAPS / 2
    record(
        SWAPS,
        f"{asked:,} answers from {len(seen)} builds, none wrong, no error",
        "each answer was that of one whole build",
    )
