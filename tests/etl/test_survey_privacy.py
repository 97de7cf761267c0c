"""No answer of fewer than five associations can be read from a figure, or from two of them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.sources.survey import FEWEST, SPLIT
from etl.survey.answers import Item
from etl.survey.figures import ever_shown, figures_of

ROUND, CODES = "2027-1", ("101", "350")
WILL, CHARTER = Item("statement", "will"), Item("criterion", "charter")
ASKED = [WILL, CHARTER]
MIDDLE = {WILL: 3, CHARTER: 1}
ANSWERS = {WILL: ["", "1", "2", "3", "4", "5"], CHARTER: ["", "dont_know", "0", "1", "2"]}

QUESTIONS = [(code, item) for code in CODES for item in ASKED]


def answered(code, begins_an_import, will, charter=""):
    return {"code": code, "new": begins_an_import, str(WILL): will, str(CHARTER): charter}


FORM = st.builds(answered, st.sampled_from(CODES), st.sampled_from([False, False, True]),
                 st.sampled_from(ANSWERS[WILL]), st.sampled_from(ANSWERS[CHARTER]))  # fmt: skip


def rows_of(forms):
    """The file of answers that forms make: a new import where one begins it."""
    rows, batch = [], 1
    for number, form in enumerate(forms):
        batch += form["new"] and number > 0
        own = {"batch": str(batch), "taken_on": "2027-01-14", "form": str(number)}
        rows.append(form | own)
    return rows


SEEDED = st.lists(FORM, max_size=60).map(rows_of)


def history(rows, code, item):
    """All that survey.csv held of a question: the answers that were in by then, and the row."""
    own = [row for row in rows if row["code"] == code]
    imports = [0, *dict.fromkeys(int(row["batch"]) for row in own)]
    shown = ever_shown(rows, ASKED, ROUND, code)
    return [
        (
            [row for row in own if int(row["batch"]) <= until and row[str(item)].isdigit()],
            next((line for line in lines if line[item.kind] == item.id), None),
        )
        for until, lines in zip(imports, shown, strict=True)
    ]


def parts(answers, item):
    """How many answers lie below the middle of the scale, in it and above."""
    given_ = [int(row[str(item)]) - MIDDLE[item] for row in answers]
    return [sum(g < 0 for g in given_), given_.count(0), sum(g > 0 for g in given_)]


def numbers(line):
    """The numbers that a row of survey.csv shows."""
    return [int(line[name]) for name in ("respondents", *SPLIT) if line and line[name]]


@given(SEEDED)
def test_a_figure_rests_on_five_and_two_of_them_differ_by_five(rows):
    shown_numbers = []
    for code, item in QUESTIONS:
        shown = history(rows, code, item)
        for answers, line in shown:
            assert (line is not None) == (len(answers) >= FEWEST)
            shown_numbers += numbers(line)
            if line and line["low"]:
                assert all(part >= FEWEST for part in parts(answers, item))
        lines = [line for _, line in shown]
        figures = [one for n, one in enumerate(shown) if one[1] and one[1] not in lines[:n]]
        for (before, first), (after, second) in combinations(figures, 2):
            gained = [row for row in after if row not in before]
            assert len(gained) >= FEWEST
            if first["low"] and second["low"]:
                assert all(part >= FEWEST for part in parts(gained, item))
    assert all(number >= FEWEST for number in shown_numbers)
    assert all((one - other) % FEWEST == 0 for one, other in combinations(shown_numbers, 2))


@given(SEEDED, st.data())
def test_those_on_whom_no_figure_rests_yet_could_have_answered_anything(rows, data):
    """Whatever those say who came since the last figure, or whether they came: the same bytes."""
    for code, item in QUESTIONS:
        shown = history(rows, code, item)
        newest = shown[-1][1]
        rested_on = next(answers for answers, line in shown if line == newest)
        waiting = [row["form"] for row in shown[-1][0] if row not in rested_on]
        assert len(waiting) < FEWEST
        other = [
            row | {str(item): data.draw(st.sampled_from(ANSWERS[item]))}
            if row["form"] in waiting
            else row
            for row in rows
        ]
        without = [row for row in rows if row["form"] not in waiting]
        for version in (other, without):
            figures = figures_of(version, ASKED, ROUND, code)
            assert next((f for f in figures if f[item.kind] == item.id), None) == newest


@pytest.mark.parametrize(
    ("imports", "shown"),
    [
        (["1224"], None),
        (["12245"], ["5", "2", "", "", ""]),
        (["12245", "5555"], ["5", "2", "", "", ""]),
        (["12245", "5533", "4"], ["10", "3.5", "", "", ""]),
        (["1234", "5"], ["5", "3", "", "", ""]),
        (["111113333355555"], ["15", "3", "5", "5", "5"]),
        (["1111111333334444555"], ["15", "3", "5", "5", "5"]),
        (["111113333355555", "55555"], ["20", "4", "", "", ""]),
        (["111113333355555", "22222", "33333"], ["25", "3", "", "", ""]),
        (["111113333355555", "22222", "33333", "44444"], ["30", "3", "10", "10", "10"]),
    ],
)
def test_figures_by_hand(imports, shown):
    """Of imports of answers to one statement: respondents, the middle one, how they divide."""
    forms = [
        answered("101", begins, answer)
        for answers in imports
        for begins, answer in zip([True, *[False] * len(answers)], answers, strict=False)
    ]
    found = figures_of(rows_of(forms), ASKED, ROUND, "101")
    names = ("respondents", "median", *SPLIT)
    assert [[line[name] for name in names] for line in found] == ([shown] if shown else [])
