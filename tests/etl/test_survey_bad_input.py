"""Forms that cannot be used: a sentence for each, all of them at once, and nothing taken in."""

import shutil

import openpyxl
import pytest
from frozen import DATA, DAY, LEJRE, VEJLE
from surveys import filled, take
from workbooks import ROUND, UNSAFE, packed, rows_of

from etl.errors import DataError
from etl.sources.survey import COLUMNS, FILE, SOURCE, check_statements
from etl.survey.asked import read_asked
from samspil.paths import PROJECT
from samspil.present.survey.form import form_sheets

WILL, CHARTER = ("statement", "will"), ("seen", "charter")
FOUR = {WILL: 4, ("statement", "roles"): 2, CHARTER: 1, ("seen", "policy_joint"): "ved ikke"}


@pytest.fixture(scope="module")
def asked():
    """What the frozen data ask of associations."""
    return read_asked(DATA)


@pytest.fixture
def given(associations, tmp_path):
    """A copy of the data that a test may spoil, and a folder for answers."""
    return shutil.copytree(associations.data, tmp_path / "data"), tmp_path / "answers"


@pytest.fixture
def refused(given, capsys):
    """A function that takes forms in: the message, and nothing of it taken in."""
    data, answers = given

    def imported(*forms, day=DAY, folder=answers):
        before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
        capsys.readouterr()
        assert take(data, folder, *forms, day=day) == 1
        assert before == {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
        assert not answers.exists()
        message = capsys.readouterr().err
        assert message.startswith("samspil: ") and "Traceback" not in message
        return message

    return imported


def test_a_form_with_four_answers_is_taken_as_it_is_and_shows_nothing(
    associations, given, tmp_path, capsys
):
    data, answers = given
    before = (data / "snapshots" / "survey.csv").read_bytes()
    form = filled(associations.forms[VEJLE], tmp_path / "four.xlsx", FOUR)
    assert take(data, answers, form) == 0
    said = capsys.readouterr().out
    assert "four.xlsx: 4 of 22 questions answered" in said
    assert "nothing is shown before 5 have answered the same question" in said
    assert (data / "snapshots" / "survey.csv").read_bytes() == before
    row = (answers / f"{ROUND}.csv").read_text("utf-8").splitlines()[1].split(",")
    assert sorted(filter(None, row[4:])) == ["1", "2", "4", "dont_know"]


def test_files_that_may_not_be_opened_are_all_named_and_none_is(associations, refused, tmp_path):
    good = filled(associations.forms[LEJRE], tmp_path / "good.xlsx", FOUR)
    cases = list(UNSAFE.values())
    spoilt = [packed(good, tmp_path / f"{n}.xlsx", **parts) for n, (parts, _) in enumerate(cases)]
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    lines = refused(good, *spoilt, broken, tmp_path / "missing.xlsx").splitlines()
    assert len(lines) == len(cases) + 2
    for number, (_, sentence) in enumerate(cases):
        assert f"{number}.xlsx: " in lines[number] and sentence in lines[number]
    assert "broken.xlsx: is no workbook" in lines[-2]
    assert "missing.xlsx: cannot be read" in lines[-1]


def test_answers_and_rows_that_were_not_sent_are_all_named(associations, refused, tmp_path):
    form = associations.forms[LEJRE]

    def spoilt(name, answers, change=None):
        path = filled(form, tmp_path / f"{name}.xlsx", FOUR | answers)
        if change:
            book = openpyxl.load_workbook(path)
            change(book, rows_of(book, sheets=form_sheets))
            book.save(path)
        return path

    def question(_, rows):
        at, row, _ = rows[CHARTER]
        at.cell(row, 3).value = "Et andet spørgsmål?"

    def code(_, rows):
        for at, row, _ in rows.values():
            at.cell(row, 1).value = at.cell(row, 1).value.replace(f" {LEJRE} ", " 411 ")

    def place(_, rows):
        for at, row, _ in rows.values():
            at.cell(row, 1).value = at.cell(row, 1).value.replace(f" {LEJRE} ", " 153 ")
        at, row, _ = rows[WILL]
        at.delete_rows(row)

    forms = {
        spoilt("step", {WILL: 6}): "'6' is not one of 1, 2, 3, 4, 5",
        spoilt("text", {CHARTER: "måske"}): "'måske' is not one of 2, 1, 0, ved ikke",
        spoilt("level", {("seen", "in_kind_support"): 1}): "'1' is no level of in_kind_support",
        spoilt("formula", {WILL: "=1+1"}): "holds a formula",
        spoilt("question", {}, question): "was moved or changed",
        spoilt("code", {}, code): "'2026-3 411' is no round and municipality",
        spoilt("row", {}, place): "its rows are not those of the form today",
        spoilt("beside", {}, lambda book, _: book["2 Udsagn"].cell(2, 9, "Foreningen X")):
            "'Foreningen X' stands beside",
        spoilt("sheet", {}, lambda book, _: book.create_sheet("Navn")): "not those that were sent",
        filled(form, tmp_path / "empty.xlsx", {}): "holds no answer",
    }  # fmt: skip
    lines = refused(*forms).splitlines()
    assert len(lines) == len(forms)
    for line, (path, sentence) in zip(lines, forms.items(), strict=True):
        assert path.name in line and sentence in line


def test_answers_are_kept_where_nothing_is_published_and_no_day_is_after_the_release(
    associations, given, refused, tmp_path, monkeypatch
):
    form = filled(associations.forms[LEJRE], tmp_path / "four.xlsx", FOUR)
    monkeypatch.setenv("SAMSPIL_RELEASES", str(tmp_path / "releases"))
    for folder, said in (
        (given[0] / "answers", "lies in the data folder"),
        (tmp_path / "releases" / "answers", "lies in the folder of releases"),
        (tmp_path / "archive", "lies in the archive of answers"),
        (PROJECT / "static" / "answers", "lies in the project"),
    ):
        assert said in refused(form, folder=folder)
        assert not folder.exists()
    assert "move data/release.toml first" in refused(form, day="2026-12-03")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("will,,4,2,,,", "column 'respondents': '4' is below 5"),
        ("will,,7,2,,,", "column 'respondents': '7' is no multiple of 5"),
        ("will,,15,2,5,1,5", "column 'middle': '1' is below 5"),
        ("will,,15,2,5,,5", "are given all or not at all"),
        (",charter,5,2.3,,,", "column 'median': '2.3' is no middle answer"),
        (",charter,5,3,,,", "column 'median': '3' is no middle answer"),
        ("will,charter,5,1,,,", "must name one of the two"),
        ("hearts,,5,1,,,", "'hearts' is no statement of statements.csv"),
    ],
)
def test_a_figure_by_hand_that_tells_too_much_stops_the_build(row, said, asked, tmp_path):
    path = tmp_path / FILE
    path.write_text(f"{','.join(COLUMNS)}\n{ROUND},{LEJRE},{row},{DAY}\n", "utf-8")
    with pytest.raises(DataError) as refusal:
        check_statements(SOURCE.read(tmp_path, asked.known), asked.statements["id"])
    message = str(refusal.value)
    assert "survey.csv: row 2" in message and said in message
    assert "\n" not in message
