"""What readers take along opens elsewhere with the same figures and its source."""

import csv
import io
import json
import re
from datetime import date

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.harmless import harmless, original
from samspil.present.citation import Citation, Words, measured
from samspil.present.export import DIALECTS, Table, file_stem, to_csv, to_json, whole_stem
from samspil.present.i18n import translator
from samspil.present.objection import as_file, as_line
from samspil.present.tables.columns import explained, named
from samspil.present.workbook import number_format, to_xlsx

DA = translator("da")
CITED = Citation(
    "Titel", "Samspil, læst i dag.", "CC BY 4.0", "b1", "http://example.org/?a=1",
    reservation="Et forbehold.", coverage="Ni af ti er kendt.", about="Samspil måler det.",
    outlines="Grænser: nogen.",
)  # fmt: skip
FRAME = pd.DataFrame(
    {
        "Kommune": ["Ærø", "=HYPERLINK(1)", "https://www.example.org"],
        "Point": [12.5, None, 3.0],
        "År": pd.array([2024, None, 2026], dtype="Int64"),
    }
)
MEANINGS = {"Kommune": "Kommunens navn.", "Point": "Point af 100.", "År": "Kildens år."}


def table(frame, columns=MEANINGS):
    return Table(frame, "Et fund", columns, CITED.of_table())


def csv_rows(frame, language="en"):
    """The rows of the CSV of a frame, headings first, without what each says of the file."""
    return [
        row[: len(frame.columns)] for row in rows_of(to_csv(table(frame), language, DA), language)
    ]


def sheet(name):
    content = to_xlsx(table(FRAME), DA)
    return openpyxl.load_workbook(io.BytesIO(content))[name]


@pytest.mark.parametrize(("language", "point"), [("da", "12,5"), ("en", "12.5")])
def test_csv_holds_every_value_as_the_country_reads_it(language, point):
    rows = csv_rows(FRAME, language)
    assert rows[0] == ["Kommune", "Point", "År"]
    assert rows[1] == ["Ærø", point, "2024"]
    assert rows[2][1:] == ["", ""]


def test_csv_opens_as_utf8_in_a_spreadsheet():
    assert to_csv(table(FRAME), "da", DA).startswith(b"\xef\xbb\xbf")


def test_a_workbook_holds_the_same_and_its_citation():
    rows = list(sheet("Data").values)
    assert rows[1] == ("Ærø", 12.5, 2024)
    assert rows[2][1:] == (None, None)
    about = dict(sheet("Kilde").values)
    assert about["Hvad Samspil måler"] == "Samspil måler det."
    assert about["Kilde"] == "Samspil, læst i dag."
    assert about["Webadresse"] == "http://example.org/?a=1"
    assert about["Udgave"] == "dataversion b1"
    assert about["Forbehold"] == "Et forbehold. Ni af ti er kendt."
    assert "CC BY 4.0" in about["Sådan citerer du"]


@pytest.mark.parametrize("language", DIALECTS)
def test_every_row_of_a_csv_says_where_it_is_from_and_pandas_reads_its_numbers(language):
    dialect = DIALECTS[language]
    content = io.BytesIO(to_csv(table(FRAME), language, DA))
    read = pd.read_csv(content, sep=dialect.separator, decimal=dialect.decimal)
    assert read["Point"].tolist()[0] == 12.5
    assert read["År"].dropna().tolist() == [2024, 2026]
    said = {name: set(read[name]) for name in read.columns[3:]}
    assert said == {
        "Om filen: titel": {"Titel"},
        "Om filen: hvad Samspil måler": {"Samspil måler det."},
        "Om filen: kilde": {"Samspil, læst i dag."},
        "Om filen: licens": {"CC BY 4.0"},
        "Om filen: udgave": {"dataversion b1"},
        "Om filen: webadresse": {"http://example.org/?a=1"},
        "Om filen: forbehold": {"Et forbehold. Ni af ti er kendt."},
    }


def test_json_holds_the_numbers_what_they_mean_and_where_they_are_from():
    day = FRAME.assign(Hentet=pd.to_datetime(["2026-11-22", None, "2026-11-24"]))
    read = json.loads(to_json(table(day), DA))
    assert read["rows"][0] == {"Kommune": "Ærø", "Point": 12.5, "År": 2024, "Hentet": "2026-11-22"}
    assert read["rows"][1] == {
        "Kommune": "=HYPERLINK(1)", "Point": None, "År": None, "Hentet": None
    }  # fmt: skip
    assert read["columns"] == MEANINGS | {"Hentet": ""}
    assert read["title"] == "Titel"
    assert read["finding"] == "Et fund"
    assert read["about"] == "Samspil måler det."
    assert read["release"] == "dataversion b1"
    assert read["address"] == "http://example.org/?a=1"
    assert read["caveat"] == "Et forbehold. Ni af ti er kendt."
    assert "CC BY 4.0" in read["citation"]


def test_a_workbook_can_be_filtered_and_keeps_its_head_in_sight():
    data = sheet("Data")
    assert data.auto_filter.ref == "A1:C4"
    assert data.freeze_panes == "A2"


def test_numbers_in_a_workbook_are_numbers_with_a_format():
    data = sheet("Data")
    assert [data[cell].data_type for cell in ("B2", "C2")] == ["n", "n"]
    assert [data[cell].number_format for cell in ("A2", "B2", "C2")] == ["General", "0.0", "0"]


@pytest.mark.parametrize(
    ("values", "pattern"),
    [
        ([1.0, None, 2.5], "0.0"),
        ([0.25, 1.0], "0.00"),
        (pd.array([2024, None], dtype="Int64"), "0"),
        (pd.to_datetime(["2026-11-22"]), "yyyy-mm-dd"),
        (["0101", None], ""),
        ([True, False], ""),
    ],
)
def test_a_column_has_one_format(values, pattern):
    assert number_format(pd.Series(values)) == pattern


