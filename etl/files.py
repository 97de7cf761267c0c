"""A folder in which one process writes at a time."""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samspil.files import UNFINISHED, remove

log = logging.getLogger(__name__)


@contextmanager
def sole_writer(folder: Path, names: tuple[str, ...]) -> Iterator[None]:
    """Be the only process that writes in a folder; wait for another one to end.

    The folder itself is locked, and the system lets go of a lock when its process ends, however
    it ends. So whoever holds the lock may remove what a killed process left behind. Where the
    file system knows no locks, all goes on, and nothing is removed.

    Args:
        folder: must be there.
        names: how the files begin that may have been left unfinished.

    Raises:
        OSError: the folder cannot be opened.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if _locked(handle, folder):
            for path in folder.iterdir():
                if UNFINISHED in path.name and path.name.startswith(names):
                    remove(path)
        yield
    finally:
        os.close(handle)


def _locked(handle: int, folder: Path) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        log.info("Waiting for another process that writes in %s …", folder)
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return False
    return True
