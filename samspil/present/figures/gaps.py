"""Criterion by criterion: how many of a group are known and meet it, and one's own mark beside."""

from dataclasses import dataclass

import pandas as pd

from samspil.present.i18n import Row, Translator
from samspil.present.profile import block, dimension_heading


@dataclass(frozen=True)
class Gap:
    """One criterion.

    Attributes:
        name: of the criterion.
        own: its own mark, as the templates show one.
        met, known, members: municipalities of the group: at level 2, known, in all.
        says: the same in words; where fewer are known than a share takes, that is said.
    """

    name: str
    own: dict
    met: int
    known: int
    members: int
    says: str


def columns(
    rows: pd.DataFrame, marks: list[dict], dimensions: pd.DataFrame, members: int, t: Translator
) -> list[dict]:
    """The criteria of each dimension: its heading, and as `gaps` a list of `Gap`.

    Args:
        rows: as `benchmark.gaps` gives them.
        marks: the rows of `queries.marks` of the municipality.
        dimensions: as `queries.dimensions` gives them.
        members: how many municipalities are in the group.
        t: the translator.
    """
    own = {mark["criterion"]: mark for mark in marks}
    return [
        dimension_heading(dimension, t)
        | {
            "gaps": [
                _gap(row, own[row["criterion"]], members, t)
                for row in rows.to_dict("records")
                if row["dimension"] == dimension["id"]
            ]
        }
        for dimension in dimensions.to_dict("records")
    ]


def _gap(row: Row, mark: Row, members: int, t: Translator) -> Gap:
    return Gap(
        name=t.pick(row, "name"),
        own=block(mark, t),
        met=row["met"],
        known=row["known"],
        members=members,
        says=_says(row, t),
    )


def _says(row: Row, t: Translator) -> str:
    if row["known"] == 0:
        return t("ingen kendt")
    if pd.isna(row["share_met"]):
        return t("kun {n} kendt").format(n=row["known"])
    return t("{met} af {n} kendte").format(met=row["met"], n=row["known"])
