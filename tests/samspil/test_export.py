"""What readers take along opens elsewhere with the same figures and its source."""

import csv
import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from samspil.export import Citation, file_stem, to_csv, to_xlsx
from samspil.i18n import translator

CITED = Citation("Titel", "Samspil, læst i dag", "CC BY 4.0", "b1", "http://example.org/?a=1")
FRAME = pd.DataFrame(
    {
        "Kommune": ["Ærø", "=HYPERLINK(1)", "https://www.example.org"],
        "Point": [12.5, None, 3.0],
        "År": pd.array([2024, None, 2026], dtype="Int64"),
    }
)


def sheet(name):
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(FRAME, CITED, translator("da"))))
    return book[name]


def test_csv_holds_every_value_and_leaves_the_unknown_empty():
    text = to_csv(FRAME).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == ["Kommune", "Point", "År"]
    assert rows[1] == ["Ærø", "12.5", "2024"]
    assert rows[2][1:] == ["", ""]


def test_csv_opens_as_utf8_in_a_spreadsheet():
    assert to_csv(FRAME).startswith(b"\xef\xbb\xbf")


def test_a_workbook_holds_the_same_and_its_citation():
    rows = list(sheet("Data").values)
    assert rows[1] == ("Ærø", 12.5, 2024)
    assert rows[2][1:] == (None, None)
    about = dict(sheet("Kilde").values)
    assert about["Kilde"] == "Samspil, læst i dag"
    assert about["Adresse"] == "http://example.org/?a=1"
    assert "CC BY 4.0" in about["Sådan citerer du"]


def test_text_never_becomes_a_formula_or_a_link():
    cells = [row[0] for row in sheet("Data").iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    assert [cell.hyperlink for cell in cells] == [None, None, None]


def test_the_citation_names_title_source_licence_and_build():
    text = CITED.text(translator("en"))
    for part in ("Titel", "Samspil", "CC BY 4.0", "b1", "http://example.org/?a=1"):
        assert part in text


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Ærø", "score", date(2026, 11, 24)), "aeroe-score-2026-11-24"),
        (("Lyngby-Taarbæk", "Høje-Taastrup"), "lyngby-taarbaek-hoeje-taastrup"),
        (("../../etc", "a b"), "etc-a-b"),
    ],
)
def test_file_names_say_what_is_in_them(parts, expected):
    assert file_stem(*parts) == expected
