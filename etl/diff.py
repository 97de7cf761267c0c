"""Two builds compared on the command line, as text or as JSON."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd

from etl.say import Say
from samspil.analysis.changes import Difference, as_json, compare
from samspil.warehouse.builds import WarehouseError, open_warehouse

WHY = {
    "corrected": "corrected evidence",
    "new": "new evidence",
    "ended": "ended evidence",
    "expired": "expired evidence",
    "aged": "grown older",
    "method": "changed method",
}


def diff(old: Path, new: Path, *, as_data: bool, say: Say) -> None:
    """Say what moved from the build `old` to the build `new`, and why.

    Raises:
        WarehouseError: one of them is missing or no current build.
    """
    for path in (old, new):
        if not path.is_file():
            raise WarehouseError(f"{path.name}: there is no such build")
    with closing(open_warehouse(old)) as before, closing(open_warehouse(new)) as after:
        found = compare(before, after)
    say(json.dumps(as_json(found), ensure_ascii=False, indent=2) if as_data else as_text(found))


def as_text(found: Difference) -> str:
    """The difference in lines that can be read aloud."""
    lines = [f"From {found.old} ({found.old_year}) to {found.new} ({found.new_year}):"]
    lines.append(f"Method {found.old_method} to {found.new_method}.")
    lines.append(f"{len(found.scores)} scores and {len(found.cells)} assessments changed.")
    for score in found.scores.to_dict("records"):
        why = ", ".join(WHY[reason] for reason in score["reasons"].split("+"))
        lines.append(
            f"{score['name']}: {score['before']:.1f}-{score['before_possible']:.1f} → "
            f"{score['after']:.1f}-{score['after_possible']:.1f} ({why})"
        )
        for cell in found.cells[found.cells["code"] == score["code"]].to_dict("records"):
            before, after = (_level(level) for level in (cell["before"], cell["after"]))
            lines.append(f"  {cell['criterion']}: {before} → {after} ({WHY[cell['reason']]})")
    return "\n".join(lines)


def _level(level: Any) -> str:
    return "not known" if pd.isna(level) else str(level)
