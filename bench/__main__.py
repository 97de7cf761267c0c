"""Print every measurement: python -m bench."""

import sys

from samspil.paths import PROJECT

sys.path.insert(0, str(PROJECT / "tests"))  # the server and the browser of the browser tests

from bench import browser, building, scaling

print("Building")
building.measure()
print("Growth")
scaling.measure()
print("In Chromium")
browser.measure()
