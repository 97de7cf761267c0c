"""What a reader has downloaded, read back."""

import csv
import io
from pathlib import Path

from samspil.present.export import DIALECTS


def rows_of(download, language="da"):
    """The rows of a CSV file as its country's spreadsheets read it, by their headings."""
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=DIALECTS[language].separator))


def number(text):
    """A number with a decimal comma; None where nothing is."""
    return float(text.replace(",", ".")) if text else None
