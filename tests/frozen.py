"""The frozen data set of the tests: all 98 municipalities, few records, every rule once.

It lies in tests/fixtures/data and changes only when the shape of the data does. Besides a part of
the embedded records it holds what they lack: a municipality's own answer and a page that went
(Gentofte), a page that was read three times (Lejre), and a policy that is known not to be there
(Vallensbæk), which settles another criterion. Population is that of 2007 and 2026 only.
"""

import json

from samspil.paths import PROJECT

DATA = PROJECT / "tests" / "fixtures" / "data"

ROWS = json.loads((DATA / "accepted.json").read_text(encoding="utf-8"))["rows"]["evidence.csv"]
"""Records of evidence."""

YEAR = 2026
"""The year of the release."""

DAY = "2026-11-24"
"""The day of the release: what is decided or answered later, such as today, waits for the next."""

VEJLE, LEJRE, GENTOFTE, BROENDBY = "630", "350", "157", "153"
"""The best known municipality, one half known, one hardly known, one of which nothing is known."""
