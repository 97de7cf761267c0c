"""Accepted objections, applied to the evidence at build time.

A correction changes one field of one record, withdraws the record, or, without an evidence_id,
adds one. An added record cites the correction; it is undated, since the register states no year
for it, until a further correction of its field `year` gives one.
"""

from pathlib import Path

import pandas as pd

from etl.errors import DataError, shown
from etl.sources.corrections import FILE, WITHDRAW
from etl.sources.evidence import evidence_id
from etl.tables import is_address
from samspil.codebook import SOURCE_KINDS

ADDED_METHOD = "survey"
ADDED_KIND = "other"


def apply_corrections(evidence: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """The evidence after every accepted correction, in the order of the register.

    Raises:
        DataError: a record that does not exist, an `old` that does not match or a value that a
            record cannot have.
    """
    records = {record["id"]: record for record in evidence.to_dict("records")}
    known = set(records)
    for row, correction in corrections.iterrows():
        where = f"{FILE}: row {row}, correction {shown(correction['id'])}"
        if pd.isna(correction["evidence_id"]):
            if correction["outcome"] == "accepted":
                _add(records, correction, where)
                known = known | set(records)
            continue
        if correction["evidence_id"] not in known:
            raise DataError(f"{where}: there is no evidence {shown(correction['evidence_id'])}")
        if correction["outcome"] == "accepted":
            _change(records, correction, where)
    return pd.DataFrame(list(records.values()), columns=evidence.columns).astype(evidence.dtypes)


def _add(records: dict, correction: pd.Series, where: str) -> None:
    if correction["field"] != "level" or pd.notna(correction["old"]):
        raise DataError(f"{where}: an addition states the field 'level' and no old value")
    if pd.isna(correction["source_url"]):
        raise DataError(f"{where}: an addition needs the source_url of a public page")
    key = (correction["code"], correction["criterion"], correction["source_url"], None)
    id_ = evidence_id(*key)
    if id_ in records:
        raise DataError(f"{where}: the evidence {id_} is there already")
    records[id_] = {
        "id": id_,
        "code": correction["code"],
        "criterion": correction["criterion"],
        "level": _value("level", correction["new"], where),
        "value": None,
        "year": None,
        "source_url": correction["source_url"],
        "source_kind": ADDED_KIND,
        "method": ADDED_METHOD,
        "note": f"Added by correction {correction['id']}: {correction['reason']}",
        "note_da": f"Tilføjet ved rettelse {correction['id']}: {correction['reason']}",
        "caveat": None,
        "caveat_da": None,
        "retrieved_on": correction["date"].date(),
        "snapshot": Path(FILE).name,
    }


def _change(records: dict, correction: pd.Series, where: str) -> None:
    record = records.get(correction["evidence_id"])
    if record is None:
        raise DataError(f"{where}: the evidence was withdrawn before")
    if (record["code"], record["criterion"]) != (correction["code"], correction["criterion"]):
        raise DataError(f"{where}: the evidence is on another municipality or criterion")
    field = correction["field"]
    if field == WITHDRAW:
        del records[correction["evidence_id"]]
        return
    old = _as_text(record[field])
    if old != _as_text(correction["old"]):
        raise DataError(f"{where}: old is {shown(correction['old'])}, the record has {shown(old)}")
    record[field] = _value(field, correction["new"], where)


def _as_text(value: object) -> str:
    """A value as the register writes it: nothing for null, whole numbers without decimals."""
    if pd.isna(value):
        return ""
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _value(field: str, new: object, where: str) -> object:
    """The new value of a field, typed; raises DataError when a record cannot have it."""
    text = "" if pd.isna(new) else str(new)
    allowed = {
        "level": text in ("0", "1", "2"),
        "year": text == "" or (text.isdecimal() and len(text) == len("2026")),
        "value": text.isdecimal(),
        "source_url": is_address(text),
        "source_kind": text in SOURCE_KINDS,
        "note": text != "",
        "note_da": text != "",
    }
    if not allowed.get(field, True):
        raise DataError(f"{where}: {shown(text)} cannot be the new {field}")
    if text == "":
        return None
    return int(text) if field in ("level", "year") else float(text) if field == "value" else text
