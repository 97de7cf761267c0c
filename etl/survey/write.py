"""Writing a round: for the associations of each municipality one form, to fill in or to print."""

from functools import partial
from pathlib import Path

from etl.chromium import Chromium
from etl.errors import DataError
from etl.hearing.outgoing import Wanted, check_round, chosen, write_each
from etl.hearing.workbook import as_xlsx
from etl.say import Say
from etl.survey.asked import read_asked
from samspil.files import replace_file
from samspil.present.export import file_stem
from samspil.present.hearing.workbook import Workbook
from samspil.present.i18n import Translator, translator
from samspil.present.survey.form import as_html

FORM = "foreninger"
"""What the name of every form begins with."""


def write_forms(data: Path, wanted: Wanted, say: Say) -> None:
    """Write the forms of a round; where there is no Chromium, all but the PDFs, and that is said.

    Raises:
        DataError: a municipality, the round or the data folder cannot be used, something cannot be
            written, or there is no Chromium.
        CodebookError: the codebook is wrong.
    """
    check_round(wanted.round)
    asked, t = read_asked(data), translator(wanted.language)
    places = chosen(asked.places, wanted.codes)
    forms = [asked.form(place, wanted.round, t) for place in places]
    newest = asked.known.release.year
    try:
        write = partial(_write, folder=wanted.folder, newest=newest, t=t)
        lacking = write_each(wanted.folder, forms, write)
    except OSError as error:
        raise DataError(f"{error.filename}: cannot be written ({error.strerror})") from error
    say(f"Round {wanted.round}: {len(forms)} forms are in {wanted.folder}")
    if lacking:
        raise DataError(lacking)


def _write(
    form: Workbook, prints: Chromium | None, *, folder: Path, newest: int, t: Translator
) -> None:
    """One form as a workbook and on paper."""
    stem = file_stem(FORM, form.round, form.place["code"], form.place["name"])
    replace_file(folder / f"{stem}.xlsx", as_xlsx(form, newest, t))
    if prints:
        replace_file(folder / f"{stem}.pdf", prints.pdf(as_html(form, t)))
