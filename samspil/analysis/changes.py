"""What moved between two builds, and why."""

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from samspil.model.codebook import ADOPTION_YEAR, CONTEXT, DERIVED
from samspil.model.scoring import counting
from samspil.warehouse.builds import Warehouse, WarehouseError, open_warehouse

CORRECTED, NEW, ENDED, EXPIRED, AGED, METHOD = (
    "corrected",
    "new",
    "ended",
    "expired",
    "aged",
    "method",
)
"""Why an assessment changed; the first that fits is told."""

Key = tuple[str, datetime]
"""What names a reading: the claim and the day it was read."""


@dataclass(frozen=True)
class Difference:
    """What is different between two builds, each in its own newest year.

    old, new: ids; old_method, new_method: the method stamps, which are shown and give no reason.

    cells: code, name, criterion, criterion_da, criterion_en, before and after (level, NA = not
    known), reason and evidence_id (of what holds now, or of what held before).
    scores: code, name, before, after (documented total), before_possible, after_possible and
    reasons (joined by "+").
    """

    old: str
    new: str
    old_year: int
    new_year: int
    old_method: str
    new_method: str
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
        old.build.method,
        new.build.method,
        cells,
        _scores(old, new, cells),
    )


def _cells(old: Warehouse, new: Warehouse) -> pd.DataFrame:
    """Every cell whose level in the newest year is another; columns as in `Difference`."""
    marks = _marks(old).merge(
        _marks(new), on=["code", "criterion"], how="outer", suffixes=("_old", "_new")
    )
    same = marks["level_old"].eq(marks["level_new"]).fillna(False)
    marks = marks[~same]
    before, after = _Held.of(old), _Held.of(new)
    marks = marks.assign(
        reason=[_reason(row, before, after) for row in marks.to_dict("records")],
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


@dataclass(frozen=True)
class _Held:
    """What a build holds: what every reading says, which count for a cell, and what was decided.

    says: (level, value, year) by reading. coded: the version of the criterion that it was coded
    under, by reading. counts: readings by (code, criterion). criteria: what is asked, with what
    each one requires. corrected: pairs of the id that an accepted correction touches and its own.
    gone: readings whose address was found gone.
    """

    says: dict[Key, tuple]
    coded: dict[Key, int]
    counts: dict[tuple[str, str], set[Key]]
    criteria: dict[str, str]
    corrected: set[tuple[str, str]]
    gone: set[Key]

    @classmethod
    def of(cls, warehouse: Warehouse) -> "_Held":
        rows = warehouse.query(
            "SELECT id, retrieved_on, level, value, year, criterion_version FROM evidence"
        )
        said = rows[["level", "value", "year"]].astype("string").fillna("")
        counts: dict[tuple[str, str], set[Key]] = {}
        for row in counting(warehouse).to_dict("records"):
            cell, key = (row["code"], row["criterion"]), (row["id"], row["retrieved_on"])
            counts.setdefault(cell, set()).add(key)
        criteria = warehouse.query("SELECT id, coalesce(requires, '') AS requires FROM criterion")
        corrected = warehouse.query(
            "SELECT evidence_id, id FROM correction"
            " WHERE outcome = 'accepted' AND evidence_id IS NOT NULL"
        )
        gone = warehouse.query(
            """
            SELECT evidence.id, retrieved_on
            FROM evidence
            SEMI JOIN lookup
                ON lookup.code = evidence.code AND lookup.source_url = evidence.source_url
                AND (lookup.criterion = evidence.criterion OR lookup.criterion IS NULL)
                AND outcome = 'gone' AND looked_on > retrieved_on
            """
        )
        keys = list(zip(rows["id"], rows["retrieved_on"], strict=True))
        return cls(
            dict(zip(keys, said.itertuples(index=False, name=None), strict=True)),
            dict(zip(keys, rows["criterion_version"], strict=True)),
            counts,
            dict(zip(criteria["id"], criteria["requires"], strict=True)),
            set(corrected.itertuples(index=False, name=None)),
            set(gone.itertuples(index=False, name=None)),
        )

    def cell(self, code: str, criterion: str, *, implied: bool) -> set[Key]:
        """The readings that count for a cell; of an implied one those of what it requires too."""
        read = ADOPTION_YEAR if criterion == DERIVED else criterion
        own = self.counts.get((code, read), set())
        needed = self.counts.get((code, self.criteria.get(criterion, "")), set())
        return own | needed if implied else own


def _reason(row: dict, before: _Held, after: _Held) -> str:
    """Why one assessment changed: the first of the causes that fits its counting readings."""
    criterion = row["criterion"]
    implied = any(row[f"implied_{build}"] is True for build in ("old", "new"))
    counted = before.cell(row["code"], criterion, implied=implied)
    counts = after.cell(row["code"], criterion, implied=implied)
    both = counted | counts
    touched = {id_ for id_, _ in after.corrected - before.corrected}
    changed = {k for k in both if k in before.says and before.says[k] != after.says.get(k)}
    recoded = {k for k in changed if before.coded[k] != after.coded.get(k, before.coded[k])}
    causes = (
        (METHOD, (criterion in before.criteria) != (criterion in after.criteria)),
        (CORRECTED, any(id_ in touched for id_, _ in both) or changed - recoded),
        (METHOD, recoded),
        (NEW, counts - before.says.keys()),
        (ENDED, (counted - counts) & after.gone),
        (EXPIRED, counted - counts),
        (AGED, criterion == DERIVED and counted == counts),
    )
    return next((cause for cause, fits in causes if fits), METHOD)


def _marks(warehouse: Warehouse) -> pd.DataFrame:
    return warehouse.query(
        """
        SELECT code, criterion, level, evidence_id, implied
        FROM assessment
        JOIN criterion ON criterion.id = criterion
        WHERE year = $year AND dimension <> $context
        """,
        {"year": warehouse.build.newest_year, "context": CONTEXT},
    ).astype({"level": "Int64", "implied": object})


def _scores(old: Warehouse, new: Warehouse, cells: pd.DataFrame) -> pd.DataFrame:
    """Every municipality whose total is not what it was, the largest change first.

    Changes of equal size follow the code; what floating point makes of them decides nothing.
    """
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
    both = both.assign(reasons=both["code"].map(reasons).astype(object).fillna(METHOD))
    both = both.assign(size=-both["moved"].abs()).sort_values(["size", "code"])
    both = both.merge(new.query("SELECT code, name FROM municipality"), on="code")
    columns = ["code", "name", "before", "after", "before_possible", "after_possible", "reasons"]
    return both[columns]


def _totals(warehouse: Warehouse) -> pd.DataFrame:
    return warehouse.query(
        "SELECT code, documented, possible FROM score WHERE dimension = 'total' AND year = $year",
        {"year": warehouse.build.newest_year},
    )


def as_json(difference: Difference) -> dict:
    """The difference as lists, texts and numbers for JSON; NA as None."""
    content = asdict(difference)
    for name in ("cells", "scores"):
        frame = getattr(difference, name).astype(object)
        content[name] = frame.where(frame.notna(), None).to_dict("records")
    return content
