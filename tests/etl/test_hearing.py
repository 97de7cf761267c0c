"""A hearing: what is sent opens and says what it is, and answers move what the rules say."""

import csv
import re
import shutil
from functools import partial

import openpyxl
import pytest
from commands import ran
from docx import Document
from frozen import BROENDBY, DATA, DAY, LEJRE
from pypdf import PdfReader
from workbooks import BREADTH, ROUND, fill, groups, rows_of, sent

from etl.__main__ import main
from etl.hearing.books import LOG, ROUNDS, STATEMENT_ANSWERS, TO_READ
from samspil.analysis.changes import NEW, compare
from samspil.files import UNFINISHED
from samspil.model.codebook import load_codebook
from samspil.warehouse import queries
from samspil.warehouse.builds import newest_build, open_warehouse

PAGE = "https://www.lejre.dk/frivillig"
FILES = (ROUNDS, LOG, TO_READ, STATEMENT_ANSWERS, "snapshots/answers.csv",
         "snapshots/corrections.csv")  # fmt: skip

TWELVE = {
    ("held", "policy_adopted"): "korrekt",
    ("held", "web_form"): {"answer": "forkert", "remark": "Skemaet er\ntaget ned"},
    ("held", "web_deadlines"): {"answer": "forældet", "address": PAGE, "year": 2026},
    ("unknown", "policy_joint"): {"answer": 2, "remark": "Skrevet på to temadage"},
    ("unknown", "charter"): 0,
    ("unknown", "dialogue_meetings"): {"answer": "1", "year": 2025},
    ("adopted", "policy_current"): 2024,
    ("unknown", "consultant"): {"answer": 2, "address": PAGE, "year": 2026},
    ("unknown", "web_contact"): 2,
    ("unknown", "single_entry"): "ved ikke",
    ("figure", "council_meetings"): 6,
    ("statement", "roles"): 4,
}
"""An answer of every kind, the groups aside."""

MOVES = {"policy_joint": 1, "charter": 0, "dialogue_meetings": 1, "policy_current": 1}
"""What they move from not known, and where to."""


def held(data):
    """The files that an import may write, as they are."""
    return {name: (data / name).read_bytes() for name in FILES}


