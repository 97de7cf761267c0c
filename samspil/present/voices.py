"""What the municipality says, what its associations say, and what is documented, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from samspil.present.hearing.sheets import DONT_KNOW, OUTDATED, RIGHT, WRONG
from samspil.present.html import Item
from samspil.present.i18n import Row, Translator
from samspil.present.items import source_link
from samspil.present.survey.form import ASKED
from samspil.present.wording import level_text, year_name

SPLIT = ("low", "middle", "high")

NOTHING_SHOWN: dict[str, Any] = {"associations": "", "respondents": None, "split": ""}
"""What a question shows that fewer than five associations have answered, or none."""


@dataclass(frozen=True)
class Voice:
    """One question and who says what; "" where nobody said anything.

    Attributes:
        about: the statement, or the name of the criterion.
        municipality: its own answer.
        associations: the middle answer of at least five of them.
        respondents: how many answered at least; None where none is shown.
        split: how their answers divide, where that may be shown.
        documented: what public sources show; "" of a statement.
    """

    about: str
    municipality: str
    associations: str
    respondents: int | None
    split: str
    documented: str


def statements(own: pd.DataFrame, theirs: pd.DataFrame, t: Translator) -> list[Voice]:
    """The statements on which anybody has answered.

    Args:
        own: as `queries.statement_answers` gives them.
        theirs: as `queries.association_answers` gives them.
        t: the translator.
    """
    figures = _by(theirs, "statement")
    return [
        Voice(
            about=t.pick(row, "text"),
            municipality="" if pd.isna(row["answer"]) else str(int(row["answer"])),
            documented="",
            **_agreement(figures.get(row["id"]), t),
        )
        for row in own.to_dict("records")
        if pd.notna(row["answer"]) or row["id"] in figures
    ]


def criteria(marks: Iterable[Row], theirs: pd.DataFrame, t: Translator) -> list[Voice]:
    """The criteria that associations are asked about and on which anybody has answered.

    Args:
        marks: the rows of `queries.marks`.
        theirs: as `queries.association_answers` gives them.
        t: the translator.
    """
    figures = _by(theirs, "criterion")
    return [
        Voice(
            about=t.pick(mark, "name"),
            municipality=heard_in_short(mark["heard"], t),
            documented=level_text(mark["level"], t),
            **_level(figures.get(mark["criterion"]), t),
        )
        for mark in marks
        if mark["dimension"] in ASKED
        and (mark["criterion"] in figures or heard_in_short(mark["heard"], t))
    ]


def seen_as_met(marks: pd.DataFrame, theirs: pd.DataFrame, t: Translator) -> str:
    """Of how many of these criteria the middle answer of associations is "met"; "" where of none.

    Args:
        marks: the rows of `queries.marks` that it is about.
        theirs: as `queries.association_answers` gives them.
        t: the translator.
    """
    seen = theirs.loc[theirs["criterion"].isin(marks["criterion"]), "median"]
    if seen.empty:
        return ""
    return t("foreningerne ser {met} af {all} kriterier som opfyldt").format(
        met=int((seen == 2).sum()), all=len(seen)
    )


def heard_in_short(heard: Any, t: Translator) -> str:
    """What a municipality answered on a criterion in its newest round; "" where it did not.

    Args:
        heard: as `queries.marks` gives it: an answer, or an outcome of the round.
        t: the translator.
    """
    if pd.isna(heard):
        return ""
    said = {
        RIGHT: t("det er rigtigt"),
        WRONG: t("det er forkert"),
        OUTDATED: t("det er forældet"),
        DONT_KNOW: t("ved ikke"),
    }
    if heard in said:
        return said[heard]
    if not str(heard).isdigit():
        return ""
    number = int(heard)
    return level_text(number, t) if number <= 2 else t("vedtaget i {year}").format(year=number)


def figures(rows: pd.DataFrame, t: Translator) -> list[Item]:
    """The figures that only the municipality has, each with its year and where it is from.

    Args:
        rows: as `queries.hearing_figures` gives them.
        t: the translator.
    """
    return [
        Item(t.pick(row, "name"), _value(row, t), t.pick(row, "note"),
             source_link(row["source_url"], t))
        for row in rows.to_dict("records")
    ]  # fmt: skip


def _value(row: Row, t: Translator) -> str:
    """A figure with its year: ": 37,5 (2026) –"."""
    value = t.number(row["value"], 0 if row["value"] % 1 == 0 else 1)
    return f": {value} ({year_name(row['year'], t)}) –"


def _by(theirs: pd.DataFrame, kind: str) -> dict[str, Row]:
    named = theirs[theirs[kind].notna()]
    return dict(zip(named[kind], named.to_dict("records"), strict=True))


def _agreement(figure: Row | None, t: Translator) -> dict[str, Any]:
    """What associations say of a statement."""
    if figure is None:
        return NOTHING_SHOWN
    median = figure["median"]
    says = t("{low} uenige, {middle} hverken-eller, {high} enige")
    return _shown(figure, t.number(median, 0 if median % 1 == 0 else 1), says)


def _level(figure: Row | None, t: Translator) -> dict[str, Any]:
    """What associations say of a criterion."""
    if figure is None:
        return NOTHING_SHOWN
    between = {
        0.5: t("mellem ikke og delvist opfyldt"),
        1.5: t("mellem delvist og helt opfyldt"),
    }
    median = figure["median"]
    says = t("{low} ikke, {middle} delvist, {high} helt opfyldt")
    return _shown(figure, between.get(median) or level_text(median, t), says)


def _shown(figure: Row, middle: str, says: str) -> dict[str, Any]:
    """The middle answer, how many answered, and how they divide where each part may be shown."""
    parts = {part: figure[part] for part in SPLIT}
    hidden = any(map(pd.isna, parts.values()))
    return {
        "associations": middle,
        "respondents": int(figure["respondents"]),
        "split": "" if hidden else says.format(**{part: int(n) for part, n in parts.items()}),
    }
