"""Adding an objection to the register of corrections, checked as the build would check it."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from etl.corrections import apply_corrections
from etl.errors import DataError
from etl.snapshots import read_snapshots
from etl.sources.corrections import FILE
from etl.tables import read_text
from samspil.codebook import CodebookError
from samspil.objection import as_line


def add_objection(
    folder: Path, given: Mapping[str, str], say: Callable[[str], None], today: date
) -> None:
    """Append a row to corrections.csv; it stays as it was where the row cannot be used.

    Args:
        folder: the data folder.
        given: the columns that were stated; id, date and outcome ("open") are filled in.
        say: is told what was added.
        today: the date of the row where none is stated.

    Raises:
        DataError: the row, or something that was there before, is wrong.
    """
    path = folder / "snapshots" / FILE
    before = read_text(path)
    number = len(list(csv.reader(io.StringIO(before))))
    row = {"id": f"c{number:04d}", "date": today.isoformat(), "outcome": "open"} | {
        name: value for name, value in given.items() if value
    }
    joined = before if before.endswith("\n") else before + "\n"
    try:
        path.write_text(joined + as_line(row), encoding="utf-8")
        content = read_snapshots(folder)
        apply_corrections(content)
    except OSError as error:
        raise DataError(f"{FILE}: cannot be written ({error.strerror})") from error
    except (DataError, CodebookError):
        path.write_text(before, encoding="utf-8")
        raise
    say(f"Added {row['id']} ({row['outcome']}). To use it: python -m etl accept --note …")
