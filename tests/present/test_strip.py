"""A municipality among others: the strips by hand, and the same numbers on page and picture."""

import re

import pandas as pd
import pytest

from samspil.present.citation import Words
from samspil.present.figures.gaps import columns
from samspil.present.figures.strip import APART, strips
from samspil.present.figures.years import years
from samspil.present.html import render
from samspil.present.i18n import translator
from samspil.present.plot.gaps import gap_bars
from samspil.present.plot.strip import strip_plot
from samspil.present.plot.years import year_columns
from samspil.present.sentences.municipality import above_and_below, among, strip_key

DA = translator("da")
WORDS = Words("En titel", "", "Samspil")
DIMENSIONS = pd.DataFrame(
    {"id": ["formal", "real"], "name_da": ["Formelt", "Reelt"], "name_en": ["Formal", "Real"]}
)
POINTS = {"1": 20.0, "2": 0.0, "3": 30.0, "4": 31.0, "5": 30.0, "6": 60.0}
"""Documented of six municipalities; of the second nothing is known."""


def scores():
    rows = [
        {"code": code, "name": f"By {code}", "dimension": dimension, "documented": points,
         "possible": 100.0, "midpoint": (points + 100) / 2, "coverage": points / 100}
        for dimension in ("total", "formal", "real") for code, points in POINTS.items()
    ]  # fmt: skip
    return pd.DataFrame(rows)


def standing(median):
    row = {"members": 5, "median": median, "q1": median and 15.0, "q3": median and 31.0,
           "median_coverage": 0.3}  # fmt: skip
    return pd.DataFrame([row | {"dimension": d} for d in ("total", "formal", "real")])


def drawn(median=30.0):
    others = tuple(code for code in POINTS if code != "1")
    return strips(scores(), standing(median), DIMENSIONS, DA, code="1", members=others)


def test_dots_that_would_touch_stand_on_each_other():
    total, formal, real = drawn()
    assert [strip.name for strip in (total, formal, real)] == ["I alt", "Formelt", "Reelt"]
    assert APART > 1
    dots = [(dot.documented, dot.level, dot.known) for dot in total.dots]
    assert dots == [(0, 0, False), (30, 0, True), (30, 1, True), (31, 2, True), (60, 0, True)]
    assert total.levels == 3


def test_the_headline_tells_the_median_or_why_there_is_none():
    few = drawn(median=None)[0]
    assert among("By 1", "naboerne", drawn()[0], DA) == (
        "By 1 har 20 dokumenterede point mod en median på 30 blandt naboerne"
    )
    assert above_and_below(drawn()[0], DA) == ("Af 5 kommuner har 4 mere dokumenteret og 1 mindre.")
    assert among("By 1", "naboerne", few, DA) == "By 1 og naboerne: for få kommuner til en median"
    assert few.note == "5 kommuner: for få til en median"
    assert 'class="middle"' not in render("strip", strips=[few], key_=strip_key("By 1", DA))


def positions(html, mark):
    """Where the marks of a class stand, in per cent from the left."""
    return [float(x) for x in re.findall(rf'class="{mark}" style="left:([\d.]+)%', html)]


@pytest.mark.parametrize("median", [30.0, None])
def test_page_and_picture_of_the_strips_show_the_same_numbers(median):
    shown = drawn(median)
    html = render("strip", strips=shown, key_=strip_key("By 1", DA))
    dots, medians, unknown, own = strip_plot(shown, "By 1", "De andre", WORDS, DA).data
    assert sorted(positions(html, "dot(?: nothing)?")) == sorted(dots.x)
    assert positions(html, "mark") == list(own.x)
    assert positions(html, "hatch") == list(unknown.base)
    ticks = positions(html.replace('class="own"', "\0"), "tick")
    assert [x for x in ticks if x == 30] == list(medians.x)


def test_page_and_picture_of_the_criteria_show_the_same_numbers():
    rows = pd.DataFrame(
        {
            "criterion": ["a", "b", "c"],
            "dimension": ["formal", "formal", "real"],
            "name_da": ["A", "B", "C"],
            "known": [8, 4, 0],
            "met": [6, 1, 0],
            "share_met": [0.75, None, None],
        }
    )
    marks = [
        {
            "criterion": c,
            "name_da": c.upper(),
            "level": level,
            "fresh": True,
            "only_said": False,
            "evidence_year": 2025,
        }
        for c, level in (("a", 2), ("b", 1), ("c", None))
    ]
    parts = columns(rows, marks, DIMENSIONS, 10, DA)
    gaps = [gap for part in parts for gap in part["gaps"]]
    assert [gap.says for gap in gaps] == ["6 af 8 kendte", "kun 4 kendt", "ingen kendt"]
    html = render("gaps", parts=parts)
    met, rest, unknown = gap_bars(gaps, WORDS, DA).data
    assert [float(w) / 10 for w in re.findall(r'"known" style="width:([\d.]+)%', html)] == list(
        met.x
    )
    assert [float(w) / 10 for w in re.findall(r'"rest" style="width:([\d.]+)%', html)] == list(
        rest.x
    )
    assert list(unknown.x) == [2, 6, 10]


def test_page_and_picture_of_the_years_show_the_same_numbers():
    rows = pd.DataFrame(
        {
            "year": [2025, 2026],
            "documented": [12.5, 25.0],
            "coverage": [0.25, 0.5],
            "shared": [3, 11],
            "drawn": [False, True],
        }
    )
    shown = years(rows, DA)
    html = render("years", years=shown, legend="")
    documented, rest, unknown = year_columns(shown, WORDS, DA).data
    heights = {name: [float(h) for h in re.findall(rf'"{name}" style="height:([\d.]+)%', html)]
               for name in ("known", "rest")}  # fmt: skip
    assert heights["known"] == list(documented.y) == [12.5, 25]
    assert heights["rest"] == [a + b for a, b in zip(documented.y, rest.y, strict=True)]
    assert list(unknown.y) == [75, 50]
    assert html.count("shared enough") == 1
