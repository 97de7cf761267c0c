"""An objection as a row of the register of corrections."""

import csv
import io
from collections.abc import Mapping

from samspil.harmless import harmless

COLUMNS = ("id", "evidence_id", "code", "criterion", "field", "old", "new", "by_role", "objection",
           "outcome", "reason", "source_url", "date")  # fmt: skip

WORDS = ("evidence_id", "code", "criterion", "by_role", "objection", "source_url")
"""What the objector says; two objections with the same words are one."""

SETTLED = ("field", "old", "new")
"""What may be left open until the objection is settled."""


def as_line(given: Mapping[str, str]) -> str:
    """The row as a line of CSV with its line break; what was not stated stays empty."""
    line = io.StringIO()
    # With \r\n as its end a writer quotes both of them wherever else they stand.
    csv.DictWriter(line, COLUMNS, restval="", lineterminator="\r\n").writerow(given)
    return line.getvalue().removesuffix("\r\n") + "\n"


def as_file(given: Mapping[str, str]) -> bytes:
    """The row under its headings, as a file to send in, which a spreadsheet may open.

    Whoever reads it puts every cell through `samspil.present.export.original`.
    """
    safe = {name: harmless(value) for name, value in given.items()}
    return (",".join(COLUMNS) + "\n" + as_line(safe)).encode("utf-8")
