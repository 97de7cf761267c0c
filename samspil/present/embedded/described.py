"""What an embedded figure shows, and the questions that it is described from."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from markupsafe import Markup

from samspil.model.codebook import ADOPTION_YEAR, DERIVED
from samspil.present.citation import Words, other_source, outlines_line, source_line
from samspil.present.corrected import noted
from samspil.present.i18n import translator
from samspil.present.vocabulary import Vocabulary
from samspil.warehouse import queries
from samspil.warehouse.opened import Opened

Values = Mapping[str, Any]
"""What an address asks for: every parameter that a figure takes, by name."""

NOTHING = Markup("")

MAP, LINES = "map", "lines"
"""How made-ahead drawings are laid out: parts of a map, or the same drawing at several widths."""


class Asking:
    """A build, a language, and what was asked so far: each question is put once."""

    def __init__(self, read: Opened, language: str, answers: dict | None = None) -> None:
        """`answers` are those that another one for the same build has got already."""
        self.read, self.house, self.t = read, read.house, translator(language)
        self._answers: dict[tuple, Any] = {} if answers is None else answers

    def __call__(self, question: Callable, *arguments: Any) -> Any:
        """The answer of a function that takes a Warehouse first; the arguments must be hashable."""
        key = (question, arguments)
        if key not in self._answers:
            self._answers[key] = question(self.house, *arguments)
        return self._answers[key]

    def in_language(self, language: str) -> "Asking":
        """The same build and answers in another language."""
        return Asking(self.read, language, self._answers)

    def marks(self, code: str) -> pd.DataFrame:
        """The cells of a municipality, with what was corrected since a release was frozen."""
        return noted(self(queries.marks, code, self.year), self.read.corrected, self.t)

    @property
    def year(self) -> int:
        """The newest year of the build."""
        return self.house.build.newest_year

    @property
    def vocabulary(self) -> Vocabulary:
        """The readers' words for terms of the data."""
        return Vocabulary(self(queries.vocabulary), self.t.language)

    def names(self) -> dict[str, str]:
        """The names of the municipalities by code, in Danish alphabetical order."""
        places = self(queries.municipalities)
        return dict(zip(places["code"], places["name"], strict=True))

    def words(
        self, title: str, subtitle: str, *, outlines: bool = False, source: str | None = None
    ) -> Words:
        """The words of a figure with its source: the evidence, where no other one is given."""
        if source:
            return Words(title, subtitle, other_source(source, self.t), others=True)
        snapshots = self(queries.snapshots)
        line = source_line(self.house.build, snapshots, self.t)
        credit = outlines_line(snapshots, self.t) if outlines else ""
        return Words(title, subtitle, line, outlines=credit)


@dataclass(frozen=True)
class Drawn:
    """What is drawn ahead, and how it is laid out.

    parts: what gives each drawing, by the name of its part of the map or its width in pixels.
    layout: MAP or LINES. alt: what it shows, for those who do not see it. labels: what a
    municipality of a map says, by code. chosen: the code of the one that a map outlines.
    """

    parts: Mapping[str, Callable[[], go.Figure]]
    layout: str
    alt: str
    labels: Mapping[str, str] = field(default_factory=dict)
    chosen: str | None = None


@dataclass(frozen=True)
class Records:
    """The records that a figure rests on: None for those on every municipality or criterion.

    codes: of the municipalities. criteria: the ids of what is shown, which `among` knows the
    foundations of.
    """

    codes: Collection[str] | None = None
    criteria: Collection[str] | None = None

    def within(self, criteria: Collection[str]) -> "Records":
        """The same, with all of these criteria named where it rests on every one."""
        return self if self.criteria is not None else replace(self, criteria=tuple(criteria))

    def among(self, rows: pd.DataFrame, founded: Mapping[str, Collection[str]]) -> pd.DataFrame:
        """The rows about these records.

        Args:
            rows: code, criterion and more.
            founded: which other criteria the marks of a criterion rest on, as `foundations` says.
        """
        criteria = self.criteria
        if criteria is not None:
            criteria = {*criteria, *(other for own in criteria for other in founded.get(own, ()))}
        for name, own in (("code", self.codes), ("criterion", criteria)):
            rows = rows if own is None else rows[rows[name].isin(own)]
        return rows


def foundations(criteria: pd.DataFrame) -> dict[str, set[str]]:
    """Which other criteria the marks of a criterion can rest on, by its id.

    A mark may be implied by what the criterion requires, and one is computed from another.

    Args:
        criteria: id and requires, as `queries.criteria` gives them.
    """
    needed = zip(criteria["id"], criteria["requires"], strict=True)
    founded = {own: {other} for own, other in needed if isinstance(other, str) and other}
    founded.setdefault(DERIVED, set()).add(ADOPTION_YEAR)
    return founded


NO_RECORDS = Records(codes=())


@dataclass(frozen=True)
class Described:
    """A figure as it stands alone.

    words: title, subtitle (the finding or the reservation) and source. table: the same numbers,
    with the headings that readers see. body: the figure as HTML, or what stands beside a drawing,
    such as its legend. sheets: the style sheets that it needs. drawn: where it is drawn ahead.
    records: what it rests on.
    """

    words: Words
    table: pd.DataFrame
    body: Markup = NOTHING
    sheets: tuple[str, ...] = ()
    drawn: Drawn | None = None
    records: Records = Records()


WIDTHS = (300, 420, 580, 820)
"""Pixels for which lines are drawn: each is shown from about its width to the next."""

ONE_ROW = 32
"""Pixels over a drawing for a legend of one row."""

NARROW = 560
"""Pixels under which small pictures stand two beside each other, and not three."""


def wide(draw: Callable[[bool], go.Figure], alt: str) -> Drawn:
    """A drawing at every width; `draw` gives it, told whether it is for one under NARROW."""
    draw = cache(draw)
    return Drawn({str(width): partial(_at, draw, width) for width in WIDTHS}, LINES, alt)


def _at(draw: Callable[[bool], go.Figure], width: int) -> go.Figure:
    figure = go.Figure(draw(width < NARROW))
    if width == WIDTHS[-1]:  # there is room for the whole legend in one row
        spare = max(0, figure.layout.margin.t - ONE_ROW)
        figure.update_layout(height=figure.layout.height - spare, margin_t=ONE_ROW)
    return figure.update_layout(width=width)


Describe = Callable[[Asking, Values], Described]
