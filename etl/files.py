"""Files that are replaced as a whole or not at all, by one process at a time."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UNFINISHED = ".unfinished-"
"""Stands between the name of a file and the number of the process that still writes it."""


def unfinished(path: Path) -> Path:
    """Where this process writes a file until it is complete."""
    return path.with_name(f"{path.name}{UNFINISHED}{os.getpid()}")


def replace_file(path: Path, text: str) -> None:
    """Give a file another content in one step; raises OSError, and it stays as it was."""
    draft = unfinished(path)
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        remove(draft)


@contextmanager
def sole_writer(folder: Path, names: tuple[str, ...], say: Callable[[str], None]) -> Iterator[None]:
    """Be the only process that writes in a folder; wait for another one to end.

    The folder itself is locked, and the system lets go of a lock when its process ends, however
    it ends. So whoever holds the lock may remove what a killed process left behind. Where the
    file system knows no locks, all goes on, and nothing is removed.

    Args:
        folder: must be there.
        names: how the files begin that may have been left unfinished.
        say: is told that there is something to wait for.

    Raises:
        OSError: the folder cannot be opened.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        if _locked(handle, folder, say):
            for path in folder.iterdir():
                if UNFINISHED in path.name and path.name.startswith(names):
                    remove(path)
        yield
    finally:
        os.close(handle)


def _locked(handle: int, folder: Path, say: Callable[[str], None]) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say(f"Waiting for another process that writes in {folder} …")
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return False
    return True


def remove(path: Path) -> None:
    """Remove a file or folder, as far as it is there and can be removed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
