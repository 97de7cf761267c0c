"""Looking for words in the labels of StatBank's tables; what is found is printed and not loaded."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from etl.live.archive import Archive
from etl.live.client import Client
from etl.live.live import Asking, Place
from etl.live.statbank import table_info
from etl.manifest import FILE as MANIFEST
from etl.manifest import read_plans
from etl.say import Say
from etl.settings import archive_folder, read_settings
from etl.sources import SOURCES

SERVICE = "statbank"
NAME = "labels"


def labels(
    folder: Path, words: Sequence[str], tables: Sequence[str], base_urls: tuple[str, ...], say: Say
) -> int:
    """Say each value whose label holds all the words: table, variable, code and label.

    Args:
        folder: the data folder.
        words: in any letters.
        tables: their ids; those that sources.toml names where empty.
        base_urls: as `read_settings` takes them.
        say: is told a line for each.

    Returns:
        The exit status: 0 where something was found.

    Raises:
        DataError: a table cannot be asked for.
    """
    settings = read_settings(folder, base_urls)
    archive = Archive(archive_folder(folder))
    place = Place(NAME, {"service": SERVICE}, pd.DataFrame(), pd.DataFrame(), archive, 0)
    found = 0
    with archive.holding(), Client(settings) as client:
        asking = Asking(place, settings, client)
        for name in tables or _named(folder):
            table = table_info(asking, name)
            for variable in table.variables:
                for code, label in variable.values.items():
                    if all(word.casefold() in label.casefold() for word in words):
                        found += 1
                        say(f"{table.id}  {variable.id}  {code}  {label}")
    say(f"{found} found; nothing was loaded. What is meant is confirmed in {MANIFEST}.")
    return 0 if found else 1


def _named(folder: Path) -> list[str]:
    """The tables that sources.toml asks for."""
    plans = read_plans(folder / MANIFEST, tuple(source.name for source in SOURCES))
    named = [table["id"] for plan in plans.values() for table in plan.get("table", [])]
    return list(dict.fromkeys(named))
