"""The four sheets of a hearing's workbook, described once: for whoever writes and whoever reads it.

Every row that can be answered carries a key, so that what comes back is taken for what was asked.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from samspil.present.i18n import Translator

ANSWER, ADDRESS, YEAR, REMARK = "answer", "address", "year", "remark"
"""What a column asks for."""

HELD, UNKNOWN, ADOPTED = "held", "unknown", "adopted"
FIGURE, GROUP, STATEMENT = "figure", "group", "statement"
SEEN = "seen"
"""What a row asks about: what we hold, a level, a year instead of one; a figure, a group that a
figure counts, a statement; a level as an association sees it."""

RIGHT, WRONG, OUTDATED, DONT_KNOW, YES, NO = "right", "wrong", "outdated", "dont_know", "yes", "no"
"""Answers that are no number, in every language the same."""

FIRST_ROW = 2
"""The row of a sheet, as a reader counts, that follows the headings."""

NOBODY = "-"


@dataclass(frozen=True)
class Key:
    """What one row asks: the round, the municipality, the kind of row, and what it is about.

    about: a criterion, a group as criterion/group, or a statement. evidence_id: the record that it
    shows, or "". seal: of what stands in the row, as it was sent.
    """

    round: str
    code: str
    kind: str
    about: str
    evidence_id: str = ""
    seal: str = ""

    @property
    def criterion(self) -> str:
        """The criterion that the row is about; of a statement nothing."""
        return "" if self.kind == STATEMENT else self.about.partition("/")[0]

    def __str__(self) -> str:
        record = self.evidence_id or NOBODY
        return " ".join((self.round, self.code, self.kind, self.about, record, self.seal))

    @classmethod
    def read(cls, text: str) -> "Key | None":
        """The key that a text is; None where it is none."""
        parts = text.split(" ")
        if len(parts) != 6 or not all(parts):
            return None
        round_, code, kind, about, record, seal = parts
        return cls(round_, code, kind, about, "" if record == NOBODY else record, seal)


def seal(cells: Iterable[str]) -> str:
    """Eight hex digits of what stands in a row, however its blanks and line breaks are kept."""
    text = "|".join(" ".join(cell.split()) for cell in cells)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Column:
    """A column: its heading, its width in letters, and what it asks ("" where it only tells)."""

    heading: str
    width: int
    asks: str = ""


@dataclass(frozen=True)
class Line:
    """A row: what it tells, and the key of what it asks (None where it asks nothing)."""

    tells: tuple[str, ...]
    key: Key | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, what its rows ask, its columns (those that tell come first), its rows."""

    name: str
    kinds: tuple[str, ...]
    columns: tuple[Column, ...]
    lines: tuple[Line, ...] = ()

    @property
    def telling(self) -> int:
        """How many columns only tell."""
        return sum(not column.asks for column in self.columns)


def line(tells: Iterable[str], key: Key, choices: Iterable[str] = ()) -> Line:
    """A row that asks, sealed."""
    cells = tuple(tells)
    sealed = Key(key.round, key.code, key.kind, key.about, key.evidence_id, seal(cells))
    return Line(cells, sealed, tuple(choices))


def empty_sheets(t: Translator) -> tuple[Sheet, Sheet, Sheet, Sheet]:
    """The four sheets with their names and columns, and no rows yet."""
    remark = Column(t("Bemærkning (bliver offentlig; ingen navne)"), 34, REMARK)
    return (
        Sheet(
            t("1 Det har vi"),
            (HELD,),
            (
                Column(t("Kriterium"), 26),
                Column(t("Vurdering"), 14),
                Column(t("Det betyder"), 34),
                Column(t("Kilden siger"), 40),
                Column(t("Kildens år"), 10),
                Column(t("Kildens adresse"), 34),
                Column(t("Er det rigtigt?"), 14, ANSWER),
                Column(t("Ny adresse"), 34, ADDRESS),
                Column(t("Årstal for det nye"), 10, YEAR),
                remark,
            ),
        ),
        Sheet(
            t("2 Det ved vi ikke"),
            (UNKNOWN, ADOPTED),
            (
                Column(t("Kriterium"), 26),
                Column(t("Spørgsmål"), 40),
                Column(t("2 betyder"), 30),
                Column(t("1 betyder"), 30),
                Column(t("0 betyder"), 30),
                Column(t("Ældre kilde"), 36),
                Column(t("Svar"), 12, ANSWER),
                Column(t("Årstal for svaret"), 10, YEAR),
                Column(t("Offentlig adresse"), 34, ADDRESS),
                remark,
            ),
        ),
        Sheet(
            t("3 Tal og udsagn"),
            (FIGURE, GROUP, STATEMENT),
            (
                Column(t("Emne"), 34),
                Column(t("Spørgsmål"), 60),
                Column(t("Svar"), 12, ANSWER),
                Column(t("Årstal for svaret"), 10, YEAR),
            ),
        ),
        Sheet(
            t("4 Sådan læses niveauerne"),
            (),
            (
                Column(t("Kriterium"), 26),
                Column(t("2 betyder"), 44),
                Column(t("1 betyder"), 44),
                Column(t("0 betyder"), 44),
                Column(t("Hvor det kan vises"), 44),
            ),
        ),
    )


def choices(kind: str, t: Translator) -> dict[str, str]:
    """What can be chosen in a row of that kind: as it is shown, and what it stands for.

    Empty where a number is asked for.
    """
    steps = {str(step): str(step) for step in range(1, 6)}
    levels = {"2": "2", "1": "1", "0": "0", t("ved ikke"): DONT_KNOW}
    return {
        HELD: {t("korrekt"): RIGHT, t("forkert"): WRONG, t("forældet"): OUTDATED},
        UNKNOWN: levels,
        SEEN: levels,
        GROUP: {t("ja"): YES, t("nej"): NO},
        STATEMENT: steps,
    }.get(kind, {})
