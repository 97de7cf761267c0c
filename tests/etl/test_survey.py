"""Forms of associations: what comes in, and what alone comes out of it."""

import csv
import shutil

import openpyxl
import pytest
from frozen import DAY, LEJRE, VEJLE
from surveys import filled, questions, take, whole, written
from workbooks import ROUND, fill

from samspil.present.survey.form import form_sheets
from samspil.warehouse import queries
from samspil.warehouse.builds import newest_build, open_warehouse

SURVEY = "snapshots/survey.csv"


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def taken(answers):
    """The file of the answers of single associations."""
    return answers / f"{ROUND}.csv"


@pytest.fixture
def given(associations, tmp_path):
    """A copy of the data and of the answers that a test may go on with."""
    data = shutil.copytree(associations.data, tmp_path / "data")
    return data, shutil.copytree(associations.answers, tmp_path / "answers")


@pytest.fixture
def further(associations, tmp_path):
    """A function that makes forms of further associations, which agree with nearly everything."""

    def made(code, count):
        _, *others = questions(associations.forms[code])
        for number in range(count):
            path = whole(associations.forms[code], tmp_path / f"{code}-{number}.xlsx", 5, 2)
            yield fill(path, {others[number]: 4}, sheets=form_sheets)

    return made


def test_five_answers_become_figures_and_four_become_nothing(associations):
    rows = rows_of(associations.data / SURVEY)
    middle = {row["statement"] or row["criterion"]: row["median"] for row in rows}
    assert len(middle) == len(questions(associations.forms[LEJRE])) == 22
    assert (middle["will"], middle["charter"], middle["in_kind_support"]) == ("2", "1", "0")
    about = ("round", "code", "respondents", "low", "middle", "high", "released_on")
    assert {tuple(row[name] for name in about) for row in rows} == {
        (ROUND, LEJRE, "5", "", "", "", DAY)
    }


def test_nothing_of_a_single_form_leaves_the_folder_of_the_answers(associations):
    forms = rows_of(taken(associations.answers))
    assert len(forms) == 9
    named = {heading for heading in forms[0] if heading.count("/") != 2}
    assert named == {"batch", "taken_on", "code", "form"}
    assert taken(associations.answers).stat().st_mode & 0o077 == 0
    assert (associations.answers / ".gitignore").read_text() == "*\n"
    published = [*associations.data.rglob("*"), *associations.warehouse.rglob("*")]
    content = b"".join(path.read_bytes() for path in published if path.is_file())
    assert [form for form in forms if form["form"].encode() in content] == []


def test_the_warehouse_holds_the_figures_alone_and_no_score_moves(associations, frozen):
    warehouse = open_warehouse(newest_build(associations.warehouse))
    assert len(queries.association_answers(warehouse, LEJRE)) == 22
    assert warehouse.query("SELECT DISTINCT code FROM association_answer")["code"].tolist() == [
        LEJRE
    ]
    figures = queries.hearing_figures(warehouse, LEJRE)
    assert figures[["id", "value"]].to_numpy().tolist() == [["council_meetings", 6]]
    for table in ("score", "rank_band"):
        every = f"SELECT * FROM {table} ORDER BY ALL"
        assert warehouse.query(every).equals(frozen.query(every))
    warehouse.close()


def test_four_more_change_no_byte_and_the_fifth_changes_the_figures(given, further, capsys):
    data, answers = given
    before = (data / SURVEY).read_bytes()
    new = list(further(LEJRE, 5))
    assert take(data, answers, *new[:3]) == 0
    assert take(data, answers, new[3]) == 0
    assert (data / SURVEY).read_bytes() == before
    assert "350: 9 forms so far" in capsys.readouterr().out
    assert take(data, answers, new[4]) == 0
    rows = {row["statement"]: row for row in rows_of(data / SURVEY)}
    assert (rows["will"]["respondents"], rows["will"]["median"]) == ("10", "5")
    after = (data / SURVEY).read_bytes(), taken(answers).read_bytes()
    assert take(data, answers, *new) == 0
    assert capsys.readouterr().out.count("was taken in before") == 5
    assert ((data / SURVEY).read_bytes(), taken(answers).read_bytes()) == after


