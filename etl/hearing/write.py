"""Writing a round: for each municipality a letter and a workbook, and what was asked."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from etl.chromium import Chromium
from etl.errors import DataError
from etl.files import sole_writer
from etl.hearing.books import ROUNDS, SENT, as_csv, as_text, read_books, schemas
from etl.hearing.outgoing import Wanted, check_round, chosen, write_each
from etl.hearing.workbook import as_xlsx
from etl.release import FILE as RELEASE_FILE
from etl.release import read_release
from etl.say import Say
from etl.snapshots import CODEBOOK_FILE
from etl.sources.source import Known
from samspil.files import replace_file
from samspil.model.codebook import load_codebook
from samspil.present.export import file_stem
from samspil.present.hearing.letter import as_docx, as_html, hearing_letter
from samspil.present.hearing.workbook import Workbook, make_workbook
from samspil.present.i18n import Translator, translator
from samspil.warehouse import queries
from samspil.warehouse.builds import Warehouse, newest_build, open_warehouse


@dataclass(frozen=True)
class _Sent:
    """What all files of a round share: the folder, the data they rest on, the day, the language."""

    folder: Path
    release: str
    day: date
    t: Translator


def write_round(data: Path, wanted: Wanted, say: Say, today: date) -> None:
    """Write letters and workbooks, then note in hearing.csv who was asked about what.

    Where there is no Chromium, all but the PDFs is written, and then that is said.

    Raises:
        DataError: a municipality or the round cannot be used, another set of questions was sent in
            this round already, something cannot be written, or there is no Chromium.
        WarehouseError: there is no build.
    """
    check_round(wanted.round)
    if wanted.folder.resolve() == data.resolve():
        raise DataError(f"{wanted.folder}: is the data folder; what is sent needs another one")
    warehouse = open_warehouse(wanted.database or newest_build())
    try:
        places = chosen(queries.municipalities(warehouse), wanted.codes)
        t = translator(wanted.language)
        release = read_release(data / RELEASE_FILE)
        codes = frozenset(queries.municipalities(warehouse)["code"])
        known = Known(codes, load_codebook(data / CODEBOOK_FILE), release)
        with sole_writer(data, (ROUNDS,)):
            rounds = read_books(data, known).rounds
            books = [_made(warehouse, place, wanted.round, rounds, t) for place in places]
            on = _Sent(wanted.folder, warehouse.build.release, today, t)
            lacking = write_each(wanted.folder, books, partial(_write_files, on=on))
            _note(data, known, rounds, books, today)
    except OSError as error:
        raise DataError(f"{error.filename}: cannot be written ({error.strerror})") from error
    finally:
        warehouse.close()
    say(f"Round {wanted.round}: {len(books)} letters and workbooks are in {wanted.folder}")
    if lacking:
        raise DataError(lacking)


def _made(
    warehouse: Warehouse, place: dict[Any, Any], round_: str, rounds: pd.DataFrame, t: Translator
) -> Workbook:
    """The workbook of one municipality; raises DataError where this round asked it otherwise."""
    book = make_workbook(warehouse, place, round_, t)
    before = rounds[(rounds["round"] == round_) & (rounds["code"] == place["code"])]
    if len(before) and before["asked"].iloc[0] != " ".join(book.asked):
        raise DataError(
            f"{ROUNDS}: the round {round_} has asked {place['code']} other questions already, "
            "since the data have changed; give the new round a new name"
        )
    return book


def _write_files(book: Workbook, prints: Chromium | None, on: _Sent) -> None:
    """The letter and the workbook of one municipality."""
    stem = file_stem(book.round, book.place["code"], book.place["name"])
    letter = hearing_letter(book, on.release, on.day, on.t)
    replace_file(on.folder / f"{stem}.xlsx", as_xlsx(book, on.day.year + 1, on.t))
    replace_file(on.folder / f"{stem}.docx", as_docx(letter, on.t))
    if prints:
        replace_file(on.folder / f"{stem}.pdf", prints.pdf(as_html(letter, on.t)))


def _note(
    data: Path, known: Known, rounds: pd.DataFrame, books: list[Workbook], sent_on: date
) -> None:
    """Add to hearing.csv whoever does not stand there yet for this round."""
    there = set(zip(rounds["round"], rounds["code"], strict=True))
    added = [
        {
            "round": book.round,
            "code": book.place["code"],
            "sent_on": sent_on.isoformat(),
            "asked": " ".join(book.asked),
            "outcome": SENT,
        }
        for book in books
        if (book.round, book.place["code"]) not in there
    ]
    columns = schemas(known)[ROUNDS].columns
    replace_file(data / ROUNDS, as_csv(columns, [*as_text(rounds), *added]))
