"""data/links.csv: what became of each address of the evidence when it was last asked.

The file is neither data nor method, so it needs no `accept`. A file that is missing holds nothing.
"""

from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

import pandas as pd
import pandera.pandas as pa

from etl.errors import DataError
from etl.fields import address, day, once, rule, text
from etl.files import sole_writer
from etl.tables import checked, read_table
from samspil.files import replace_file

FILE = "links.csv"

REACHABLE, MOVED, GONE, BLOCKED, NO_ANSWER = "reachable", "moved", "gone", "blocked", "no_answer"
STATES = (REACHABLE, MOVED, GONE, BLOCKED, NO_ANSWER)
"""The page answers; another address answers for it; the server says there is no such page; the
server or its robots.txt lets no machine in; nothing that can be used came back."""


@dataclass(frozen=True)
class Link:
    """One address as it was last asked.

    address: letter for letter that of the evidence. moved_to: where it led. checked_on and
    reachable_on: days (UTC), the second one that of the last answer. why: what a server said.
    """

    address: str
    state: str
    moved_to: str
    checked_on: str
    reachable_on: str
    why: str


COLUMNS = tuple(field.name for field in fields(Link))


def schema() -> pa.DataFrameSchema:
    """What the file holds."""
    return pa.DataFrameSchema(
        {
            "address": address(),
            "state": text(STATES),
            "moved_to": address(nullable=True),
            "checked_on": day(),
            "reachable_on": day(nullable=True),
            "why": text(nullable=True),
        },
        checks=[
            once("address"),
            rule(
                "moved_to",
                "is given where a page has moved, and nowhere else",
                lambda f: (f["state"] == MOVED) == f["moved_to"].notna(),
            ),
        ],
    )


def read_links(folder: Path) -> pd.DataFrame:
    """The file of a data folder, a row an address; raises DataError."""
    path = folder / FILE
    if path.exists():
        return read_table(path, schema(), may_be_empty=True)
    return checked(pd.DataFrame(columns=list(COLUMNS), dtype=str), schema(), str)


def held(folder: Path) -> dict[str, Link]:
    """The same by address."""
    rows = read_links(folder)
    days = {name: rows[name].dt.strftime("%Y-%m-%d") for name in ("checked_on", "reachable_on")}
    texts = rows.assign(**days).astype("string").fillna("")
    return {row[0]: Link(*row) for row in texts[list(COLUMNS)].itertuples(index=False)}


def keep(folder: Path, asked: Iterable[Link], wanted: Iterable[str]) -> None:
    """Take new answers into the file; addresses that the evidence no longer names leave it.

    Raises:
        DataError: it cannot be written.
    """
    try:
        with sole_writer(folder, (FILE,)):
            known = held(folder) | {link.address: link for link in asked}
            rows = [astuple(known[each]) for each in sorted(set(wanted) & set(known))]
            frame = pd.DataFrame(rows, columns=list(COLUMNS))
            content = frame.to_csv(index=False, lineterminator="\n").encode()
            replace_file(folder / FILE, content)
    except OSError as error:
        raise DataError(f"{FILE}: cannot be written ({error.strerror})") from error


def answered(link: Link, before: Link | None) -> Link:
    """The link with the last day on which it was reachable, as far as that is known."""
    if link.state in (REACHABLE, MOVED):
        return link
    reached = before.reachable_on if before else ""
    return replace(link, reachable_on=reached)