def test_the_same_file_counts_once_however_it_is_called(given, further, tmp_path, capsys):
    data, answers = given
    (form,) = further(VEJLE, 1)
    copies = [shutil.copy(form, tmp_path / f"copy-{number}.xlsx") for number in range(3)]
    assert take(data, answers, *copies) == 0
    said = capsys.readouterr().out
    assert said.count("is the same file as copy-0.xlsx; it counts once") == 2
    assert "Taken in: 1 forms\n  630: 5 forms so far, figures on 22 questions" in said
    assert {row["code"] for row in rows_of(data / SURVEY)} == {LEJRE, VEJLE}


def saved_anew(path, target):
    """The same form with other bytes, as a program writes it."""
    book = openpyxl.load_workbook(path)
    book.properties.description = target.name
    book.save(target)
    return target


def test_a_form_that_was_saved_anew_does_not_count_twice(given, further, tmp_path, capsys):
    """Else one association's answers, five times over, would be published as the middle ones."""
    data, answers = given
    before = (data / SURVEY).read_bytes(), taken(answers).read_bytes()
    (form,) = further(VEJLE, 1)
    (tmp_path / "inbox").mkdir()
    again = [saved_anew(form, tmp_path / name) for name in ("again.xlsx", f"inbox/{form.name}")]
    capsys.readouterr()
    assert take(data, answers, form, *again) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{start}: has the same answers as {form.name}; if two associations answered alike, "
        "say so with --alike"
        for start in ("samspil: again.xlsx", form.name)
    ]
    assert ((data / SURVEY).read_bytes(), taken(answers).read_bytes()) == before
    assert take(data, answers, form) == 0
    assert take(data, answers, again[0]) == 1
    assert f"has the same answers as a form that was taken in on {DAY}" in capsys.readouterr().err
    assert take(data, answers, *again, options=["--alike"]) == 0
    assert "630: 7 forms so far" in capsys.readouterr().out


def test_a_form_in_english_counts_with_the_danish_ones(given, tmp_path):
    data, answers = given
    (tmp_path / "en").mkdir()
    form = written(data, tmp_path / "en", VEJLE, language="en")[VEJLE]
    agreed = {asked: 4 for asked in questions(form, "en") if asked[0] == "statement"}
    assert take(data, answers, filled(form, tmp_path / "en.xlsx", agreed, "en")) == 0
    theirs = [row for row in rows_of(data / SURVEY) if row["code"] == VEJLE]
    assert [row["median"] for row in theirs] == ["2"] * 8


def test_a_writing_that_was_broken_off_is_made_good_by_the_same_forms(associations, given):
    data, answers = given
    before = (data / SURVEY).read_bytes()
    (data / SURVEY).write_bytes(before.splitlines(keepends=True)[0])
    assert take(data, answers, associations.folder / f"{LEJRE}-0.xlsx") == 0
    assert (data / SURVEY).read_bytes() == before


def test_a_round_whose_answers_are_gone_is_not_gone_on_with(given, further, tmp_path, capsys):
    """Else the new figures beside the old ones would tell of those who made the difference."""
    data, answers = given
    rows = taken(answers).read_text("utf-8").splitlines(keepends=True)
    taken(answers).write_text("".join(rows[:1] + rows[2:]), "utf-8")
    before = (data / SURVEY).read_bytes(), taken(answers).read_bytes()
    (form,) = further(LEJRE, 1)
    for folder in (answers, tmp_path / "elsewhere"):
        assert take(data, folder, form) == 1
        assert "holds figures of 2026-3 on 350 that the answers" in capsys.readouterr().err
    assert ((data / SURVEY).read_bytes(), taken(answers).read_bytes()) == before
    assert not (tmp_path / "elsewhere").exists()
