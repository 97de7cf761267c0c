"""What of a data folder a survey needs: whom it asks, about what, and what it showed before."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from etl.hearing.books import as_text, read_statements
from etl.names import FILE as NAMES_FILE
from etl.names import read_names
from etl.release import FILE as RELEASE_FILE
from etl.release import read_release
from etl.snapshots import CODEBOOK_FILE, SNAPSHOTS
from etl.sources import municipalities
from etl.sources import survey as figures
from etl.sources.source import Known
from etl.survey.answers import Item, items
from etl.survey.figures import Line
from samspil.model.codebook import load_codebook
from samspil.present.hearing.workbook import Workbook
from samspil.present.i18n import Row, Translator
from samspil.present.survey.form import make_form


@dataclass(frozen=True)
class Asked:
    """Codes, codebook and release; the municipalities with their names; statements; survey.csv."""

    known: Known
    places: pd.DataFrame
    statements: pd.DataFrame
    figures: list[Line]

    def form(self, place: Row, round_: str, t: Translator) -> Workbook:
        """The form of one municipality, as the data folder asks today."""
        return make_form(self.known.book, self.statements, place, round_, t)

    def items(self) -> list[Item]:
        """The questions of the form, in its order."""
        return items(self.known.book, self.statements)


def read_asked(data: Path) -> Asked:
    """What a survey needs of a data folder; raises DataError or CodebookError."""
    book, release = load_codebook(data / CODEBOOK_FILE), read_release(data / RELEASE_FILE)
    places = municipalities.SOURCE.read(data / SNAPSHOTS, None)
    known = Known(frozenset(places["code"]), book, release)
    statements = read_statements(data, known)
    shown = figures.SOURCE.read(data / SNAPSHOTS, known)
    figures.check_statements(shown, statements["id"])
    named = places.merge(read_names(data / NAMES_FILE, places), on="code")
    return Asked(known, named, statements, as_text(shown))
