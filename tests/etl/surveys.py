"""Forms of associations as they come back, and a data folder in which some have."""

import shutil
from types import SimpleNamespace

import openpyxl
import pytest
from frozen import DATA, DAY, LEJRE, VEJLE
from workbooks import ROUND, fill, rows_of

from etl.__main__ import main
from samspil.present.survey.form import form_sheets

FIVE = (1, 2, 2, 4, 5)
"""What five associations of Lejre answer to every statement."""

LEVELS = (0, 1, 0, 2, 2)
"""How they see every criterion; where level 1 is not used, they see it as not met."""

WITHOUT_ONE = ("seen", "in_kind_support")

HEARD = {
    "hearing.csv": [
        f"{ROUND},{LEJRE},{DAY},policy_adopted charter council_consulted council_meetings,{DAY},"
        "answered"
    ],
    "hearing_log.csv": [
        f"{ROUND},{LEJRE},policy_adopted,0000000000,right,,,,{DAY}",
        f"{ROUND},{LEJRE},charter,,1,,,,{DAY}",
        f"{ROUND},{LEJRE},council_consulted,,dont_know,,,,{DAY}",
        f"{ROUND},{LEJRE},council_meetings,,6,,,,{DAY}",
    ],
    "statement_answers.csv": [
        f"{ROUND},{LEJRE},will,5,{DAY}",
        f"{ROUND},{LEJRE},equal,4,{DAY}",
    ],
    "snapshots/answers.csv": [
        f"{LEJRE},council_meetings,2,6,2026,,municipality_statement,Says 6,Oplyser 6,,,{DAY},"
        "survey,1,kommunen"
    ],
}
"""What Lejre answered in a hearing, by the file that holds it."""


def written(data, folder, *codes, language="da"):
    """The forms of a round, written without a Chromium, by municipality."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder))
        options = ["--round", ROUND, "--out", str(folder), "--language", language]
        assert main(["survey", "write", *options, *codes, "--data", str(data)]) == 1
    return {code: next(folder.glob(f"*_{code}_*.xlsx")) for code in codes}


def questions(form, language="da"):
    """All that a form asks: (kind, what about)."""
    return list(rows_of(openpyxl.load_workbook(form), language, form_sheets))


def filled(form, target, answers, language="da"):
    """A copy of a form with answers by (kind, what about)."""
    return fill(shutil.copy(form, target), answers, language, form_sheets)


def whole(form, target, statement, level):
    """A copy of a form in which every statement and every criterion has the same answer."""
    answers = {asked: statement if asked[0] == "statement" else level for asked in questions(form)}
    if level == 1:
        answers[WITHOUT_ONE] = 0
    return filled(form, target, answers)


def take(data, answers, *forms, day=DAY, options=()):
    """Take forms in; gives the status."""
    given = ["--answers", str(answers), "--answered-on", day, "--data", str(data), *options]
    return main(["survey", "import", *map(str, forms), *given])


def answered(folder):
    """Data in which five associations of Lejre have answered, four of Vejle, and Lejre itself."""
    data, answers = shutil.copytree(DATA, folder / "data"), folder / "answers"
    for name, lines in HEARD.items():
        with (data / name).open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
    forms = written(data, folder, LEJRE, VEJLE)
    back = [
        whole(forms[code], folder / f"{code}-{n}.xlsx", FIVE[n], LEVELS[n])
        for code, count in ((LEJRE, 5), (VEJLE, 4))
        for n in range(count)
    ]
    assert take(data, answers, *back) == 0
    return SimpleNamespace(data=data, answers=answers, forms=forms, folder=folder)
