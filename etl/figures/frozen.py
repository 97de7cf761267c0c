"""The figures that were made ahead become part of a release."""

import logging
import shutil
from pathlib import Path

from samspil.present.made import FOLDER, LIST, made_for
from samspil.warehouse.builds import Warehouse

log = logging.getLogger(__name__)


def freeze_figures(house: Warehouse, folder: Path) -> None:
    """Copy what was made ahead for a build into the folder of its release.

    Where nothing was made the release has none, and the log says so: its figures are then drawn
    from its tables by `python -m etl publish-figures --release`, and lie beside the builds.

    Args:
        house: the release's tables, which keep the id of the build that they are.
        folder: of the release.

    Raises:
        OSError: a file cannot be copied.
    """
    made = made_for(house)
    if not made.files:
        log.warning("The release is frozen without figures: none were made for %s", house.build.id)
        return
    into = folder / FOLDER / house.build.id
    into.mkdir(parents=True)
    for name in sorted({LIST, *made.files.values()}):
        shutil.copyfile(made.folder / name, into / name)
