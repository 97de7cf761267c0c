"""Workbooks that cannot be used: each a sentence with sheet and row, and nothing taken in."""

import shutil
import zipfile

import openpyxl
import pytest
from frozen import DAY, LEJRE
from openpyxl.comments import Comment
from workbooks import ROUND, ROWS, SHEET, UNSAFE, fill, groups, packed, rows_of

from etl.hearing import safety

CHARTER = ("unknown", "charter")


@pytest.fixture
def given(sent_round, tmp_path):
    """A copy of a round that was sent, and of Lejre's workbook, that a test may spoil."""
    data, books = sent_round
    return shutil.copytree(data, tmp_path / "data"), shutil.copy(books[LEJRE], tmp_path)


@pytest.fixture
def refused(given, capsys):
    """A function that imports Lejre's workbook (or others): the message, and nothing taken in."""
    from etl.__main__ import main

    data, book = given

    def imported(*files, day=DAY):
        before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
        capsys.readouterr()
        options = ["--answered-on", day, "--data", str(data)]
        assert main(["hearing", "import", *map(str, files or [book]), *options]) == 1
        after = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
        assert before == after
        message = capsys.readouterr().err
        assert message.startswith("samspil: ") and "Traceback" not in message
        return message

    return imported


def edited(path, change):
    book = openpyxl.load_workbook(path)
    change(book, rows_of(book))
    book.save(path)


def cell_of(rows, asked, asks="answer"):
    at, row, columns = rows[asked]
    return at.cell(row, columns[asks])


def set_value(asked, value, asks="answer"):
    def change(_, rows):
        cell_of(rows, asked, asks).value = value

    return change


def swap(_, rows):
    """The answer's row is moved to where another one stood."""
    at, row, _ = rows[CHARTER]
    other = rows["unknown", "joint_competence"][1]
    for column in range(1, at.max_column + 1):
        a, b = at.cell(row, column), at.cell(other, column)
        a.value, b.value = b.value, a.value


def change_told(_, rows):
    at, row, _ = rows[CHARTER]
    at.cell(row, 3).value = "Et andet spørgsmål?"


def merge(book, _):
    book["2 Det ved vi ikke"].merge_cells("H3:H4")


def rename(book, _):
    book["2 Det ved vi ikke"].title = "Ark 2"


def another_code(_, rows):
    for at, row, _ in rows.values():
        at.cell(row, 1).value = at.cell(row, 1).value.replace(f" {LEJRE} ", " 101 ")


def old_round(_, rows):
    for at, row, _ in rows.values():
        at.cell(row, 1).value = at.cell(row, 1).value.replace(ROUND, "2020-1")


def one_foreign_row(_, rows):
    at, row, _ = rows[CHARTER]
    at.cell(row, 1).value = at.cell(row, 1).value.replace(f" {LEJRE} ", " 153 ")


def beside(book, _):
    book["3 Tal og udsagn"]["K4"] = "se her"


def below(book, _):
    book["2 Det ved vi ikke"]["C90"] = "en ekstra række"


def drop_row(_, rows):
    at, row, _ = rows[CHARTER]
    at.delete_rows(row)


def far_below(book, _):
    book["2 Det ved vi ikke"]["H1048576"] = 2


SPOILT = {
    "text in a level": (set_value(CHARTER, "måske"), ["'2 Det ved vi ikke'", "row ", "'måske'"]),
    "a level of 3": (set_value(CHARTER, 3), ["'3' is not one of 2, 1, 0"]),
    "true": (set_value(CHARTER, True), ["'True' is not one of"]),
    "a level that is not": (
        set_value(("unknown", "in_kind_support"), 1),
        ["'1' is no level of in_kind_support"],
    ),
    "a year of 2062": (set_value(CHARTER, 2062, "year"), ["'2062' is no year from 1990 to 2026"]),
    "a year of 1989": (set_value(CHARTER, 1989, "year"), ["'1989' is no year"]),
    "a date for a year": (set_value(CHARTER, "3/12", "year"), ["'3/12' is no year"]),
    "adopted in 2062": (set_value(("adopted", "policy_current"), 2062), ["'2062' is no year"]),
    "no address": (set_value(CHARTER, "javascript:alert(1)", "address"), ["'javascript:alert(1)'"]),
    "a remark alone": (set_value(CHARTER, "hm", "remark"), ["has no answer, but something in"]),
    "a long remark": (set_value(CHARTER, "x" * 1001, "remark"), ["more than 1000 characters"]),
    "a figure of -1": (set_value(("figure", "council_meetings"), -1), ["'-1' is no number"]),
    "six steps": (set_value(("statement", "roles"), 6), ["'6' is not one of 1, 2, 3, 4, 5"]),
    "one group alone": (
        set_value(("group", "council_breadth/relatives"), "ja"),
        ["1 of the 8 groups of council_breadth are answered"],
    ),
    "a formula": (set_value(CHARTER, "=1+1"), ["holds a formula"]),
    "merged cells": (merge, ["the cells H3:H4 are merged"]),
    "a renamed sheet": (rename, ["'Ark 2'", "not those that were sent"]),
    "rows that changed places": (swap, ["in another order"]),
    "a changed question": (change_told, ["row ", "was moved or changed"]),
    "a row that is gone": (drop_row, ["not those that were sent"]),
    "a cell beside": (beside, ["cell K4", "'se her' stands beside"]),
    "a row below": (below, ["row 90", "stands where nothing is asked"]),
    "a cell a million rows down": (far_below, ["1048576 rows"]),
    "another municipality": (another_code, ["has never asked the municipality 101"]),
    "a round that was not": (old_round, ["the round 2020-1 has never asked"]),
    "a row of another": (one_foreign_row, ["rows of several workbooks", "153", LEJRE]),
    "nothing": (lambda *_: None, ["holds no answer"]),
}


