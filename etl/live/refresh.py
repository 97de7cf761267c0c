"""Refreshing sources: fetch, archive, parse, check, compare, and only then replace."""

import logging
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from etl.accepted import Accepted
from etl.errors import DataError
from etl.live.archive import Archive, described
from etl.live.client import Client
from etl.live.live import Asking, Place
from etl.live.outcomes import FAILED, HELD_BACK, REPLACED, UNCHANGED, WAITING, note
from etl.live.replace import (
    SNAPSHOTS,
    Fetched,
    drop_candidate,
    hold_back,
    holding,
    put_in_place,
    standing,
)
from etl.live.told import changes
from etl.manifest import FILE as MANIFEST
from etl.manifest import read_plans
from etl.release import FILE as RELEASE
from etl.release import read_release
from etl.say import Say
from etl.settings import Settings, archive_folder, read_settings
from etl.sources import SOURCES, municipalities
from etl.sources.source import Known, Source
from samspil.files import UNFINISHED
from samspil.model.codebook import CODEBOOK_PATH, load_codebook

DONE, WRONG, LOOK = 0, 1, 3
"""Exit statuses: all is done; a source failed; a candidate waits for somebody to look at it."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Order:
    """What a refresh is asked to do.

    Attributes:
        sources: names, such as population; all that are asked over the network where empty.
        files: files put down by hand, for the one source that is named.
        base_urls: as `read_settings` takes them.
        dry_run: say what would change, and change no snapshot.
        again: ask even for what the archive holds already.
    """

    sources: Sequence[str] = ()
    files: Sequence[Path] = ()
    base_urls: tuple[str, ...] = ()
    dry_run: bool = False
    again: bool = False


@dataclass
class _Run:
    """What all sources of a refresh share."""

    folder: Path
    order: Order
    archive: Archive
    settings: Settings
    client: Client | None
    plans: Mapping[str, Mapping[str, Any]]
    known: Known
    register: pd.DataFrame
    statuses: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _New:
    """A new snapshot, its rows as the build will read them, and what is odd about its answers."""

    fetched: Fetched
    rows: pd.DataFrame
    odd: Sequence[str]


def refresh(folder: Path, order: Order, say: Say) -> int:
    """Refresh sources one after the other and say a line on each; returns the exit status.

    Raises:
        DataError: nothing can be asked at all: settings, sources.toml or the register are wrong.
        CodebookError: the codebook is wrong.
    """
    settings = read_settings(folder, order.base_urls)
    plans = read_plans(folder / MANIFEST, tuple(source.name for source in SOURCES))
    chosen = _chosen(order, plans)
    register = municipalities.SOURCE.read(folder / SNAPSHOTS, None)
    known = _known(folder, register)
    archive = Archive(archive_folder(folder))
    with ExitStack() as stack:
        stack.enter_context(archive.holding())
        asks = any(plans[source.name].get("service") for source in chosen)
        client = stack.enter_context(Client(settings)) if asks else None
        run = _Run(folder, order, archive, settings, client, plans, known, register)
        for number, source in enumerate(chosen, 1):
            log.info("%s: %d of %d", source.name, number, len(chosen))
            outcome, said = _one_line(run, source)
            if not order.dry_run:
                note(folder, source.name, outcome, said, datetime.now(UTC))
            say(said)
        _say_if_the_clock_went_back(archive, say)
    if order.dry_run:
        say("No snapshot was changed: this was a dry run. What was answered is in the archive.")
    return max(run.statuses, default=DONE, key=(DONE, LOOK, WRONG).index)


def _chosen(order: Order, plans: Mapping[str, Mapping[str, Any]]) -> list[Source]:
    """The sources that are refreshed; raises DataError for a name that cannot be."""
    able = {s.name.partition(".")[0]: s for s in SOURCES if s.fetch and s.name in plans}
    for name in order.sources:
        if name.partition(".")[0] not in able:
            raise DataError(f"{name}: cannot be refreshed; {', '.join(able)} can")
    if order.files and len(order.sources) != 1:
        raise DataError("--from: name the one source that the files are for")
    names = [name.partition(".")[0] for name in order.sources]
    return [
        source
        for name, source in able.items()
        if (name in names if names else plans[source.name].get("service"))
    ]


def _known(folder: Path, register: pd.DataFrame) -> Known:
    book = load_codebook(folder / CODEBOOK_PATH.name)
    return Known(frozenset(register["code"]), book, read_release(folder / RELEASE))


def _one_line(run: _Run, source: Source) -> tuple[str, str]:
    """Refresh one source; what came of it, as one of OUTCOMES and in one line."""
    name = source.name
    try:
        plan = run.plans[name]
        if "confirmed" in plan and not plan["confirmed"]:
            return WAITING, (
                f"{name}: not loaded, since nobody has confirmed table and values in {MANIFEST}; "
                "`python -m etl labels WORD` looks for them"
            )
        accepted = standing(run.folder, name)
        before = source.read(run.folder / SNAPSHOTS, run.known)
        new = _fetched(run, source, before, accepted.files[name])
        fetched, after = new.fetched, new.rows
        odd = [*new.odd, *(source.compare(before, after, plan) if source.compare else [])]
        odd += _other_units(accepted, fetched)
        same = accepted.files.get(name) == fetched.sha256
        if run.order.dry_run:
            run.statuses += [LOOK] if odd else []
            return "", _would(fetched, before, after, odd, same=same)
        if odd:
            hold_back(run.folder, fetched, odd)
            run.statuses.append(LOOK)
            return HELD_BACK, (
                f"{name}: held back, since it {'; '.join(odd)}. To take it all the same: "
                f"python -m etl accept {name} --note …"
            )
        with holding(run.folder):
            put_in_place(run.folder, fetched)
        drop_candidate(run.folder, name)
        outcome = UNCHANGED if same else REPLACED
        return outcome, f"{name}: {outcome}, {changes(before, after)}"
    except DataError as error:
        run.statuses.append(WRONG)
        said = str(error).removeprefix(f"{name}: ")
        return FAILED, f"{name}: failed, and stays as it was: {said}"


def _fetched(run: _Run, source: Source, before: pd.DataFrame, compared: str) -> _New:
    """The new snapshot, to be compared with the one of that checksum; raises DataError.

    An answer from the archive that turns out to be unusable is asked for once more.
    """
    asking = _asking(run, source, before, again=run.order.again)
    started = len(run.archive.records())
    try:
        return _parsed(run, source, asking, compared)
    except DataError as error:
        reused = [record for record in asking.used if record.number <= started]
        if not reused or run.client is None or run.order.again:
            raise
        log.info("%s: %s; asking again instead of using the archive …", source.name, error)
        return _parsed(run, source, _asking(run, source, before, again=True), compared)


def _asking(run: _Run, source: Source, before: pd.DataFrame, *, again: bool) -> Asking:
    plan, cells = run.plans[source.name], run.settings.cells
    place = Place(source.name, plan, run.register, before, run.archive, cells)
    return Asking(place, run.settings, run.client, run.order.files, again=again)


def _parsed(run: _Run, source: Source, asking: Asking, compared: str) -> _New:
    if source.fetch is None:
        raise DataError(f"{source.name}: cannot be refreshed")
    content = source.write(source.fetch(asking, run.known))
    rows = as_the_build_reads(source, content, run.known, run.archive.folder)
    fetched = Fetched(source.name, content, len(rows), _retrieved(asking), compared)
    return _New(fetched, rows, asking.odd)


def as_the_build_reads(source: Source, content: bytes, known: Known, at: Path) -> pd.DataFrame:
    """What the build reads of the content of a snapshot, checked by its contract.

    Raises:
        DataError: the contract is broken, or no file can be written in the folder `at`.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=f"checking{UNFINISHED}", dir=at) as folder:
            (Path(folder) / source.name).write_bytes(content)
            return source.read(Path(folder), known)
    except OSError as error:
        raise DataError(f"archive: cannot be written to {at} ({error.strerror})") from error


