"""Where the project's own files lie."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

DATA = Path(os.environ.get("SAMSPIL_DATA") or PROJECT / "data")
"""Codebook, sources and snapshots: the folder that SAMSPIL_DATA names, or data/ in the project."""

STATIC = PROJECT / "static"
"""Files that the site hands out as they are: the wordmark, the face, the outlines."""