def test_a_day_in_a_workbook_is_a_day():
    frame = pd.DataFrame({"Hentet": pd.to_datetime(["2026-11-22"], utc=True)})
    content = to_xlsx(table(frame, {}), DA)
    cell = openpyxl.load_workbook(io.BytesIO(content))["Data"]["A2"]
    assert cell.is_date
    assert cell.value.date() == date(2026, 11, 22)


def test_a_workbook_explains_every_column():
    assert list(sheet("Kolonner").values) == [("Kolonne", "Forklaring"), *MEANINGS.items()]


def test_a_heading_with_a_name_in_it_is_explained_and_an_unknown_one_left_out():
    t = translator("da")
    own = named([("Et råd", "Er der et råd?")], ["Vejle"], t)
    found = explained(["Point i 2022", "Et råd", "Vejle", "Kommune", "Ukendt"], own, t)
    assert found["Point i 2022"] == "Point af 100 for de samme vurderinger i det år."
    assert found["Et råd"] == "Er der et råd?"
    assert found["Vejle"].startswith("Hvad der står om Vejle")
    assert "Ukendt" not in found


def test_text_never_becomes_a_formula_or_a_link():
    cells = [row[0] for row in sheet("Data").iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    assert [cell.hyperlink for cell in cells] == [None, None, None]


@pytest.mark.parametrize(
    ("stem", "place", "expected"),
    [
        ("kriterier", "danmark", "samspil_danmark_kriterier_2026"),
        ("samspil_danmark_total_2026", "danmark", "samspil_danmark_total_2026"),
        ("samspil_vejle_score", "", "samspil_vejle_score_2026"),
    ],
)
def test_a_file_name_says_where_what_and_when(stem, place, expected):
    assert whole_stem(stem, place, 2026) == expected


def test_the_outlines_of_a_map_are_credited_where_they_are_drawn_and_not_in_its_table():
    assert "Samspil, læst i dag. Grænser: nogen. Licens" in CITED.text(DA)
    assert "Grænser" not in to_json(table(FRAME), DA).decode()
    assert "Grænser" not in to_csv(table(FRAME), "da", DA).decode()


def test_the_footer_of_a_picture_has_as_few_lines_as_there_can_be():
    assert CITED.footer(DA) == (
        "Samspil måler det.",
        "Ni af ti er kendt.",
        "Licens: CC BY 4.0. Dataversion b1. http://example.org/?a=1",
    )


def test_what_samspil_measures_is_said_of_its_own_figures_alone():
    own, others = (Words("Dokumenteret i alt", "", "", others=others) for others in (False, True))
    assert "frivillige sociale foreninger" in measured(own, DA)
    assert measured(others, DA) == ""


def test_the_citation_names_title_source_licence_and_build():
    text = CITED.text(translator("en"))
    for part in ("Titel", "Samspil", "CC BY 4.0", "b1", "http://example.org/?a=1"):
        assert part in text


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Ærø", "score", date(2026, 11, 24)), "samspil_aeroe_score_2026"),
        (("rangliste", "2026", date(2026, 11, 24)), "samspil_rangliste_2026"),
        (("Lyngby-Taarbæk", "Høje-Taastrup"), "samspil_lyngby-taarbaek_hoeje-taastrup"),
        (("../../etc", "a b"), "samspil_etc_a-b"),
    ],
)
def test_file_names_say_what_is_in_them(parts, expected):
    assert file_stem(*parts) == expected


DANGEROUS = ["=1+1", "+a", "-a", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\x1b[1m", "\uff1d1+1", "'=1"]
"""What a spreadsheet may take for a formula; the last reads like one that was made harmless."""


def rows_of(content, language="en"):
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=DIALECTS[language].separator))


@pytest.mark.parametrize("language", DIALECTS)
@pytest.mark.parametrize("text", [*DANGEROUS, "a;=1+1", "a\r=1+1", "a,=1+1", "a,@b"])
def test_text_in_csv_begins_no_formula_and_can_be_read_back(text, language):
    frame = pd.DataFrame({"Note": [text], "Sidste": ["z"]})
    (cell,) = [row[0] for row in csv_rows(frame, language)[1:]]
    assert cell != text
    for part in re.split(r"[;\t\r\n]", cell):
        assert not part.startswith(("=", "+", "-", "@", "\x1b", "\uff1d"))
    assert not re.search("(^|,)[=@]", cell)
    assert original(cell) == text


@pytest.mark.parametrize("text", ["100,-", "a, =b", "2,-3"])
def test_amounts_and_lists_are_left_as_they_are(text):
    assert harmless(text) == text


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
    assert csv_rows(frame)[1:] == [
        ["-5.5", "-5", "-5", "-3"],
        ["2.0", "", "-5,25", "'-a"],
    ]
    danish = csv_rows(frame, "da")
    assert danish[1:] == [["-5,5", "-5", "-5", "-3"], ["2,0", "", "-5,25", "'-a"]]


def test_ordinary_text_stays_as_it_is():
    for text in ("Ærø", "", "a-b = c", "'quoted'", "– kendt", "www.a.dk/?a=1;b=2", "2025-26"):
        assert harmless(text) == text == original(text)


def test_a_lone_carriage_return_stays_inside_its_cell():
    frame = pd.DataFrame({"Note": ["a\rb", "c"], "Sidste": ["y", "z"]})
    assert csv_rows(frame)[1:] == [["a\rb", "y"], ["c", "z"]]
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