def rows(data, name):
    with (data / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def data(sent_round, tmp_path):
    """A copy of the data folder in which Lejre and Brøndby were asked, that a test may change."""
    return shutil.copytree(sent_round[0], tmp_path / "data")


@pytest.fixture
def books(sent_round, tmp_path):
    """Copies of the workbooks of both, to be filled in."""
    return {code: shutil.copy(book, tmp_path) for code, book in sent_round[1].items()}


@pytest.fixture(scope="module")
def taken(sent_round, frozen_folder, tmp_path_factory):
    """Lejre's answers, taken in: the data folder, the workbook, the folder of builds."""
    folder = tmp_path_factory.mktemp("taken")
    data, builds = shutil.copytree(sent_round[0], folder / "data"), folder / "warehouse"
    book = shutil.copy(sent_round[1][LEJRE], folder)
    fill(book, TWELVE | groups(book, {"relatives", "older_people"}))
    run = partial(ran, data, builds)
    status, output, message = run("hearing", "import", str(book), "--answered-on", DAY)
    assert (status, message) == (0, "")
    assert "Taken in: 12 answers, 1 statements, 7 own answers, 2 objections" in output
    assert run("accept", "--note", "hearing")[0] == 0
    assert run("build")[0] == 0
    return data, book, builds


@pytest.fixture(scope="module")
def after(taken):
    """The build after the answers."""
    warehouse = open_warehouse(newest_build(taken[2]))
    yield warehouse
    warehouse.close()


def test_answers_of_every_kind_move_exactly_what_the_rules_say(taken, frozen, after):
    data, book, builds = taken
    found = compare(frozen, after)
    moved = found.cells.set_index("criterion")
    assert moved["after"].to_dict() == MOVES
    assert moved["before"].isna().all()
    assert set(moved["reason"]) == {NEW}
    assert set(moved["code"]) == {LEJRE}
    assert [(row["criterion"], row["claimed"], row["status"]) for row in rows(data, TO_READ)] == [
        ("consultant", "2", "open")
    ]
    objections = rows(data, "snapshots/corrections.csv")
    assert [(o["criterion"], o["outcome"], o["by_role"], o["source_url"]) for o in objections] == [
        ("web_form", "open", "kommunen", ""),
        ("web_deadlines", "open", "kommunen", PAGE),
    ]
    assert "Skemaet er taget ned" in objections[0]["objection"]
    figures = {row["criterion"]: row["value"] for row in rows(data, "snapshots/answers.csv")}
    assert (figures["council_meetings"], figures[BREADTH]) == ("6", "2")
    assert [row["answer"] for row in rows(data, STATEMENT_ANSWERS)] == ["4"]
    rounds = {row["code"]: (row["outcome"], row["answered_on"]) for row in rows(data, ROUNDS)}
    assert rounds == {LEJRE: ("answered", DAY), BROENDBY: ("sent", "")}
    files = held(data)
    again = ("hearing", "import", str(book), "--answered-on", DAY)
    status, output, _ = ran(data, builds, *again)
    assert (status, held(data) == files) == (0, True)
    assert "Nothing was added" in output


def test_the_command_gives_new_evidence_as_the_reason_of_each(taken, frozen_folder, capsys):
    old, new = newest_build(frozen_folder), newest_build(taken[2])
    assert main(["diff", str(old), str(new)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "4 assessments changed." in lines[2]
    cells = [line for line in lines if line.startswith("  ")]
    assert sorted(cells) == sorted(
        f"  {criterion}: not known → {level} (new evidence)" for criterion, level in MOVES.items()
    )
    scores = [line for line in lines[3:] if line not in cells]
    assert scores and all(re.match(r"Lejre: .+ \(new evidence\)$", line) for line in scores)


def test_pages_learn_who_answered_what(after):
    marks = queries.marks(after, LEJRE, 2026).set_index("criterion")
    assert marks["confirmed_on"].dropna().index.tolist() == ["policy_adopted"]
    assert not marks.loc["policy_adopted", "fresh"]
    assert marks.index[marks["only_said"]].tolist() == sorted(MOVES, key=list(marks.index).index)
    assert marks.index[marks["said_in_vain"]].tolist() == ["web_contact"]
    assert marks.loc[["single_entry", "council_rules"], "heard"].tolist() == [
        "dont_know",
        "no_answer",
    ]
    mine = queries.hearings(after).set_index("code").loc[LEJRE]
    assert (mine["asked"], mine["answered"], mine["outcome"]) == (24, 9, "answered")
    outcomes = queries.hearings(after).set_index("code")["outcome"].dropna()
    assert outcomes.to_dict() == {LEJRE: "answered", BROENDBY: "sent"}
    assert queries.to_read(after)["criterion"].tolist() == ["consultant"]
    agreed = queries.statement_answers(after, LEJRE).set_index("id")["answer"]
    assert (agreed["roles"], agreed.count()) == (4, 1)


def test_a_page_leaves_the_list_once_it_was_read(taken, tmp_path):
    data = shutil.copytree(taken[0], tmp_path / "data")
    run = partial(ran, data, tmp_path / "warehouse")
    row = f"{LEJRE},consultant,2,,2026,{PAGE},municipality_site,Named,Nævnt,,,{DAY},\n"
    with (data / "snapshots" / "evidence.csv").open("a", encoding="utf-8") as file:
        file.write(row)
    assert run("accept", "--note", "read")[0] == 0
    assert run("build")[0] == 0
    output = run("hearing", "status")[1]
    assert "To be read" not in output
    assert [line.split()[-5:] for line in output.splitlines() if line.startswith("Sj")] == [
        ["1", "1", "0", "0", "0"]
    ]


def test_nothing_but_twos_without_addresses_gives_no_level_two_anywhere(run, books):
    book = books[BROENDBY]
    asked = [key for key in rows_of(openpyxl.load_workbook(book)) if key[0] == "unknown"]
    assert len(asked) == 23
    fill(book, dict.fromkeys(asked, 2) | {("adopted", "policy_current"): 2026})
    assert run("hearing", "import", str(book), "--answered-on", DAY)[0] == 0
    assert run("accept", "--note", "hearing")[0] == 0
    assert run("build")[0] == 0
    marks = queries.marks(open_warehouse(newest_build()), BROENDBY, 2026).set_index("criterion")
    web = marks.index.str.startswith("web_")
    assert set(marks.loc[~web, "level"]) == {1}
    assert marks.loc[web, "level"].isna().all()


def test_a_later_answer_replaces_the_earlier_and_the_same_day_takes_one(run, data, books):
    asked = books[LEJRE]
    fill(asked, {("unknown", "charter"): 1})
    assert run("hearing", "import", str(asked), "--answered-on", DAY)[0] == 0
    fill(asked, {("unknown", "charter"): 0})
    status, _, message = run("hearing", "import", str(asked), "--answered-on", DAY)
    assert status == 1
    assert "row" in message and "another answer of 2026-11-24 on charter" in message
    path = data / "snapshots" / "answers.csv"
    path.write_text(path.read_text("utf-8").replace(f",{DAY},", ",2026-11-23,"), "utf-8")
    assert run("hearing", "import", str(asked), "--answered-on", DAY)[0] == 0
    assert [row["level"] for row in rows(data, "snapshots/answers.csv")] == ["1", "0"]


@pytest.mark.parametrize(
    ("language", "tag", "names"),
    [
        ("da", "da-DK", {"101": "Københavns Kommune", "760": "Ringkøbing-Skjern Kommune"}),
        ("en", "en-GB", {"400": "Regional Municipality of Bornholm"}),
    ],
)
def test_what_is_sent_opens_with_title_language_and_headings(
    language, tag, names, frozen_folder, tmp_path
):
    """To those with the longest names, whose letters are the longest; a letter has one page."""
    data = shutil.copytree(DATA, tmp_path / "data")
    run = partial(ran, data, frozen_folder)
    for code, path in sent(run, data, tmp_path / "out", *names, language=language).items():
        check_workbook(openpyxl.load_workbook(path), names[code], tag, language)
        check_letter(Document(path.with_suffix(".docx")), names[code], tag)
        if (printed := path.with_suffix(".pdf")).exists():  # there is a Chromium
            assert len(PdfReader(printed).pages) == 1


def check_workbook(book, name, tag, language):
    """Title, language and headings are set, and all but the answers is locked."""
    assert name in book.properties.title
    assert book.properties.language == tag
    assert len(book.sheetnames) == 4
    for sheet in book:
        assert sheet.protection.sheet
        assert all(cell.value for cell in sheet[1])
        assert not sheet.merged_cells.ranges
        assert sheet.column_dimensions["A"].hidden
    for at, row, columns in rows_of(book, language).values():
        unlocked = [c.column for c in at[row] if not c.protection.locked]
        assert unlocked == sorted(columns.values())


def check_letter(letter, name, tag):
    """Title, language and heading are set, and no place is left empty."""
    assert name in letter.core_properties.title
    assert letter.core_properties.language == tag
    assert [p.style.name for p in letter.paragraphs].count("Heading 1") == 1
    text = "\n".join(p.text for p in letter.paragraphs)
    assert "{" not in text and "None" not in text and "nan" not in text


def test_without_chromium_all_but_the_pdf_is_written_and_that_is_said(frozen_folder, tmp_path):
    data = shutil.copytree(DATA, tmp_path / "data")
    options = ("--round", ROUND, "--out", str(tmp_path / "out"), LEJRE)
    status, _, message = ran(data, frozen_folder, "hearing", "write", *options, PATH=tmp_path)
    assert status == 1
    assert message.startswith("samspil: no PDF was written, since there is no Chromium here")
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".xlsx"]
    assert [row["code"] for row in rows(data, ROUNDS)] == [LEJRE]


def test_a_round_is_written_again_only_with_the_same_questions(data, frozen_folder, tmp_path):
    run = partial(ran, data, frozen_folder, PATH=tmp_path)
    again = tmp_path / "again"
    options = ("--round", ROUND, "--out", str(again), LEJRE)
    before = rows(data, ROUNDS)
    again.mkdir()
    for left in (f"samspil_{ROUND}_101_koebenhavn.xlsx{UNFINISHED}1-0", f"my{UNFINISHED}notes"):
        (again / left).write_bytes(b"PK")
    status, _, message = run("hearing", "write", *options)
    assert (status, "no Chromium" in message) == (1, True)
    assert rows(data, ROUNDS) == before
    assert [path.name for path in again.glob(f"*{UNFINISHED}*")] == [f"my{UNFINISHED}notes"]
    path = data / ROUNDS
    path.write_text(path.read_text("utf-8").replace(" charter", ""), "utf-8")
    status, _, message = run("hearing", "write", *options)
    assert (status, "has asked 350 other questions already" in message) == (1, True)
    for wrong in (("--round", "next"), ("--round", ROUND, "999")):
        assert run("hearing", "write", "--out", str(tmp_path / "x"), *wrong)[0] == 1
    message = run("hearing", "write", "--round", ROUND, "--out", str(data), LEJRE)[2]
    assert message == f"samspil: {data}: is the data folder; what is sent needs another one\n"


def test_statements_and_groups_are_listed_in_both_languages(frozen):
    assert len(queries.statements(frozen)) == 8
    assert queries.statements(frozen)[["text_da", "text_en"]].notna().all(axis=None)
    assert len(queries.counted_groups(frozen)) == len(load_codebook().groups) == 8
