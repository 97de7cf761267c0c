"""The release that the address names: every page says which it is, or why it is not drawn."""

import pandas as pd
import streamlit as st

from components import address
from components.state import opened, translate
from components.text import plain, show
from samspil.present import corrected
from samspil.present.address import RELEASE, Reading, few_of, link
from samspil.present.pages import PATHS
from samspil.present.release_files import offered
from samspil.present.sentences import releases as sentences
from samspil.warehouse.builds import Warehouse, WarehouseError
from samspil.warehouse.opened import Opened, opened_of
from samspil.warehouse.releases import (
    TamperedReleaseError,
    find,
    release_names,
)


def take() -> Reading | None:
    """Settle which release the address asks for, None for the newest build.

    Returns:
        What the address newly asked for, for `explain`.
    """
    names = release_names()
    reading = address.take(RELEASE, names)
    address.put(RELEASE, names)
    return reading


def explain(reading: Reading | None) -> None:
    """Say that the release of the address does not lie here, where it does not."""
    if reading and reading.unknown:
        (name,), _ = few_of(reading.unknown)
        st.info(sentences.unknown(plain(name), translate()))


def read(newest: Warehouse) -> Opened:
    """What this run reads: the release that the address names, or the newest build.

    Raises:
        WarehouseError: the release was changed after it was frozen, or cannot be drawn any more.
    """
    return opened_of(st.session_state.get(RELEASE), newest)


def banner(path: str) -> None:
    """On every page of a release: which one it is, how much was corrected since, what is newer.

    Args:
        path: of the open page, without slashes; empty for the front page.
    """
    read, t = opened(), translate()
    if read.release is None:
        return
    show(
        "release",
        says=sentences.shown(read.release.name, read.release.frozen_on, t),
        corrected=sentences.how_many_corrected(read.corrected, t),
        newest=_newest(path),
        leads=t("Se den nyeste"),
    )


def _newest(path: str) -> str:
    """The address of the same page, with the same choices, from the newest build."""
    return link(f"/{path}", **address.here() | {RELEASE: None})


def settled() -> tuple[str, ...]:
    """What was settled about records of the release since: part of the key of what says so."""
    return corrected.settled(opened().corrected)


def with_notices(rows: pd.DataFrame, name: str = "evidence_id") -> pd.DataFrame:
    """Rows that rest on records, with what was corrected of those since the release was frozen.

    Args:
        rows: retrieved_on, and `name`.
        name: the column that holds the id of the record.
    """
    return corrected.noted(rows, opened().corrected, translate(), name=name)


def for_the_newest(path: str) -> bool:
    """Whether a release is shown, and then a line that objections are to the newest figures.

    Args:
        path: of the page on which one objects to them.
    """
    t = translate()
    if opened().release is None:
        return False
    show(
        "release_files",
        says=t("En indsigelse gælder de nyeste oplysninger, ikke en frossen udgave."),
        files=[],
        newest=_newest(path),
        leads=t("Se de nyeste oplysninger"),
    )
    return True


def refused(error: WarehouseError) -> None:
    """The page in place of one of a release: why it is not drawn, its files, the way to the newest.

    Only files that are what was frozen are offered.
    """
    t, name = translate(), st.session_state[RELEASE]
    damaged = isinstance(error, TamperedReleaseError)
    st.title("Samspil")
    show(
        "release_files",
        says=sentences.tampered(name, error.file, t) if damaged else sentences.outdated(name, t),
        files=[] if damaged else offered(find(name), t),
        newest=_newest(PATHS["changes"]),
        leads=t("Se den nyeste"),
    )
