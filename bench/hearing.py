"""How long a hearing takes: 98 letters, as Word and PDF, and 98 workbooks, and whether all open."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl
from docx import Document
from pypdf import PdfReader

from bench.limits import ABOVE, verdict
from samspil.paths import DATA, PROJECT
from samspil.present.document import LANGUAGE_TAGS

LIMIT = 90
"""Seconds, on two cores."""


def measure() -> None:
    """Print the seconds that writing a round for all municipalities takes, and what is no good."""
    with tempfile.TemporaryDirectory() as folder:
        data, database = Path(folder) / "data", Path(folder) / "bench.duckdb"
        shutil.copytree(DATA, data)
        run("build", "--database", str(database))
        options = ["--database", str(database), "--data", str(data), "--out", folder]
        started = time.perf_counter()
        run("hearing", "write", "--round", "2099-1", *options)
        taken = time.perf_counter() - started
        written = {ending: sorted(Path(folder).glob(f"*.{ending}")) for ending in GOOD}
        bad = [path.name for ending, good in GOOD.items()
               for path in written[ending] if not good(path)]  # fmt: skip
    counts = ", ".join(f"{len(paths)} {ending}" for ending, paths in written.items())
    print(
        f"  a round for all municipalities ({counts}): {taken:.1f} s ({verdict(taken, LIMIT, 's')})"
    )
    print(f"  without title, language or headings, or longer than a page: {len(bad)}", *bad)
    ABOVE.extend(bad)


def good_letter(path: Path) -> bool:
    """Whether python-docx opens it and finds title, language and one heading."""
    letter = Document(str(path))
    told = letter.core_properties
    headings = [p.text for p in letter.paragraphs if p.style and p.style.name == "Heading 1"]
    return headings == [told.title] and told.language == LANGUAGE_TAGS["da"]


def good_print(path: Path) -> bool:
    """Whether it has one page."""
    return len(PdfReader(path).pages) == 1


def good_workbook(path: Path) -> bool:
    """Whether openpyxl opens it and finds title, language and a heading above every column."""
    book = openpyxl.load_workbook(path)
    told = book.properties
    headed = all(cell.value for sheet in book for cell in sheet[1])
    return bool(told.title) and told.language == LANGUAGE_TAGS["da"] and headed


GOOD = {"docx": good_letter, "pdf": good_print, "xlsx": good_workbook}
"""What a file is asked, by its ending."""


def run(*arguments: str) -> None:
    """Run one command of the ETL."""
    command = [sys.executable, "-m", "etl", *arguments]
    quiet = {**os.environ, "SAMSPIL_LOG": "warning"}
    subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL, env=quiet)
