"""What readers take along opens elsewhere with the same figures and its source."""

import csv
import io
import re
from datetime import date

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.present.citation import Citation
from samspil.present.export import file_stem, harmless, original, to_csv, to_xlsx
from samspil.present.i18n import translator
from samspil.present.objection import as_file, as_line

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
    assert about["Webadresse"] == "http://example.org/?a=1"
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


DANGEROUS = ["=1+1", "+a", "-a", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\x1b[1m", "\uff1d1+1", "'=1"]
"""What a spreadsheet may take for a formula; the last reads like one that was made harmless."""


def rows_of(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", [*DANGEROUS, "a;=1+1", "a\r=1+1"])
def test_text_in_csv_begins_no_formula_and_can_be_read_back(text):
    frame = pd.DataFrame({"Note": [text], "Sidste": ["z"]})
    (cell,) = [row[0] for row in rows_of(to_csv(frame))[1:]]
    assert cell != text
    for part in re.split(r"[;\t\r\n]", cell):
        assert not part.startswith(("=", "+", "-", "@", "\x1b", "\uff1d"))
    assert original(cell) == text


@given(st.text("'=+-@\t\r\n;a1,\""))
def test_every_text_comes_back_as_it_was(text):
    assert original(harmless(text)) == text


def test_numbers_stay_numbers():
    frame = pd.DataFrame(
        {
            "a": [-5.5, 2.0],
            "b": pd.array([-5, None], dtype="Int64"),
            "c": ["-5", "-5,25"],
            "d": [-3, "-a"],
        }
    )
    assert rows_of(to_csv(frame))[1:] == [["-5.5", "-5", "-5", "-3"], ["2.0", "", "-5,25", "'-a"]]


def test_ordinary_text_stays_as_it_is():
    for text in ("Ærø", "", "a-b = c", "'quoted'", "– kendt", "www.a.dk/?a=1;b=2", "2025-26"):
        assert harmless(text) == text == original(text)


def test_a_lone_carriage_return_stays_inside_its_cell():
    frame = pd.DataFrame({"Note": ["a\rb", "c"], "Sidste": ["y", "z"]})
    assert rows_of(to_csv(frame))[1:] == [["a\rb", "y"], ["c", "z"]]
    row = {"code": "101", "objection": "a\rb"}
    assert len(rows_of(as_file(row))) == 2
    assert rows_of(as_line(row).encode())[0][8] == "a\rb"


@pytest.mark.parametrize("text", DANGEROUS)
def test_the_objection_file_begins_no_formula_and_can_be_read_back(text):
    heading, row = rows_of(as_file({"code": "101", "objection": text}))
    cell = dict(zip(heading, row, strict=True))["objection"]
    assert cell == "'" + text if text[0] not in "\t\r\n" else cell.startswith("'")
    assert original(cell) == text


def test_the_register_holds_what_was_said():
    assert "=1+1" in as_line({"objection": "=1+1"})
    assert "'" not in as_line({"objection": "=1+1"})