@pytest.mark.parametrize("case", SPOILT)
def test_a_spoilt_workbook_is_refused_in_a_sentence(case, given, refused):
    change, parts = SPOILT[case]

    def answered_and_spoilt(book, rows):
        if case != "nothing":
            cell_of(rows, ("unknown", "dialogue_meetings")).value = 1
        change(book, rows)

    edited(given[1], answered_and_spoilt)
    message = refused()
    assert [part for part in parts if part not in message] == []
    assert message.count("\n") == 1


def test_everything_that_is_wrong_is_named_in_one_go(given, refused, tmp_path):
    fill(given[1], {CHARTER: "ja", ("figure", "council_meetings"): "mange",
                    ("held", "web_form"): "nej"})  # fmt: skip
    other = tmp_path / "other.xlsx"
    other.write_text("no workbook")
    lines = refused(given[1], other).splitlines()
    assert len(lines) == 4
    for part in ("'ja'", "'mange'", "'nej'", "other.xlsx: is no workbook"):
        assert sum(part in line for line in lines) == 1


def test_an_old_round_and_a_day_after_the_release_or_before_the_question(given, refused):
    data, book = given
    fill(book, {CHARTER: 1})
    assert "move data/release.toml first" in refused(day="2026-12-03")
    assert "is older than the question" in refused(day="2026-11-23")
    with (data / "hearing.csv").open("a", encoding="utf-8") as file:
        file.write(f"2026-4,{LEJRE},2026-11-24,charter,,sent\n")
    assert "belongs to the round 2026-3, but 2026-4 was sent since" in refused()
    assert "is the second workbook of 350" in refused(book, book)


@pytest.mark.parametrize("case", UNSAFE)
def test_a_file_that_may_not_be_opened_is_not(case, given, refused, tmp_path):
    parts, sentence = UNSAFE[case]
    message = refused(packed(given[1], tmp_path / "spoilt.xlsx", **parts))
    assert sentence in message
    assert message.count("\n") == 1


def test_rows_are_counted_before_anything_is_opened(given, refused, tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "MOST_PACKED", 10**6)
    assert "has a sheet of 1000000 rows" in refused(
        packed(given[1], tmp_path / "long.xlsx", **{SHEET: ROWS})
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"round,code\n", b"\xd0\xcf\x11\xe0" * 99])
def test_what_is_no_workbook_is_called_so(content, refused, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert "a.xlsx: is no workbook" in refused(path)
    assert "cannot be read" in refused(tmp_path / "missing.xlsx")


def damaged(path, target):
    """A copy of a workbook with other bytes in the middle of its first sheet as it is packed."""
    with zipfile.ZipFile(path) as book:
        entry = book.getinfo(SHEET)
    content = bytearray(path.read_bytes())
    middle = entry.header_offset + 30 + len(SHEET) + entry.compress_size // 2
    content[middle : middle + 20] = b"\xff" * 20
    target.write_bytes(content)
    return target


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_STORED]
)
def test_a_workbook_whose_bytes_were_damaged_is_none(packing, given, refused, tmp_path):
    again = packed(given[1], tmp_path / "again.xlsx", packing)
    message = refused(damaged(again, tmp_path / "damaged.xlsx"))
    assert message == "samspil: damaged.xlsx: is no workbook (.xlsx)\n"


def test_an_address_that_the_program_made_a_link_and_a_comment_do_no_harm(given, capsys):
    from etl.__main__ import main

    data, book = given
    fill(book, {CHARTER: 1} | groups(book, {"relatives"}))

    def typed(_, rows):
        cell_of(rows, CHARTER, "address").value = "https://www.lejre.dk/aftale"
        cell_of(rows, CHARTER, "address").hyperlink = "https://www.lejre.dk/aftale"
        cell_of(rows, CHARTER).comment = Comment("Ring til os", "Lejre")

    edited(book, typed)
    options = ["--answered-on", DAY, "--data", str(data)]
    assert main(["hearing", "import", str(book), *options]) == 0
    assert "1 pages to read" in capsys.readouterr().out
