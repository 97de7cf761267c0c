"""data/refreshed.csv: what came of each source when it was last refreshed; needs no `accept`."""

from dataclasses import astuple, dataclass, fields
from datetime import datetime
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from etl.errors import DataError
from etl.fields import day, once, text
from etl.files import sole_writer
from etl.tables import checked, read_table
from samspil.files import replace_file

FILE = "refreshed.csv"

REPLACED, UNCHANGED, HELD_BACK, FAILED, WAITING = (
    "replaced", "unchanged", "held_back", "failed", "waiting"
)  # fmt: skip
OUTCOMES = (REPLACED, UNCHANGED, HELD_BACK, FAILED, WAITING)
"""A new snapshot stands; the same one does; a new one waits for somebody to look at it; the old one
stands, since none came; nothing was asked, since nobody has confirmed what to ask for."""


@dataclass(frozen=True)
class Outcome:
    """Of one snapshot: what came of it, the day (UTC), and the line that was said."""

    name: str
    outcome: str
    tried_on: str
    said: str


COLUMNS = tuple(field.name for field in fields(Outcome))


def read_outcomes(folder: Path) -> pd.DataFrame:
    """The file of a data folder, a row a snapshot that was ever refreshed; raises DataError."""
    schema = pa.DataFrameSchema(
        {"name": text(), "outcome": text(OUTCOMES), "tried_on": day(), "said": text()},
        checks=[once("name")],
    )
    path = folder / FILE
    if path.exists():
        return read_table(path, schema, may_be_empty=True)
    return checked(pd.DataFrame(columns=list(COLUMNS), dtype=str), schema, str)


def note(folder: Path, name: str, outcome: str, said: str, now: datetime) -> None:
    """Write down what came of a snapshot, in place of what came of it before.

    Raises:
        DataError: the file is wrong or cannot be written.
    """
    new = Outcome(name, outcome, now.date().isoformat(), " ".join(said.split()))
    try:
        with sole_writer(folder, (FILE,)):
            before = read_outcomes(folder)
            before["tried_on"] = before["tried_on"].dt.strftime("%Y-%m-%d")
            kept = before[before["name"] != name]
            frame = pd.concat([kept, pd.DataFrame([astuple(new)], columns=list(COLUMNS))])
            content = frame.sort_values("name").to_csv(index=False, lineterminator="\n").encode()
            replace_file(folder / FILE, content)
    except OSError as error:
        raise DataError(f"{FILE}: cannot be written ({error.strerror})") from error
