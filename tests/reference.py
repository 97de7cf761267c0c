"""The rules of docs/SCORING.md written out again, slowly, in plain Python with exact fractions.

Nothing of samspil.model.scoring is used here. Whatever scores are compared with this, in any test.
"""

import csv
import tomllib
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

HORIZON = 8
KINDS = (
    "municipality_site",
    "municipal_document",
    "council_minutes",
    "organisation_site",
    "report",
    "press",
    "other",
    "municipality_statement",
)


def rows_of(path):
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def load(folder):
    """Codebook, release year, municipality codes, the records of each cell, and what is gone."""
    folder = Path(folder)
    book = tomllib.loads((folder / "codebook.toml").read_text(encoding="utf-8"))
    release = tomllib.loads((folder / "release.toml").read_text(encoding="utf-8"))["year"]
    codes = [row["code"] for row in rows_of(folder / "snapshots" / "municipalities.csv")]
    cells = defaultdict(list)
    for row in rows_of(folder / "snapshots" / "evidence.csv"):
        own = row["source_kind"] == "municipality_statement"
        level = int(row["level"])
        cells[row["code"], row["criterion"]].append(
            {
                "level": min(level, 1) if own else level,
                "year": int(row["year"]) if row["year"] else None,
                "value": float(row["value"]) if row["value"] else None,
                "own": own,
                "address": row["source_url"] or row["source_ref"],
                "read": row["retrieved_on"],
            }
        )
    gone = [
        (row["code"], row["criterion"], row["source_url"], row["looked_on"])
        for row in rows_of(folder / "snapshots" / "lookups.csv")
        if row["outcome"] == "gone"
    ]
    return book, release, codes, cells, gone


def is_ended(record, others, gone, year):
    """Whether a later reading, or a look-up that found the page gone, ended it by that year."""
    days = [o["read"] for o in others if o["address"] == record["address"]]
    days += [day for _, _, address, day in gone if address == record["address"]]
    return any(day > record["read"] and int(day[:4]) <= year for day in days)


def counting(records, gone, release, year):
    """(dated, undated): the records that count in a year."""
    left = [r for r in records if not is_ended(r, records, gone, year)]
    dated = [r for r in left if r["year"] is not None and year - HORIZON < r["year"] <= year]
    undated = [
        r
        for r in left
        if r["year"] is None and year == release and year - 3 <= int(r["read"][:4]) <= year
    ]
    return dated, undated


def collected_mark(dated, undated):
    """(level, undated, year of the source) of a collected criterion, or None."""
    zeros = [r["year"] for r in dated if r["level"] == 0]
    left = [r for r in dated if not zeros or r["year"] > max(zeros)]
    if not left:
        left = [r for r in dated if r["level"] == 0 and r["year"] == max(zeros)] if zeros else []
    if zeros:
        undated = []
    if not left and not undated:
        return None
    best = max(r["level"] for r in [*left, *undated])
    years = [r["year"] for r in left if r["level"] == best]
    return (best, False, max(years)) if years else (best, True, None)


def derived_mark(dated, undated, year):
    """(level, undated, year of the source) of policy_current from policy_year, or None."""
    used = [r for r in (dated or undated) if r["value"] <= year]
    found = []
    for own in (False, True):
        kind = [r for r in used if r["own"] == own]
        if kind:
            latest = max(r["value"] for r in kind)
            age = year - latest
            level = 2 if age <= 4 else 1 if age <= 8 else 0
            years = [r["year"] for r in kind if r["value"] == latest and r["year"]]
            found.append((min(level, 1) if own else level, not dated, max(years, default=None)))
    return max(found, key=lambda mark: mark[0], default=None)


def marks_of(loaded, code, year):
    """criterion -> (level, undated, fresh, implied) of one municipality in a year."""
    book, release, _, cells, gone = loaded
    marks = {}
    for criterion in book["criterion"]:
        id_ = criterion["id"]
        read = "policy_year" if id_ == "policy_current" else id_
        records = [r for r in cells[code, read] if not (r["own"] and id_.startswith("web_"))]
        own_gone = [g for g in gone if g[0] == code and g[1] in ("", read)]
        dated, undated = counting(records, own_gone, release, year)
        mark = (
            derived_mark(dated, undated, year)
            if id_ == "policy_current"
            else collected_mark(dated, undated)
        )
        if mark:
            fresh = mark[2] is not None and mark[2] > year - criterion["fresh_years"]
            marks[id_] = (mark[0], mark[1], fresh, False)
    implied = {
        c["id"]: (0, *marks[c["requires"]][1:3], True)
        for c in book["criterion"]
        if c["id"] not in marks and marks.get(c["requires"], (None,))[0] == 0
    }
    return marks | implied


def scores_of(loaded, code, year):
    """The scores of one municipality in exact fractions: dimension -> its figures."""
    book, marks = loaded[0], marks_of(loaded, code, year)
    result = {}
    dimensions = [d["id"] for d in book["dimension"] if d["id"] != "context"]
    for dimension in dimensions:
        full = known = met = undated = fresh = Fraction(0)
        for criterion in book["criterion"]:
            if criterion["dimension"] == dimension:
                weight = Fraction(criterion["weight"])
                full += weight
                if criterion["id"] in marks:
                    mark = marks[criterion["id"]]
                    known += weight
                    met += weight * mark[0] / 2
                    undated += weight * mark[1]
                    fresh += weight * mark[2]
        documented = 100 * met / full
        possible = documented + 100 * (full - known) / full
        result[dimension] = {
            "documented": documented,
            "possible": possible,
            "midpoint": (documented + possible) / 2,
            "assessed": 100 * met / known if known else None,
            "coverage": known / full,
            "undated_share": undated / known if known else Fraction(0),
            "fresh_share": fresh / known if known else Fraction(0),
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