def _retrieved(asking: Asking) -> dict[str, Any]:
    """What accepted.json says of how a snapshot came."""
    return {
        "at": max(record.retrieved_at for record in asking.used),
        "answers": [described(record) | {"record": record.name} for record in asking.used],
        "units": asking.units,
        "cells": asking.cells,
        "note": "",
    }


def _other_units(accepted: Accepted, fetched: Fetched) -> list[str]:
    before = accepted.retrieved.get(fetched.name, {}).get("units", {})
    now = fetched.retrieved["units"]
    return [
        f"has figures of {table} in {now[table]!r} instead of {unit!r}"
        for table, unit in before.items()
        if table in now and now[table] != unit
    ]


def _would(
    fetched: Fetched, before: pd.DataFrame, after: pd.DataFrame, odd: Sequence[str], *, same: bool
) -> str:
    if odd:
        verb = f"would be held back, since it {'; '.join(odd)}"
    else:
        verb = "would stay as it is" if same else "would be replaced"
    return f"{fetched.name}: {verb}, {changes(before, after)}"


def _say_if_the_clock_went_back(archive: Archive, say: Say) -> None:
    times = [record.retrieved_at for record in archive.records()]
    if times and times[-1] < max(times):
        say(
            f"The clock of this machine stands before the last answer ({max(times)}); "
            "answers are kept in the order in which they came."
        )
