"""Queries that stand in a file of SQL, each under a line `-- name: …`."""

import re
from functools import cache
from pathlib import Path


@cache
def named(file: Path, name: str) -> str:
    """The query of that name in a file; raises KeyError where there is none."""
    parts = re.split(r"^-- name: (\w+)$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[name]
