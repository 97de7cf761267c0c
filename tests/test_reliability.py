"""docs/RELIABILITY.md tells of exactly the faults that `make faults` tries."""

import re
import subprocess
import sys

import pytest

from samspil.paths import PROJECT


@pytest.mark.slow
def test_every_fault_that_is_told_is_tried_and_the_reverse():
    told = (PROJECT / "docs" / "RELIABILITY.md").read_text(encoding="utf-8")
    collected = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "faults", "tests/faults"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    tried = set(re.findall(r"::(test_\w+)", collected))
    assert tried
    assert set(re.findall(r"^\| [^|]+ \| (\w+) \|", told, re.MULTILINE)) - {"test"} == tried
