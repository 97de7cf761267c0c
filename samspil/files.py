"""Files that are replaced as a whole or not at all."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

UNFINISHED = ".unfinished-"
"""Stands between the name of a file and that of the writer who has not completed it."""


def unfinished(path: Path) -> Path:
    """Where a writer puts a file until it is complete; no two writers get the same place."""
    return path.with_name(f"{path.name}{UNFINISHED}{os.getpid()}-{uuid4().hex[:8]}")


def replace_file(path: Path, content: bytes) -> None:
    """Give a file another content in one step; raises OSError, and it stays as it was."""
    draft = unfinished(path)
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        remove(draft)


def remove(path: Path) -> None:
    """Remove a file or folder, as far as it is there and can be removed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
