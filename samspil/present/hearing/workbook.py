"""What the sheets of one municipality's workbook say, from the build that the hearing rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from samspil.analysis import asking
from samspil.model.codebook import UNUSED
from samspil.present.hearing.sheets import (
    ADOPTED,
    FIGURE,
    GROUP,
    HELD,
    STATEMENT,
    UNKNOWN,
    Key,
    Line,
    Sheet,
    choices,
    empty_sheets,
    line,
)
from samspil.present.i18n import Row, Translator
from samspil.present.wording import level_name, source_kind_name, year_name
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse


@dataclass(frozen=True)
class Workbook:
    """All that one municipality is sent: who it is, which round, and the four sheets."""

    round: str
    place: Mapping[Any, Any]
    title: str
    sheets: tuple[Sheet, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """The criteria that it asks about, in order, each once."""
        keys = (one.key for sheet in self.sheets for one in sheet.lines if one.key)
        return tuple(dict.fromkeys(key.criterion for key in keys if key.criterion))

    def count(self, number: int) -> int:
        """How many rows one of the sheets has; the first is 0."""
        return len(self.sheets[number].lines)


def make_workbook(warehouse: Warehouse, place: Row, round_: str, t: Translator) -> Workbook:
    """The workbook of one municipality.

    Args:
        warehouse: the build whose newest year is asked about.
        place: a row of `queries.municipalities`.
        round_: the name of the round.
        t: the translator of the workbook.
    """
    year, code = warehouse.build.newest_year, place["code"]
    about = Key(round_, code, "", "")
    marks = queries.marks(warehouse, code, year)
    held = marks[marks["level"].notna() & ~marks["implied"]]
    asked = asking.questions(warehouse, code, year)
    unknown = asked[asked["kind"] != asking.UNCONFIRMED]
    every = queries.criteria(warehouse, scored=False)
    figures = every[every["observed_by"] == "survey"]
    groups, statements = queries.counted_groups(warehouse), queries.statements(warehouse)
    first, second, third, fourth = empty_sheets(t)
    sheets = (
        replace(first, lines=tuple(_held(row, about, t) for row in held.to_dict("records"))),
        replace(second, lines=tuple(_unknown(r, about, t) for r in unknown.to_dict("records"))),
        replace(third, lines=tuple(_figures(figures, groups, statements, about, t))),
        replace(fourth, lines=(*_rules(t), *_levels(every[every["weight"] > 0], t))),
    )
    official = t.pick(place, "official")
    title = t("Høring {round}: {official}").format(round=round_, official=official)
    return Workbook(round_, place, title, sheets)


def _held(mark: Row, about: Key, t: Translator) -> Line:
    """What we hold on a criterion, and whether it is right."""
    address = mark["source_url"]
    return line(
        (
            t.pick(mark, "name"),
            level_name(mark["level"], t),
            t.pick(mark, "level_text"),
            t.pick(mark, "note"),
            year_name(mark["evidence_year"], t),
            source_kind_name(mark["source_kind"], t) if pd.isna(address) else str(address),
        ),
        replace(about, kind=HELD, about=mark["criterion"], evidence_id=mark["evidence_id"]),
        choices(HELD, t),
    )


def _unknown(row: Row, about: Key, t: Translator) -> Line:
    """What is not known, and what an older source said of it."""
    kind = ADOPTED if row["derived"] else UNKNOWN
    levels = levels_in_use(row, t)
    offered = [shown for shown in choices(UNKNOWN, t) if levels.get(shown, shown)]
    told = ("",) * 3
    if kind == UNKNOWN:
        told = (levels["2"], levels["1"] or t("Bruges ikke."), levels["0"])
    return line(
        (t.pick(row, "name"), t.pick(row, "question"), *told, _older(row, t)),
        replace(about, kind=kind, about=row["criterion"]),
        offered if kind == UNKNOWN else (),
    )


def levels_in_use(row: Row, t: Translator) -> dict[str, str]:
    """The wording of each level; empty where the criterion has no such level."""
    said = {str(level): t.pick(row, f"level{level}") for level in (2, 1, 0)}
    return {level: "" if text.startswith(UNUSED) else text for level, text in said.items()}


def _older(row: Row, t: Translator) -> str:
    if pd.isna(row["told_kind"]):
        return ""
    told = {"note": row["told_note"], "note_da": row["told_note_da"]}
    address = "" if pd.isna(row["told_url"]) else f" {row['told_url']}"
    return f"{year_name(row['told_year'], t)}: {t.pick(told, 'note')}{address}"


def _figures(
    figures: pd.DataFrame,
    groups: pd.DataFrame,
    statements: pd.DataFrame,
    about: Key,
    t: Translator,
) -> Iterable[Line]:
    """The figures (or the groups that one counts), then the statements."""
    for row in figures.to_dict("records"):
        name, id_ = t.pick(row, "name"), row["id"]
        counted = groups[groups["criterion"] == id_].to_dict("records")
        for group in counted:
            key = replace(about, kind=GROUP, about=f"{id_}/{group['id']}")
            yield line((name, t.pick(group, "name")), key, choices(GROUP, t))
        if not counted:
            yield line((name, t.pick(row, "question")), replace(about, kind=FIGURE, about=id_))
    for row in statements.to_dict("records"):
        key = replace(about, kind=STATEMENT, about=row["id"])
        scale = t("Udsagn: 1 er slet ikke enig, 5 er helt enig")
        yield line((scale, t.pick(row, "text")), key, choices(STATEMENT, t))


def _rules(t: Translator) -> Iterable[Line]:
    """What becomes of each kind of answer."""
    said = {
        t("Om ark 1"): t("Korrekt bliver vist som bekræftet af kommunen og ændrer ingen point. "
                         "Forkert og forældet bliver til åbne indsigelser, som alle kan se."),
        t("Om ark 2, med adresse"): t("Siden bliver læst af en koder; svaret tæller, når den er "
                                      "læst."),
        t("Om ark 2, uden adresse"): t("Svaret tæller højst som delvist opfyldt og bliver vist som "
                                       "oplyst af kommunen, ikke offentliggjort. Et nej tæller. "
                                       "Det, en hjemmeside skal vise, kræver en adresse."),
        t("Om ark 3"): t("Tal og udsagn bliver vist ved siden af og giver aldrig point."),
        t("Om årstal"): t("Uden årstal gælder svaret for det år, det er givet i."),
    }  # fmt: skip
    return [Line((term, text, "", "", "")) for term, text in said.items()]


def _levels(criteria: pd.DataFrame, t: Translator) -> Iterable[Line]:
    """How the levels of each criterion are read, and where an answer could be published."""
    for row in criteria.to_dict("records"):
        levels = (t.pick(row, f"level{level}") for level in (2, 1, 0))
        yield Line((t.pick(row, "name"), *levels, t.pick(row, "publish")))
