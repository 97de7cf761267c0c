"""What moved between two builds, and why: new, expired or corrected evidence, or another method."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from samspil.warehouse import Warehouse, WarehouseError, open_warehouse

NEW, EXPIRED, CORRECTED, METHOD = "new", "expired", "corrected", "method"
RECORD = ["level", "value", "year", "source_url", "source_kind", "note", "note_da", "caveat",
          "caveat_da"]  # fmt: skip
METHOD_OF_CRITERION = ["dimension", "version", "weight"]


@dataclass(frozen=True)
class Difference:
    """What is different between two builds, each in its own newest year.

    cells: code, name, criterion, criterion_da, criterion_en, before and after (level, NA = not
    known), reason and evidence_id (of what holds now, or of what held before).
    scores: code, name, before, after (documented total), before_possible, after_possible and
    reasons (joined by "+").
    """

    old: str
    new: str
    old_year: int
    new_year: int
    cells: pd.DataFrame
    scores: pd.DataFrame


def builds(directory: Path) -> pd.DataFrame:
    """The readable builds of a folder, newest first: path, id and built_at."""
    rows: list[dict[str, str | datetime]] = []
    for path in directory.glob("*.duckdb"):
        try:
            house = open_warehouse(path)
        except WarehouseError:
            continue
        rows.append({"path": str(path), "id": house.build.id, "built_at": house.build.built_at})
        house.close()
    found = pd.DataFrame(rows, columns=["path", "id", "built_at"])
    return found.sort_values("built_at", ascending=False, ignore_index=True)


def compare(old: Warehouse, new: Warehouse) -> Difference:
    """What moved from one build to the next."""
    cells = _cells(old, new)
    return Difference(
        old.build.id,
        new.build.id,
        old.build.newest_year,
        new.build.newest_year,
        cells,
        _scores(old, new, cells),
    )


def _cells(old: Warehouse, new: Warehouse) -> pd.DataFrame:
    """Every cell whose mark, or whose method, is not what it was."""
    marks = _marks(old).merge(
        _marks(new), on=["code", "criterion"], how="outer", suffixes=("_old", "_new")
    )
    method = _changed_method(old, new)
    moved = ~(
        marks["level_old"].eq(marks["level_new"]).fillna(False)
        | (marks["level_old"].isna() & marks["level_new"].isna())
    )
    marks = marks[moved | marks["criterion"].isin(method)]
    before, after = _records(old), _records(new)
    marks = marks.assign(
        reason=[_reason(row, before, after, method) for row in marks.to_dict("records")],
        evidence_id=marks["evidence_id_new"].fillna(marks["evidence_id_old"]),
    ).rename(columns={"level_old": "before", "level_new": "after"})
    names = new.query("SELECT code, name FROM municipality")
    criteria = pd.concat(
        [w.query("SELECT id, name_da, name_en FROM criterion") for w in (new, old)]
    )
    criteria = criteria.drop_duplicates("id").rename(
        columns={"id": "criterion", "name_da": "criterion_da", "name_en": "criterion_en"}
    )
    marks = marks.merge(names, on="code").merge(criteria, on="criterion")
    columns = ["code", "name", "criterion", "criterion_da", "criterion_en", "before", "after"]
    return marks[[*columns, "reason", "evidence_id"]].sort_values(
        ["code", "criterion"], ignore_index=True
    )


def _reason(row: dict, before: dict, after: dict, method: set[str]) -> str:
    """Why one mark moved.

    New evidence, where what holds now was not there before. Corrected, where the record that
    held, or holds, says something else now or is withdrawn. Else it expired.
    """
    if row["criterion"] in method:
        return METHOD
    held, holds = row["evidence_id_old"], row["evidence_id_new"]
    if pd.notna(holds) and holds not in before:
        return NEW
    for id_ in (held, holds):
        if pd.notna(id_) and before.get(id_) != after.get(id_):
            return CORRECTED
    return EXPIRED


def _marks(warehouse: Warehouse) -> pd.DataFrame:
    return warehouse.query(
        "SELECT code, criterion, level, evidence_id FROM assessment WHERE year = $year",
        {"year": warehouse.build.newest_year},
    ).astype({"level": "Int64"})


def _records(warehouse: Warehouse) -> dict[str, tuple]:
    """What every record says, by its id."""
    rows = warehouse.query("FROM evidence").set_index("id")[RECORD].astype("string").fillna("")
    return dict(zip(rows.index, rows.itertuples(index=False, name=None), strict=True))


def _changed_method(old: Warehouse, new: Warehouse) -> set[str]:
    """Criteria asked or weighed differently, added or gone; every one where the rules changed."""
    a, b = (w.query("FROM criterion").set_index("id")[METHOD_OF_CRITERION] for w in (old, new))
    if (old.build.horizon, _weights(old)) != (new.build.horizon, _weights(new)):
        return set(a.index) | set(b.index)
    changed = set(a.index) ^ set(b.index)
    for id_ in set(a.index) & set(b.index):
        if not a.loc[id_].equals(b.loc[id_]):
            changed.add(id_)
    return changed


def _weights(warehouse: Warehouse) -> dict[str, float]:
    rows = warehouse.query("SELECT id, weight FROM dimension")
    return dict(zip(rows["id"], rows["weight"], strict=True))


def _scores(old: Warehouse, new: Warehouse, cells: pd.DataFrame) -> pd.DataFrame:
    """Every municipality whose total is not what it was, the largest change first."""
    a, b = _totals(old), _totals(new)
    both = a.merge(b, on="code", suffixes=("_old", "_new"))
    both = both.rename(
        columns={"documented_old": "before", "documented_new": "after",
                 "possible_old": "before_possible", "possible_new": "after_possible"}
    )  # fmt: skip
    both["moved"] = (both["after"] - both["before"]).round(9)
    ceiling = (both["after_possible"] - both["before_possible"]).round(9)
    both = both[(both["moved"] != 0) | (ceiling != 0)]
    reasons = cells.groupby("code")["reason"].agg(lambda all_: "+".join(sorted(set(all_))))
    both = both.assign(reasons=both["code"].map(reasons).fillna(METHOD))
    both = both.sort_values("moved", key=abs, ascending=False, kind="stable")
    both = both.merge(new.query("SELECT code, name FROM municipality"), on="code")
    columns = ["code", "name", "before", "after", "before_possible", "after_possible", "reasons"]
    return both[columns]


def _totals(warehouse: Warehouse) -> pd.DataFrame:
    return warehouse.query(
        "SELECT code, documented, possible FROM score WHERE dimension = 'total' AND year = $year",
        {"year": warehouse.build.newest_year},
    )


def as_json(difference: Difference) -> dict:
    """The difference as plain lists and numbers, unknown as null."""
    content = asdict(difference)
    for name in ("cells", "scores"):
        frame = getattr(difference, name).astype(object)
        content[name] = frame.where(frame.notna(), None).to_dict("records")
    return content
