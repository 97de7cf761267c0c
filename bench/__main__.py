"""Print every measurement: python -m bench."""

import sys

from samspil.paths import PROJECT

sys.path.insert(0, str(PROJECT / "tests"))  # the server and the browser of the browser tests

from bench import api, browser, building, exports, first_visit, hearing, limits, scaling

print("Building")
building.measure()
print("A hearing")
hearing.measure()
print("Growth")
scaling.measure()
print("In Chromium")
browser.measure()
print("What readers take along")
exports.measure()
print("Programs that read")
api.measure()
print("A first visit")
first_visit.measure()
sys.exit(bool(limits.ABOVE))
