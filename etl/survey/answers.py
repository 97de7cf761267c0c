"""The answers of single associations: one file a round, in a folder outside the data and project.

One row is one form. It has no name, no file name and no remark; `form` is a checksum by which the
same form is known when it comes again.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from etl.errors import DataError
from etl.fields import day, integer, once, text
from etl.hearing.books import AGREEMENT, DONT_KNOW, as_csv, as_text
from etl.settings import archive_folder
from etl.sources.survey import CRITERION, STATEMENT
from etl.tables import read_table
from samspil.files import replace_file
from samspil.model.codebook import Codebook
from samspil.paths import PROJECT
from samspil.present.survey.form import asked_criteria
from samspil.warehouse.builds import warehouse_directory
from samspil.warehouse.frozen import releases_directory

OWN = ("batch", "taken_on", "code", "form")
LEVELS = ("0", "1", "2")

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
IGNORED = ".gitignore"


Taken = dict[str, str]
"""A form that was taken in, its values as they stand in the file."""


@dataclass(frozen=True)
class Item:
    """A question: `kind` is "statement" or "criterion"; version is that of a criterion."""

    kind: str
    id: str
    version: int = 1

    def __str__(self) -> str:
        """What the column of its answers is headed."""
        return f"{self.kind}/{self.id}/{self.version}"


def items(book: Codebook, statements: pd.DataFrame) -> list[Item]:
    """All that the form asks, in its order."""
    agreed = [Item(STATEMENT, id_) for id_ in statements["id"]]
    return [*agreed, *(Item(CRITERION, c.id, c.version) for c in asked_criteria(book))]


def check_place(folder: Path, data: Path) -> None:
    """Raise DataError where answers in this folder could be published with something else."""
    kept_out = {
        "the project": PROJECT,
        "the data folder": data,
        "the warehouse folder": warehouse_directory(),
        "the folder of releases": releases_directory(),
        "the archive of answers": archive_folder(data),
    }
    for name, place in kept_out.items():
        if folder.resolve().is_relative_to(place.resolve()):
            raise DataError(
                f"{folder}: lies in {name}; answers of single associations need a folder of "
                "their own elsewhere"
            )


def form_id(content: bytes) -> str:
    """A checksum by which a form that was taken in is known again."""
    return hashlib.sha256(content).hexdigest()[:16]


def read_taken(folder: Path, round_: str, asked: list[Item]) -> list[Taken]:
    """The forms of a round, in the order in which they came in; none where there is no file.

    Of each: batch (the number of the import), taken_on, code, form, and what it answers to every
    question, by its heading.

    Raises:
        DataError: the file is damaged, or was begun with other questions.
    """
    path = _path(folder, round_)
    if not path.exists():
        return []
    return as_text(read_table(path, _schema(asked), may_be_empty=True))


def write_taken(folder: Path, round_: str, asked: list[Item], rows: list[Taken]) -> None:
    """Write the forms of a round where nobody but their owner, and no git, takes them up.

    Raises OSError.
    """
    if not (folder / IGNORED).exists():
        replace_file(folder / IGNORED, b"*\n")
    path = _path(folder, round_)
    before = os.umask(0o777 - PRIVATE_FILE)
    try:
        replace_file(path, as_csv(_schema(asked).columns, rows))
    finally:
        os.umask(before)


def _path(folder: Path, round_: str) -> Path:
    return folder / f"{round_}.csv"


def _schema(asked: list[Item]) -> pa.DataFrameSchema:
    given = {
        STATEMENT: text([str(step) for step in range(AGREEMENT[0], AGREEMENT[1] + 1)],
                        nullable=True),
        CRITERION: text([*LEVELS, DONT_KNOW], nullable=True),
    }  # fmt: skip
    own = {"batch": integer(low=1), "taken_on": day(), "code": text(), "form": text()}
    return pa.DataFrameSchema(
        own | {str(item): given[item.kind] for item in asked}, checks=[once("form")]
    )
