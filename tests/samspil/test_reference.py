"""Scores of the embedded data, computed a second time in plain Python from the snapshot itself.

Nothing of samspil.scoring is used here: the rules of docs/SCORING.md are written out again, slowly.
"""

import csv
import tomllib
from collections import defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).resolve().parent.parent.parent / "data"
READ_ON = date(2026, 11, 22)
HORIZON = 8
KINDS = (
    "municipality_site",
    "municipal_document",
    "council_minutes",
    "organisation_site",
    "report",
    "press",
    "other",
)


def load():
    """Codebook, municipality codes and the records of each cell."""
    book = tomllib.loads((DATA / "codebook.toml").read_text(encoding="utf-8"))
    with (DATA / "snapshots" / "municipalities.csv").open(encoding="utf-8") as file:
        codes = [row["code"] for row in csv.DictReader(file)]
    cells = defaultdict(list)
    with (DATA / "snapshots" / "evidence.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            year = int(row["year"]) if row["year"] else None
            value = float(row["value"]) if row["value"] else None
            record = (int(row["level"]), year, KINDS.index(row["source_kind"]), value)
            cells[row["code"], row["criterion"]].append(record)
    return book, codes, cells


def collected_level(records, year):
    """(level, undated) of a collected criterion, or None where nothing counts."""
    dated = [r for r in records if r[1] is not None and year - HORIZON < r[1] <= year]
    zeros = [r[1] for r in dated if r[0] == 0]
    left = [r for r in dated if not zeros or r[1] > max(zeros)]
    undated = [r for r in records if r[1] is None and year == READ_ON.year]
    if zeros:
        undated = []
    best_dated = max((r[0] for r in left), default=0 if zeros else None)
    best_undated = max((r[0] for r in undated), default=None)
    if best_dated is None and best_undated is None:
        return None
    if best_undated is not None and (best_dated is None or best_undated > best_dated):
        return best_undated, True
    return best_dated, False


def derived_level(records, year):
    """(level, undated) of policy_current from the records of policy_year."""
    dated = [r for r in records if r[1] is not None and year - HORIZON < r[1] <= year]
    undated = [r for r in records if r[1] is None and year == READ_ON.year]
    used = dated or undated
    adopted = [r[3] for r in used if r[3] <= year]
    if not adopted:
        return None
    age = year - max(adopted)
    return (2 if age <= 4 else 1 if age <= 8 else 0), not dated


def scores_of(book, cells, code, year):
    """The scores of one municipality in exact fractions: dimension -> six figures."""
    result = {}
    dimensions = [d["id"] for d in book["dimension"] if d["id"] != "context"]
    for dimension in dimensions:
        full = known = met = undated_weight = Fraction(0)
        for criterion in book["criterion"]:
            if criterion["dimension"] != dimension:
                continue
            weight = Fraction(criterion["weight"])
            full += weight
            if criterion["id"] == "policy_current":
                found = derived_level(cells[code, "policy_year"], year)
            else:
                found = collected_level(cells[code, criterion["id"]], year)
            if found:
                known += weight
                met += weight * found[0] / 2
                undated_weight += weight * found[1]
        documented = 100 * met / full
        possible = documented + 100 * (full - known) / full
        result[dimension] = {
            "documented": documented,
            "possible": possible,
            "midpoint": (documented + possible) / 2,
            "assessed": 100 * met / known if known else None,
            "coverage": known / full,
            "undated_share": undated_weight / known if known else Fraction(0),
        }
    parts = [result[d] for d in dimensions]
    result["total"] = {
        name: sum(part[name] for part in parts) / len(parts)
        for name in parts[0]
        if name != "assessed"
    } | {"assessed": None}
    return result


def stage(book, value):
    return max(s["stage"] for s in book["stage"] if s["threshold"] <= value)


@pytest.mark.parametrize("year", range(2007, 2027))
def test_scores_stages_and_ranks_of_every_year(year, embedded):
    book, codes, cells = load()
    expected = {code: scores_of(book, cells, code, year) for code in codes}
    found = embedded.query("FROM score WHERE year = $year", {"year": year})
    found = found.set_index(["code", "dimension"])
    assert len(found) == 98 * 4
    midpoints = {
        code: parts["total"]["midpoint"]
        for code, parts in expected.items()
        if parts["total"]["coverage"] >= Fraction(1, 2)
    }
    for code, parts in expected.items():
        for dimension, figures in parts.items():
            row = found.loc[code, dimension]
            for name, value in figures.items():
                if value is None:
                    assert pd.isna(row[name])
                else:
                    assert row[name] == pytest.approx(float(value), abs=1e-9)
        total = found.loc[code, "total"]
        weakest = [parts[d] for d in parts if d != "total"]
        assert total["stage_low"] == stage(book, min(p["documented"] for p in weakest))
        assert total["stage_high"] == stage(book, min(p["possible"] for p in weakest))
        if code in midpoints:
            better = sum(other > midpoints[code] for other in midpoints.values())
            assert total["rank"] == better + 1
        else:
            assert pd.isna(total["rank"])
