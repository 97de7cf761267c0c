"""What a refresh changes, in a few words."""

import pandas as pd

SHOWN = 6
"""Years that are named one by one."""


def changes(before: pd.DataFrame, after: pd.DataFrame) -> str:
    """How rows, years and figures differ between what stood and what came."""
    parts = [f"{len(before)} → {len(after)} rows"]
    if "year" in before and "year" in after:
        new = sorted(set(after["year"].dropna()) - set(before["year"].dropna()))
        if new:
            named = ", ".join(map(str, new[:SHOWN])) + (" …" if len(new) > SHOWN else "")
            parts.append(f"new years {named}")
    keys = [name for name in ("function", "code", "year") if name in before and name in after]
    if moved := _moved(before, after, keys):
        parts.append(moved)
    return ", ".join(parts)


def _moved(before: pd.DataFrame, after: pd.DataFrame, keys: list[str]) -> str:
    """How many rows that both hold say something else now."""
    columns = [name for name in before.columns if name in after and name not in keys]
    columns = [name for name in columns if name != "geometry"]
    if not keys or not columns:
        return ""
    joined = before[keys + columns].merge(after[keys + columns], on=keys, suffixes=("", " now"))
    other = pd.Series(False, index=joined.index)
    for name in columns:
        old, new = joined[name], joined[f"{name} now"]
        other |= ~((old == new).fillna(False) | (old.isna() & new.isna()))
    return f"{int(other.sum())} of the rows before have other values" if other.any() else ""
