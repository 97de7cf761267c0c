"""An objection as a row of the register of corrections."""

import csv
import io
from collections.abc import Mapping

COLUMNS = ("id", "evidence_id", "code", "criterion", "field", "old", "new", "by_role", "objection",
           "outcome", "reason", "source_url", "date")  # fmt: skip


def as_line(given: Mapping[str, str]) -> str:
    """The row as a line of CSV with its line break; what was not stated stays empty."""
    line = io.StringIO()
    csv.DictWriter(line, COLUMNS, restval="", lineterminator="\n").writerow(given)
    return line.getvalue()


def as_file(given: Mapping[str, str]) -> bytes:
    """The row under its headings, as a file to send in."""
    return (",".join(COLUMNS) + "\n" + as_line(given)).encode("utf-8")
