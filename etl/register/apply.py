"""Accepted objections, applied to the readings and the own answers at build time.

A correction changes one field of one reading, withdraws a claim, or, without an evidence_id, adds
one. It touches the latest reading of its claim made on or before its own date; withdrawing removes
every reading made by then. An added record cites the correction; it is undated, since the register
states no year for it, until a further correction of its field `year` gives one.
"""

from datetime import date
from typing import Any

import pandas as pd

from etl import schemas
from etl.errors import DataError, shown
from etl.snapshots import Snapshots
from etl.sources import answers, corrections, evidence
from etl.sources.evidence import evidence_id
from etl.tables import check, typed
from samspil.model.codebook import Codebook
from samspil.warehouse.releases import ACCEPTED, WITHDRAW

ADDED_METHOD = "objection"
ADDED_KIND = "other"
LATE = "every reading of it was made later than this correction, or it was withdrawn before"

FILE = corrections.SOURCE.name

Readings = list[dict]


def apply_corrections(content: Snapshots, register: pd.DataFrame | None = None) -> pd.DataFrame:
    """The evidence, own answers last, after every accepted correction in the order of the register.

    Args:
        content: the data folder.
        register: corrections to apply instead of those in the folder.

    Returns:
        The columns of `content[evidence.SOURCE]`; its index says where each row comes from.

    Raises:
        DataError: a claim that does not exist, an `old` that does not match, or a value that the
            rules of evidence refuse.
    """
    readings: Readings = [
        reading | {"place": f"{reading['snapshot']}: row {reading['place']}"}
        for source in (evidence.SOURCE, answers.SOURCE)
        for reading in content[source].reset_index(names="place").to_dict("records")
    ]
    known = {reading["id"] for reading in readings}
    if register is None:
        register = content[corrections.SOURCE]
    for row, correction in register.iterrows():
        where = f"{FILE}: row {row}, correction {shown(correction['id'])}"
        if pd.isna(correction["evidence_id"]):
            if correction["outcome"] == ACCEPTED:
                readings.append(_added(correction, content.known.book, where, known))
                known.add(readings[-1]["id"])
        elif correction["evidence_id"] not in known:
            raise DataError(f"{where}: there is no evidence {shown(correction['evidence_id'])}")
        elif correction["outcome"] == ACCEPTED:
            readings = _changed(readings, correction, where)
    frame = pd.DataFrame(readings).set_index("place")
    before = content[evidence.SOURCE]
    frame = frame[before.columns].astype(before.dtypes)
    return check(frame, evidence.SOURCE.schema_for(content.known), str)


def _added(correction: pd.Series, book: Codebook, where: str, known: set[str]) -> dict:
    """The record that an addition makes."""
    if correction["field"] != "level" or pd.notna(correction["old"]):
        raise DataError(f"{where}: an addition states the field 'level' and no old value")
    if pd.isna(correction["source_url"]):
        raise DataError(f"{where}: an addition needs the source_url of a public page")
    code, criterion, url = correction[["code", "criterion", "source_url"]]
    id_ = evidence_id(code, criterion, url, None)
    if id_ in known:
        raise DataError(f"{where}: the evidence {id_} is there already")
    return {
        "place": where,
        "id": id_,
        "code": code,
        "criterion": criterion,
        "criterion_version": {c.id: c.version for c in book.criteria}[criterion],
        "level": _value("level", correction["new"], where),
        "value": None,
        "year": None,
        "source_url": url,
        "source_ref": None,
        "source_kind": ADDED_KIND,
        "method": ADDED_METHOD,
        "note": f"Added by correction {correction['id']}: {correction['reason']}",
        "note_da": f"Tilføjet ved rettelse {correction['id']}: {correction['reason']}",
        "caveat": None,
        "caveat_da": None,
        "retrieved_on": correction["date"],
        "snapshot": FILE,
    }


def _changed(readings: Readings, correction: pd.Series, where: str) -> Readings:
    """The readings with the one that the correction is about changed, or the claim withdrawn."""
    by_then = [
        reading
        for reading in readings
        if reading["id"] == correction["evidence_id"]
        and reading["retrieved_on"] <= correction["date"]
    ]
    if not by_then:
        raise DataError(f"{where}: {LATE}")
    reading = max(by_then, key=lambda reading: reading["retrieved_on"])
    if (reading["code"], reading["criterion"]) != (correction["code"], correction["criterion"]):
        raise DataError(f"{where}: the evidence is on another municipality or criterion")
    field = correction["field"]
    if field == WITHDRAW:
        return [other for other in readings if not any(other is one for one in by_then)]
    old = _as_text(reading[field])
    if old != _as_text(correction["old"]):
        raise DataError(f"{where}: old is {shown(correction['old'])}, the record has {shown(old)}")
    reading |= {field: _value(field, correction["new"], where), "place": where}
    return readings


def _as_text(value: Any) -> str:
    """A value as the register writes it: nothing for null, whole numbers without decimals."""
    if pd.isna(value):
        return ""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return f"{value:.10g}" if isinstance(value, float) else str(value)


def _value(field: str, new: Any, where: str) -> Any:
    """The new value, of the type of its field; raises DataError when it cannot be."""
    column = schemas.TYPES[field]
    text = pd.Series(["" if pd.isna(new) else str(new)], [where], str, name=f"new {field}")
    value = typed(text, column, str).iloc[0]
    return None if pd.isna(value) else value
