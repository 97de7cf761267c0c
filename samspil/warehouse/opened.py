"""What is read: the newest build, or a frozen release with what was settled since."""

from dataclasses import dataclass, field

import pandas as pd

from samspil.warehouse.builds import Warehouse
from samspil.warehouse.edition import Edition, edition_of
from samspil.warehouse.releases import Release, corrected_since, find, open_release


@dataclass(frozen=True)
class Opened:
    """What a page or a figure is made from.

    house: its tables. edition: which release or draft they are. release: the frozen one that was
    asked for, None for the newest build. corrected: what was settled about its records since, as
    `corrected_since` gives it; without rows for the newest build.
    """

    house: Warehouse
    edition: Edition | None = None
    release: Release | None = None
    corrected: pd.DataFrame = field(default_factory=pd.DataFrame)


def opened_of(name: str | None, newest: Warehouse) -> Opened:
    """The release of that name, or the newest build where none is named.

    Raises:
        WarehouseError: there is no such release, it was changed after it was frozen, or it cannot
            be drawn any more.
    """
    if name is None:
        return Opened(newest, edition_of(newest))
    release, house = find(name), open_release(name)
    edition = Edition(name, draft=False, frozen=True)
    return Opened(house, edition, release, corrected_since(release, newest))
